import { SPARE_FILES, storeUpload } from '../attachments/store-upload'
import { attachFields } from '../forms/attach-fields'
import { invalid } from '../protocol/errors'
import { defineFunction } from './define'
import { findDraft, findMaterial, touchDraft } from './lookup'

interface Request {
  readonly declareNo: string
  readonly materialId: string
  readonly fieldId: string
  readonly fileName: string
}

/** The dictionary has only signatures as fields with files: one picture each. */
const SIGNATURE_TYPES = ['jpg', 'png']

/** #7 上传表单里面附件: a file of a signature field; its attachId goes into formData[fieldId]. */
export const uploadFormAttachment = defineFunction<Request>(7, (call, { declareNo, materialId, fieldId, fileName }) => {
  const declaration = findDraft(call, declareNo)
  const material = findMaterial(call, declaration, materialId)
  const form = call.platform.catalogue.formById.get(material.formId)
  if (form === undefined) throw invalid('materialId', '不是电子表单材料')
  if (!attachFields(form).some((field) => field.id === fieldId)) throw invalid('fieldId', '不是附件或签名字段')
  const place = { declareNo, caseNo: '', material, fieldId, fileTypes: SIGNATURE_TYPES, maxCount: 1 }
  const stored = storeUpload(call, { ...place, spare: SPARE_FILES }, fileName)
  touchDraft(call, declaration)
  return stored
})
