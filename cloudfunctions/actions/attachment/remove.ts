import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { ourId } from '../../kernel/inputs'
import { removeAttachment } from '../../stores/attachments'
import { requireAttachment } from '../../domain/file-owner/access'
import { forgetUpstream, requireOpenOwner } from '../../domain/file-owner/file-owner'
import { deleteForGood } from '../../domain/storage/late-arrivals'

/** Takes a file away, here, in cloud storage, and as far as the provider has a function for it (#24). */
export const removeAttachmentAction = defineAction(
  'attachment.remove',
  v.object({ attachmentId: ourId }),
  async (input, context) => {
    const { active, file, owner } = await requireAttachment(input.attachmentId, context)
    requireOpenOwner(owner, context.now())
    await forgetUpstream(owner, file, active, context)
    await removeAttachment(file._id)
    await deleteForGood([file], context.now())
    return {}
  },
)
