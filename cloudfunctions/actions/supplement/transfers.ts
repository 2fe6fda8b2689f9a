import { previewSupplementFile } from './preview-file'

/** Those that move bytes: the transfer function's. */
export const supplementTransfers = [previewSupplementFile]
