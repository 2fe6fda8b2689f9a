import { SPARE_FILES, storeUpload } from '../attachments/store-upload'
import { invalid } from '../protocol/errors'
import { defineFunction } from './define'
import { findDraft, findMaterial, touchDraft } from './lookup'

interface Request {
  readonly declareNo: string
  readonly materialId: string
  readonly fileName: string
}

/** #14 照片，等附件上传接口: one file of an attachment material. */
export const uploadAttachment = defineFunction<Request>(14, (call, { declareNo, materialId, fileName }) => {
  const declaration = findDraft(call, declareNo)
  const material = findMaterial(call, declaration, materialId)
  if (material.files === undefined) throw invalid('materialId', '不是附件类材料')
  const { types, max } = material.files
  const place = { declareNo, caseNo: '', material, fieldId: '', fileTypes: types, maxCount: max }
  const stored = storeUpload(call, { ...place, spare: SPARE_FILES }, fileName)
  touchDraft(call, declaration)
  return stored
})
