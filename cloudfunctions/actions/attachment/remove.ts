import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { ourId } from '../../kernel/inputs'
import { removeAttachment } from '../../stores/attachments'
import { requireEditable } from '../declaration/access'
import { requireAttachment } from './access'
import { deleteStoredFiles } from './stored-files'

/**
 * Takes a file away. The provider has no function for it while filing (contract chapter 13, row 9): what function 4 does
 * not list never becomes part of the case.
 */
export const removeAttachmentAction = defineAction(
  'attachment.remove',
  v.object({ attachmentId: ourId }),
  async (input, context) => {
    const { file, draft } = await requireAttachment(input.attachmentId, context)
    requireEditable(draft)
    await removeAttachment(file._id)
    await deleteStoredFiles([file])
    return {}
  },
)
