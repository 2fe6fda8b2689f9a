import { completenessErrors } from '../forms/check-complete'
import { beijingDateTime } from '../clock'
import { invalid } from '../protocol/errors'
import { defineFunction } from './define'
import { findDeclaration, findMaterial } from './lookup'

interface Request {
  readonly declareNo: string
  readonly materialId: string
}

/** #5 查询电子表单是否上传; also the way to find out what became of an unanswered #4. */
export const getFormStatus = defineFunction<Request>(5, (call, { declareNo, materialId }) => {
  const declaration = findDeclaration(call, declareNo)
  const material = findMaterial(call, declaration, materialId)
  const form = call.platform.catalogue.formById.get(material.formId)
  if (form === undefined) throw invalid('materialId', '不是电子表单材料')
  const saved = declaration.forms[materialId]
  if (saved === undefined) {
    return { declareNo, materialId, uploadedFlag: '0', completeFlag: '0', formVersion: '', savedAt: null }
  }
  const complete = completenessErrors(form, saved.formData, 'formData').length === 0
  return {
    declareNo,
    materialId,
    uploadedFlag: '1',
    completeFlag: complete ? '1' : '0',
    formVersion: saved.formVersion,
    savedAt: beijingDateTime(saved.savedAt),
  }
})
