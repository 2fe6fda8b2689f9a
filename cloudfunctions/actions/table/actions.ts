import { beginImport } from './begin'

/** Those that move no bytes; table.template and table.read are the transfer function's (transfers.ts). */
export const tableActions = [beginImport]
