import { beginAttachment } from './begin'
import { previewAttachment } from './preview'
import { removeAttachmentAction } from './remove'

/** Those that move no bytes; attachment.deliver is the transfer function's. */
export const attachmentActions = [beginAttachment, removeAttachmentAction, previewAttachment]
