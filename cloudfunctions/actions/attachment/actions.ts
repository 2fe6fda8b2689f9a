import { beginAttachment } from './begin'
import { filesOfCase } from './case-files'
import { listEarlier } from './earlier'
import { previewAttachment } from './preview'
import { removeAttachmentAction } from './remove'
import { reuseFiles } from './reuse'

/** Those that move no bytes; attachment.deliver and attachment.previewEarlier are the transfer function's. */
export const attachmentActions = [
  beginAttachment,
  removeAttachmentAction,
  previewAttachment,
  listEarlier,
  filesOfCase,
  reuseFiles,
]
