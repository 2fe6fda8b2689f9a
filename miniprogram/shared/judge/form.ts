import type { Answers, FormSchema } from '../form/index'

/** A form with what it says now. */
export interface JudgedForm {
  readonly materialId: string
  readonly schema: FormSchema
  readonly answers: Answers
}
