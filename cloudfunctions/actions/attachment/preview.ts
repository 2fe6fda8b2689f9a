import * as v from 'valibot'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { temporaryUrl } from '../../kernel/cloud'
import { defineAction } from '../../kernel/define-action'
import { notFound } from '../../kernel/errors'
import { ourId } from '../../kernel/inputs'
import { requireAttachment } from '../../domain/file-owner/access'

/** Long enough to open a file on a slow phone, too short to be passed around. */
const URL_LIFE_S = 600

/** A short-lived address of one's own file. */
export const previewAttachment = defineAction(
  'attachment.preview',
  v.object({ attachmentId: ourId }),
  async (input, context) => {
    const { file } = await requireAttachment(input.attachmentId, context)
    const url = file.fileId ? await temporaryUrl(file.fileId, URL_LIFE_S) : undefined
    if (!url) throw notFound('stored file')
    return { url, expiresAt: toBeijingTime(context.now() + URL_LIFE_S * 1000) }
  },
)
