import { beijingDateTime } from '../clock'
import { ProviderError } from '../protocol/errors'
import type { DeclarationRecord, SavedForm } from '../state/records'
import { defineFunction, userOf } from './define'

interface Request {
  readonly materialId: string
}

interface Filled {
  readonly declaration: DeclarationRecord
  readonly saved: SavedForm
}

/** #6 查询该材料本人最近填写的表单数据: the user's newest saving of this form, in drafts and cases alike. */
export const getLatestFormData = defineFunction<Request>(6, (call, { materialId }) => {
  const { catalogue, store } = call.platform
  const material = catalogue.materialById.get(materialId)?.material
  if (material === undefined) throw new ProviderError('3002')
  const [latest] = store.declarations
    .ownedBy(userOf(call).userId)
    .flatMap((declaration): Filled[] => {
      const saved = declaration.forms[materialId]
      return saved === undefined ? [] : [{ declaration, saved }]
    })
    .sort((a, b) => b.saved.savedAt - a.saved.savedAt || b.declaration.declareNo.localeCompare(a.declaration.declareNo))
  if (latest === undefined) {
    return { materialId, formId: '', formVersion: '', formData: null, savedAt: null, sourceDeclareNo: '' }
  }
  const { declaration, saved } = latest
  return {
    materialId,
    formId: material.formId,
    formVersion: saved.formVersion,
    formData: saved.formData,
    savedAt: beijingDateTime(saved.savedAt),
    sourceDeclareNo: declaration.declareNo,
    sourceCaseNo: declaration.caseNo,
  }
})
