import * as v from 'valibot'
import { cloudPathOf } from '../../kernel/cloud'
import { defineAction, MOVE_BUDGET_MS } from '../../kernel/define-action'
import { notFound } from '../../kernel/errors'
import { ourId } from '../../kernel/inputs'
import { advanceAttachment } from '../../stores/attachments'
import { requireAttachment } from '../../domain/file-owner/access'
import { requireOpenOwner } from '../../domain/file-owner/file-owner'
import { refusalIn, refuse } from '../../files/refuse'
import { toAttachment } from '../../domain/attachment/view'
import { hasExpired } from '../../domain/storage/minted-path'
import { deliver } from '../../domain/file-owner/deliver'

const input = v.object({ attachmentId: ourId, fileId: v.pipe(v.string(), v.maxLength(300)) })

/**
 * Checks the stored file and streams it to the provider (#14, #7, #23). Only the file at the path that was minted for this
 * row counts: any other file id answers the same NOT_FOUND as a missing one. A refusal is kept in the row, with the
 * reason. Delivering what is delivered already is harmless.
 */
export const deliverAttachment = defineAction(
  'attachment.deliver',
  input,
  async ({ attachmentId, fileId }, context) => {
    const own = await requireAttachment(attachmentId, context)
    if (cloudPathOf(fileId) !== own.file.cloudPath) throw notFound('stored file')
    if (own.file.state === 'delivered') return { attachment: toAttachment(own.file) }
    if (own.file.state === 'refused') throw refuse(own.file.refusal)
    if (hasExpired(own.file.cloudPath, context.now())) throw refuse('上传用的时间太长了，请重新上传', true)
    requireOpenOwner(own.owner, context.now())
    try {
      return { attachment: toAttachment(await deliver(own, fileId, context)) }
    } catch (error) {
      await advanceAttachment(own.file, { state: 'refused', refusal: refusalIn(error), fileId })
      throw error
    }
  },
  MOVE_BUDGET_MS,
)
