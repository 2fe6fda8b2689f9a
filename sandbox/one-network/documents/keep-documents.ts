import { departmentName } from '../catalogue/departments'
import { beijingDate } from '../clock'
import { itemOf, type Platform } from '../platform'
import type { CaseRecord, IssuedDocRecord } from '../state/records'
import { documentPdf } from './document-pdf'

function keep(platform: Platform, record: CaseRecord, document: IssuedDocRecord): IssuedDocRecord {
  const { docName, docNo, issuedAt } = document
  const item = itemOf(platform, record.itemId)
  const attachId = platform.numbers.attachId(issuedAt)
  const bytes = documentPdf(docName, [
    `文号：${docNo}`,
    `申请人：${record.applicant.name}`,
    `事项：${item.name}`,
    `办件号：${record.caseNo}`,
    `${departmentName(item.field)}，${beijingDate(issuedAt)}`,
    '本文件由沙箱生成，内容均为虚构。',
  ])
  platform.files.write(attachId, bytes)
  platform.store.attachments.put({
    attachId,
    userId: record.userId,
    declareNo: record.declareNo,
    materialId: '',
    materialName: '',
    fieldId: '',
    caseNo: record.caseNo,
    fileName: `${docName}.pdf`,
    fileSize: bytes.length,
    fileType: 'pdf',
    digest: '',
    digestMethod: '',
    uploadedAt: issuedAt,
    contentId: attachId,
  })
  return { ...document, attachId }
}

/** The case with its documents as files that #8 gives: those that have none yet are made. */
export function keepDocuments(platform: Platform, record: CaseRecord): CaseRecord {
  const issuedDocs = record.issuedDocs.map((document) =>
    document.attachId === undefined ? keep(platform, record, document) : document,
  )
  return { ...record, issuedDocs }
}
