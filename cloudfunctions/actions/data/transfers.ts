import { exportData } from './export'

/** Those that move bytes: the transfer function's. */
export const dataTransfers = [exportData]
