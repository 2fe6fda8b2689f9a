import { toAttachmentWire } from '../attachments/attachment-wire'
import { departmentName } from '../catalogue/departments'
import type { Catalogue, Item, Material } from '../catalogue/item'
import { toMaterialWire } from '../catalogue/material-wire'
import { beijingDateTime } from '../clock'
import type { AttachmentRecord, CaseRecord, SupplementRecord } from '../state/records'

/** Fictional, as in the contract's examples. */
const PHONE = '022-00000018'

/** Oldest first. */
export function filesOfRound(files: readonly AttachmentRecord[], round: number, materialId: string) {
  return files
    .filter((file) => file.round === round && file.materialId === materialId)
    .slice()
    .sort((a, b) => a.uploadedAt - b.uploadedAt || a.attachId.localeCompare(b.attachId))
}

/** A notice is written for what an officer asks; a promise needs none. */
function noticeNo(record: CaseRecord, { supplementType, round, issuedAt }: SupplementRecord): string | null {
  if (supplementType !== '1') return null
  const year = beijingDateTime(issuedAt).slice(0, 4)
  return `津高新补正〔${year}〕虚构第 ${record.caseNo.slice(-4)}-${round} 号`
}

function toRequired(catalogue: Catalogue, material: Material, reason: string, uploaded: number) {
  const { materialId, materialName, kind, formId, formVersion, fileTypes, maxCount, maxSizeBytes, sampleFlag } =
    toMaterialWire(catalogue, material)
  return {
    materialId,
    materialName,
    kind,
    reason,
    formId,
    formVersion,
    fileTypes,
    maxCount,
    maxSizeBytes,
    sampleFlag,
    uploadedCount: uploaded,
  }
}

/** SupplementRound of the contract. */
export function toRequiredRound(
  catalogue: Catalogue,
  record: CaseRecord,
  item: Item,
  round: SupplementRecord,
  files: readonly AttachmentRecord[],
) {
  return {
    round: round.round,
    supplementType: round.supplementType,
    noticeNo: noticeNo(record, round),
    issuedAt: beijingDateTime(round.issuedAt),
    deadline: round.deadline === null ? null : beijingDateTime(round.deadline),
    department: departmentName(item.field),
    phone: PHONE,
    officerNote: round.officerNote,
    materials: round.materials.flatMap(({ materialId, reason }) => {
      const material = item.materials.find((it) => it.materialId === materialId)
      const uploaded = filesOfRound(files, round.round, materialId).length
      return material === undefined ? [] : [toRequired(catalogue, material, reason, uploaded)]
    }),
  }
}

/** SupplementedRound of the contract. */
export function toSupplementedRound(
  record: CaseRecord,
  item: Item,
  round: SupplementRecord,
  files: readonly AttachmentRecord[],
) {
  const done = round.submittedAt !== null
  return {
    round: round.round,
    supplementType: round.supplementType,
    submittedFlag: done ? '1' : '0',
    submittedAt: round.submittedAt === null ? null : beijingDateTime(round.submittedAt),
    deadline: round.deadline === null ? null : beijingDateTime(round.deadline),
    materials: round.materials.map(({ materialId }) => {
      const material = item.materials.find((it) => it.materialId === materialId)
      const form = round.forms?.[materialId]
      const promised = round.supplementType === '2' && record.promisedMaterialIds.includes(materialId)
      return {
        materialId,
        materialName: material?.name ?? materialId,
        kind: material?.files === undefined ? '1' : '2',
        promisePendingFlag: promised && !done ? '1' : '0',
        formVersion: form?.formVersion ?? '',
        formData: form?.formData ?? null,
        attachments: filesOfRound(files, round.round, materialId).map(toAttachmentWire),
      }
    }),
  }
}
