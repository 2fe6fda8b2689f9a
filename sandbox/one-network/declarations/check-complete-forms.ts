import type { Material } from '../catalogue/item'
import type { FormFile } from '../catalogue/form-file'
import { attachIdsIn } from '../forms/attach-fields'
import { completenessErrors } from '../forms/check-complete'
import type { FieldError } from '../protocol/errors'
import type { AttachmentRecord, DeclarationRecord, SavedForm } from '../state/records'
import type { FormInput } from './requests'

interface FormsOfSubmission {
  readonly declaration: Pick<DeclarationRecord, 'declareNo'>
  readonly materials: readonly Material[]
  readonly sent: readonly FormInput[]
  readonly forms: Readonly<Record<string, SavedForm>>
  readonly formById: ReadonlyMap<string, FormFile>
  readonly attachmentOf: (attachId: string) => AttachmentRecord | undefined
}

/** A form that was not sent again is named by its material; one that was, by its place in the request. */
function pathOf(materialId: string, sent: readonly FormInput[]): string {
  const index = sent.findIndex((input) => input.materialId === materialId)
  return index < 0 ? `forms.${materialId}.formData` : `forms[${index}].formData`
}

/** Required fields, check digits, and signatures that were uploaded in this declaration, for every form that counts. */
export function submittedFormErrors(parts: FormsOfSubmission): readonly FieldError[] {
  return parts.materials.flatMap(({ materialId, formId }) => {
    const form = parts.formById.get(formId)
    const saved = parts.forms[materialId]
    if (form === undefined || saved === undefined) return []
    const path = pathOf(materialId, parts.sent)
    const signatures = attachIdsIn(form, saved.formData).flatMap(({ fieldId, attachId }) => {
      const record = parts.attachmentOf(attachId)
      const fits =
        record?.declareNo === parts.declaration.declareNo &&
        record.materialId === materialId &&
        record.fieldId === fieldId
      return fits ? [] : [{ field: `${path}.${fieldId}`, message: '签名附件不存在或不属于本表单' }]
    })
    return [...completenessErrors(form, saved.formData, path), ...signatures]
  })
}
