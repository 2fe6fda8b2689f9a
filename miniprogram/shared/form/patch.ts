import type { Answers, AnswerValue, CellValue, TableRow } from './answers'
import type { FormContext } from './context'
import { fieldById, fieldsOf } from './fields-of'
import { kindOf } from './fields/index'
import { isFilled } from './operators'
import type { Problem } from './problem'
import type { FormSchema } from './schema'
import { visibleForm } from './visibility'

/** Every field of the form, empty. */
export function emptyAnswers(schema: FormSchema): Answers {
  return Object.fromEntries(fieldsOf(schema).map((field) => [field.id, null]))
}

/**
 * Longest value of one field in a draft, as JSON characters: far above any real answer; as Chinese text (3 bytes each)
 * still below a cloud call's 100 KB. The cloud function's input check has the same number.
 */
export const LARGEST_VALUE = 20_000

/**
 * The savable part of a patch from a page: known fields, tidied. Unknown fields, wrong types and oversized values are
 * left out and told as problems (`unknown`, `type`, `size`); a value that merely breaks a rule is kept, because a draft
 * may be unfinished.
 */
export function normalizePatch(
  schema: FormSchema,
  patch: Readonly<Record<string, unknown>>,
): { readonly answers: Answers; readonly problems: readonly Problem[] } {
  const answers: Record<string, AnswerValue> = {}
  const problems: Problem[] = []
  const refuse = (field: string, code: string, message: string): void => {
    problems.push({ field, severity: 'error', code, message })
  }
  for (const [id, raw] of Object.entries(patch)) {
    const field = fieldById(schema, id)
    if (!field) {
      refuse(id, 'unknown', '这一项不在表单里，请刷新后再填')
      continue
    }
    const normalized = kindOf(field.type).normalize(raw, field)
    if (!normalized.ok) refuse(id, 'type', normalized.message)
    else if (sizeOf(normalized.value) > LARGEST_VALUE) refuse(id, 'size', '内容太长，请精简后再保存')
    else answers[id] = normalized.value
  }
  return { answers, problems }
}

const sizeOf = (value: AnswerValue): number => (value === null ? 0 : JSON.stringify(value).length)

/** What goes upstream as formData (contract chapter 12): the shown, filled fields; empty cells are left out too. */
export function submittedAnswers(schema: FormSchema, context: FormContext): Answers {
  const { fields, context: seen } = visibleForm(schema, context)
  const filled = fields.map((field) => [field.id, seen.form[field.id] ?? null] as const).filter(([, v]) => isFilled(v))
  return Object.fromEntries(filled.map(([id, value]) => [id, isTable(value) ? value.map(filledCells) : value]))
}

function isTable(value: AnswerValue): value is readonly TableRow[] {
  return Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null)
}

function filledCells(row: TableRow): TableRow {
  const cells: readonly (readonly [string, CellValue])[] = Object.entries(row)
  return Object.fromEntries(cells.filter(([, value]) => isFilled(value)))
}
