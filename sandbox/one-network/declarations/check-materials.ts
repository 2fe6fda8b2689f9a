import { isForm, isPromisable, type Material } from '../catalogue/item'
import { PROMISE_FORM } from '../catalogue/promise-form'
import type { FieldError } from '../protocol/errors'
import type { AttachmentRecord, DeclarationRecord, SavedForm } from '../state/records'
import type { SubmitRequest } from './requests'

export interface SubmittedParts {
  readonly request: SubmitRequest
  readonly declaration: DeclarationRecord
  readonly materials: readonly Material[]
  /** Saved and sent forms together. */
  readonly forms: Readonly<Record<string, SavedForm>>
  readonly attachmentOf: (attachId: string) => AttachmentRecord | undefined
}

/** Attachments that #4 lists: they exist, belong to the right material, and are neither too few nor too many. */
function listedErrors({ request, declaration, materials, attachmentOf }: SubmittedParts): readonly FieldError[] {
  const seen = new Set<string>()
  return request.materials.flatMap(({ materialId, attachIds }, index): readonly FieldError[] => {
    const at = `materials[${index}]`
    if (seen.has(materialId)) return [{ field: `${at}.materialId`, message: '同一材料重复出现' }]
    seen.add(materialId)
    const material = materials.find((it) => it.materialId === materialId)
    if (material === undefined) return [{ field: `${at}.materialId`, message: '不在本申报应交材料中' }]
    if (material.files === undefined) return [{ field: `${at}.materialId`, message: '不是附件类材料' }]
    const { name, files } = material
    if (attachIds.length < files.min) return [{ field: `${at}.attachIds`, message: `${name}至少 ${files.min} 份` }]
    if (attachIds.length > files.max) return [{ field: `${at}.attachIds`, message: `${name}最多 ${files.max} 份` }]
    return attachIds.flatMap((attachId, fileIndex) => {
      const record = attachmentOf(attachId)
      const field = `${at}.attachIds[${fileIndex}]`
      if (record === undefined) return [{ field, message: '附件不存在' }]
      // A file of this very declaration belongs to the material it was uploaded for; an earlier one may be used again.
      const misplaced = record.declareNo === declaration.declareNo && record.materialId !== materialId
      return misplaced || record.fieldId !== '' ? [{ field, message: '附件不属于该材料' }] : []
    })
  })
}

function promiseErrors({ request, materials, forms }: SubmittedParts): readonly FieldError[] {
  const letter = materials.find(({ key }) => key === PROMISE_FORM)
  const isUnsigned = request.promiseMaterialIds.length > 0 && letter !== undefined && !(letter.materialId in forms)
  const unsigned = isUnsigned ? [{ field: 'forms', message: `承诺后补须填写：${letter.name}` }] : []
  const wrong = request.promiseMaterialIds.flatMap((materialId, index): readonly FieldError[] => {
    const field = `promiseMaterialIds[${index}]`
    const material = materials.find((it) => it.materialId === materialId)
    if (material === undefined) return [{ field, message: '不在本申报应交材料中' }]
    if (!isPromisable(material)) return [{ field, message: `不可承诺后补：${material.name}` }]
    const listed = request.materials.some((it) => it.materialId === materialId)
    return listed ? [{ field, message: `已上传的材料不需要承诺：${material.name}` }] : []
  })
  return [...wrong, ...unsigned]
}

/** Required materials: a form is saved or sent, a file is listed or can be shared, a promisable one is promised. */
function missingErrors({ request, materials, forms }: SubmittedParts): readonly FieldError[] {
  const present = (material: Material) =>
    isForm(material)
      ? material.materialId in forms
      : request.materials.some((it) => it.materialId === material.materialId)
  return materials
    .filter(({ necessity, isShared }) => necessity !== 'optional' && !isShared)
    .filter((material) => !present(material) && !request.promiseMaterialIds.includes(material.materialId))
    .map((material) => ({
      field: isForm(material) ? 'forms' : 'materials',
      message: isPromisable(material) ? `请上传或承诺后补：${material.name}` : `缺少必要材料：${material.name}`,
    }))
}

/** Everything about materials that #4 saveType 2 refuses with 3001. */
export function materialErrors(parts: SubmittedParts): readonly FieldError[] {
  return [...listedErrors(parts), ...promiseErrors(parts), ...missingErrors(parts)]
}
