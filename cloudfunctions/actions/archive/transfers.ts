import { fetchArchive } from './fetch'
import { previewArchived } from './preview'

/** Those that move bytes: the transfer function's. */
export const archiveTransfers = [fetchArchive, previewArchived]
