import type { FormField, FormFile } from '../catalogue/form-file'
import type { FormData } from '../state/records'
import { typeOf } from './field-types'

/** Fields whose value is a list of attachIds from #7. */
export function attachFields(form: FormFile): readonly FormField[] {
  return form.sections.flatMap((section) => section.fields).filter((field) => typeOf(field).holdsFiles)
}

/** Every attachId in the form's data, with the field that names it. */
export function attachIdsIn(
  form: FormFile,
  data: FormData,
): readonly { readonly fieldId: string; readonly attachId: string }[] {
  return attachFields(form).flatMap(({ id }) => {
    const value = data[id]
    if (!Array.isArray(value)) return []
    return value.filter((part) => typeof part === 'string').map((attachId) => ({ fieldId: id, attachId }))
  })
}
