import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { notFound } from '../../kernel/errors'
import { ourId } from '../../kernel/inputs'
import { requireAttachment } from '../../domain/file-owner/access'
import { addressOf } from '../../domain/storage/offer'

/** A short-lived address of one's own file. */
export const previewAttachment = defineAction(
  'attachment.preview',
  v.object({ attachmentId: ourId }),
  async (input, context) => {
    const { file } = await requireAttachment(input.attachmentId, context)
    const offered = await addressOf(file.fileId, context)
    if (!offered) throw notFound('stored file')
    return offered
  },
)
