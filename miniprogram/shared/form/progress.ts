import type { FormContext } from './context'
import { isFilled } from './operators'
import type { FormSchema } from './schema'
import { isRequired } from './validate'
import { visibleForm } from './visibility'

export interface Progress {
  /** Required fields that are shown. */
  readonly required: number
  readonly filled: number
  /** Ids of the required fields that are still empty, in the order of the form. */
  readonly missing: readonly string[]
  /** `还需填写 3 项` or `必填项已填完`. */
  readonly text: string
}

/** How far the applicant has come; it counts what is filled, not whether it is right. */
export function formProgress(schema: FormSchema, context: FormContext): Progress {
  const visible = visibleForm(schema, context)
  const required = visible.fields.filter((field) => isRequired(field, visible.context))
  const missing = required.filter((field) => !isFilled(visible.context.form[field.id])).map((field) => field.id)
  return {
    required: required.length,
    filled: required.length - missing.length,
    missing,
    text: missing.length === 0 ? '必填项已填完' : `还需填写 ${missing.length} 项`,
  }
}
