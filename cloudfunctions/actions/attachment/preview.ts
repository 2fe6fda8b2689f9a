import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { notFound } from '../../kernel/errors'
import { ourId } from '../../kernel/inputs'
import { readFileInfo } from '../../one-network/resources/past-files'
import { sessionOf } from '../../domain/account/session'
import { requireAttachment } from '../../domain/file-owner/access'
import { addressOf } from '../../domain/storage/offer'
import { offerCopy } from '../../domain/storage/offer-copy'

const NOT_GIVEN = '这个文件已经交给一网通，我们不再保存；一网通现在不提供查看。要看原文件，请打电话问窗口'

/** A short-lived address of one's own file; once storage does not have it any more, of a copy from the provider (#8). */
export const previewAttachment = defineAction(
  'attachment.preview',
  v.object({ attachmentId: ourId }),
  async (input, context) => {
    const { file, active } = await requireAttachment(input.attachmentId, context)
    const offered = await addressOf(file.fileId, context)
    if (offered) return offered
    if (file.state !== 'delivered') throw notFound('stored file')
    const info = await readFileInfo(sessionOf(active.bindingId, context), file.attachId)
    return offerCopy(info, NOT_GIVEN, active, context, file.draftId)
  },
)
