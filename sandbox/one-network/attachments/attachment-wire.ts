import { beijingDateTime } from '../clock'
import type { AttachmentRecord } from '../state/records'

/** Attachment of the contract. */
export function toAttachmentWire(record: AttachmentRecord) {
  return {
    attachId: record.attachId,
    fileName: record.fileName,
    fileSize: record.fileSize,
    fileType: record.fileType,
    digest: record.digest,
    digestMethod: record.digestMethod,
    materialId: record.materialId,
    materialName: record.materialName,
    fieldId: record.fieldId === '' ? null : record.fieldId,
    declareNo: record.declareNo,
    caseNo: record.caseNo,
    round: record.round ?? null,
    uploadedAt: beijingDateTime(record.uploadedAt),
  }
}
