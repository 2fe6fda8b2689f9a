import {
  type AnswerValue,
  type Field,
  type FieldType,
  normalizePatch,
  validateForm,
} from '../../../miniprogram/shared/form'
import { contextOf, formOf } from './form-of'

/** A form of one field, judged like any other: what stands in its way. */
export function judge(field: Partial<Field>, value: unknown): { value: AnswerValue | undefined; codes: string[] } {
  const schema = formOf([{ id: 'f', label: '项', type: 'text', ...field }])
  const { answers, problems } = normalizePatch(schema, { f: value })
  const found = validateForm(schema, contextOf(answers))
  const wrong = [...problems, ...found].filter(({ severity }) => severity === 'error')
  return { value: answers.f, codes: wrong.map(({ field: at, code }) => at.replace(/^f/, '') + code) }
}

/** [what is typed, what is kept, what is wrong with it] */
type Row = readonly [typed: unknown, kept: AnswerValue | undefined, ...codes: string[]]

export type TypedValues = readonly [FieldType, Partial<Field>, readonly Row[]]
