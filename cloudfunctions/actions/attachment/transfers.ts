import { deliverAttachment } from './deliver'
import { previewEarlier } from './preview-earlier'

/** Those that move bytes: the transfer function's. */
export const attachmentTransfers = [deliverAttachment, previewEarlier]
