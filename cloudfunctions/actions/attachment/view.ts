import { type Attachment } from '../../../miniprogram/shared/domain/attachment'
import { type AttachmentRow } from '../../stores/attachments'

/** A ledger row as the page shows it: no paths, no provider ids. */
export function toAttachment(row: AttachmentRow): Attachment {
  return {
    attachmentId: row._id,
    materialId: row.materialId,
    ...(row.fieldId ? { fieldId: row.fieldId } : {}),
    fileName: row.fileName,
    size: row.size,
    state: row.state,
    ...(row.refusal ? { refusal: row.refusal } : {}),
    ...(row.deliveredAt ? { deliveredAt: row.deliveredAt } : {}),
  }
}
