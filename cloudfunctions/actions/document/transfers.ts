import { previewDocument } from './preview'

/** Those that move bytes: the transfer function's. */
export const documentTransfers = [previewDocument]
