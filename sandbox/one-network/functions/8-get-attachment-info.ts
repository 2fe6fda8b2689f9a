import { toAttachmentWire } from '../attachments/attachment-wire'
import { downloadAddress } from '../attachments/download'
import { beijingDateTime } from '../clock'
import { defineFunction } from './define'
import { findOwnAttachment } from './lookup'

interface Request {
  readonly attachId: string
}

/** #8 获取附件信息: what is known of a file, and a short-lived address of it. A blocked file never got in (4005). */
export const getAttachmentInfo = defineFunction<Request>(8, (call, { attachId }) => {
  const record = findOwnAttachment(call, attachId)
  const { url, until } = downloadAddress(call.platform, attachId)
  return {
    ...toAttachmentWire(record),
    scanStatus: '1',
    downloadUrl: url,
    urlExpireAt: beijingDateTime(until),
  }
})
