import { type Attachment } from '../../../miniprogram/shared/domain/attachment'
import { type AttachmentRow } from '../../stores/attachments'

/** A ledger row as the page shows it: no paths. */
export function toAttachment(row: AttachmentRow): Attachment {
  return {
    attachmentId: row._id,
    materialId: row.materialId,
    ...(row.fieldId ? { fieldId: row.fieldId } : {}),
    fileName: row.fileName,
    size: row.size,
    state: row.state,
    ...(row.refusal ? { refusal: row.refusal } : {}),
    ...(row.attachId ? { providerId: row.attachId } : {}),
    ...(row.deliveredAt ? { deliveredAt: row.deliveredAt } : {}),
    ...(row.sha1 ? { sha1: row.sha1 } : {}),
    ...(row.earlier
      ? { earlier: { earlierId: row.attachId, from: row.earlier.from, uploadedAt: row.earlier.uploadedAt } }
      : {}),
  }
}
