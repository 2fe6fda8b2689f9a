import type { FormFile } from '../catalogue/form-file'
import type { Material } from '../catalogue/item'
import { typeErrors } from '../forms/check-types'
import type { FieldError } from '../protocol/errors'
import type { FormData, SavedForm } from '../state/records'
import type { FormInput } from './requests'

export interface CheckedForms {
  readonly errors: readonly FieldError[]
  /** By materialId, as they are to be saved. */
  readonly forms: Readonly<Record<string, SavedForm>>
}

function formErrors(
  input: FormInput,
  index: number,
  materials: readonly Material[],
  formById: ReadonlyMap<string, FormFile>,
): readonly FieldError[] {
  const at = `forms[${index}]`
  const material = materials.find((it) => it.materialId === input.materialId)
  if (material === undefined) return [{ field: `${at}.materialId`, message: '不在本申报应交材料中' }]
  const form = formById.get(material.formId)
  if (form === undefined) return [{ field: `${at}.materialId`, message: '不是电子表单材料' }]
  const { version } = form
  if (input.formVersion !== version) {
    return [{ field: `${at}.formVersion`, message: `表单版本已更新为 ${version}，请重新取材料清单` }]
  }
  return typeErrors(form, input.formData, `${at}.formData`)
}

/** Checks sent forms by the field dictionary: each belongs to the declaration, has the current version and right types. */
export function checkForms(
  inputs: readonly FormInput[],
  materials: readonly Material[],
  formById: ReadonlyMap<string, FormFile>,
  savedAt: number,
): CheckedForms {
  const ids = inputs.map((input) => input.materialId)
  const repeated = inputs.flatMap((input, index) =>
    ids.indexOf(input.materialId) === index
      ? []
      : [{ field: `forms[${index}].materialId`, message: '同一表单重复出现' }],
  )
  const errors = inputs.flatMap((input, index) => formErrors(input, index, materials, formById))
  const forms = Object.fromEntries(
    // The dictionary has just checked the types, whenever there is no error.
    inputs.map(({ materialId, formVersion, formData }) => [
      materialId,
      { formVersion, formData: formData as FormData, savedAt },
    ]),
  )
  return { errors: [...repeated, ...errors], forms }
}
