import { toAttachmentWire } from '../attachments/attachment-wire'
import { itemOf } from '../platform'
import type { CaseRecord } from '../state/records'
import { type Call, defineFunction } from './define'
import { findCase } from './lookup'

interface Request {
  readonly caseNo: string
}

const FORM = '1'
const ATTACHMENT = '2'

function formsOf(record: CaseRecord, nameOf: (materialId: string) => string): readonly object[] {
  return Object.entries(record.forms).map(([materialId, form]) => ({
    materialId,
    materialName: nameOf(materialId),
    kind: FORM,
    promisePendingFlag: '0',
    formVersion: form.formVersion,
    formData: form.formData,
    attachments: [],
  }))
}

function filesOf({ platform }: Call, record: CaseRecord, nameOf: (materialId: string) => string): readonly object[] {
  return record.materials.map(({ materialId, attachIds }) => ({
    materialId,
    materialName: nameOf(materialId),
    kind: ATTACHMENT,
    promisePendingFlag: '0',
    formVersion: '',
    formData: null,
    attachments: attachIds.flatMap((attachId) => platform.store.attachments.get(attachId) ?? []).map(toAttachmentWire),
  }))
}

/** #21 查看办件上传过的材料: forms with their data, files with their ids, and what is promised for later. */
export const listCaseMaterials = defineFunction<Request>(21, (call, { caseNo }) => {
  const record = findCase(call, caseNo)
  const { catalogue } = call.platform
  const item = itemOf(call.platform, record.itemId)
  const nameOf = (materialId: string): string => catalogue.materialById.get(materialId)?.material.name ?? materialId
  const promised = record.promisedMaterialIds
    .filter((materialId) => !record.materials.some((it) => it.materialId === materialId))
    .map((materialId) => ({
      materialId,
      materialName: nameOf(materialId),
      kind: ATTACHMENT,
      promisePendingFlag: '1',
      formVersion: '',
      formData: null,
      attachments: [],
    }))
  return {
    caseNo,
    itemId: item.itemId,
    itemName: item.name,
    caseStatus: record.status,
    materials: [...formsOf(record, nameOf), ...filesOf(call, record, nameOf), ...promised],
  }
})
