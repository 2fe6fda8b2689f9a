import type { FormCondition } from '../forms/form-condition'

/** A form's file, as far as the provider's field dictionary (contract chapter 12) reads it. */
export interface FormFile {
  readonly version: string
  readonly title: string
  readonly sections: readonly {
    readonly id: string
    readonly title: string
    readonly showWhen?: FormCondition
    readonly fields: readonly FormField[]
  }[]
}

export interface FormField {
  readonly id: string
  readonly label: string
  readonly type: string
  readonly required?: boolean
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly showWhen?: FormCondition
  readonly requiredWhen?: FormCondition
  readonly columns?: readonly FormField[]
  readonly constraints?: {
    readonly maxLength?: number
    readonly maxRows?: number
    /** Name of a pattern; the provider knows those of certificates with a check digit. */
    readonly pattern?: string
    /** The field, or the column, that says of which document the number is; empty or `id` = an ID card. */
    readonly documentType?: string
  }
}
