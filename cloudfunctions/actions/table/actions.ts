import { beginImport } from './begin'
import { readImport } from './read'
import { tableTemplate } from './template'

/** Those that move no bytes. */
export const tableActions = [beginImport]

/** Those of the transfer function. */
export const tableTransfers = [tableTemplate, readImport]
