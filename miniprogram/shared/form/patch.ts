import type { Answers, AnswerValue, CellValue, TableRow } from './answers'
import { byteSize } from './byte-size'
import type { FormContext } from './context'
import { fieldById, fieldsOf } from './fields-of'
import { hasRows, kindOf } from './fields/index'
import { isFilled } from './operators'
import type { Problem } from './problem'
import { spliceRows, tableRowsOf, type RowSplice } from './row-patch'
import type { FormSchema } from './schema'
import { visibleForm } from './visibility'

/** Every field of the form, empty. */
export function emptyAnswers(schema: FormSchema): Answers {
  return Object.fromEntries(fieldsOf(schema).map((field) => [field.id, null]))
}

/**
 * Longest value of one field, or of one row of a table, in a draft, as JSON characters: far above any real answer; as
 * Chinese text (3 bytes each) still below a cloud call's 100 KB. The cloud function's input check has the same number.
 */
export const LARGEST_VALUE = 20_000

/** Most rows of a table in a draft, whatever its form allows; the input check has the same number. */
export const LARGEST_TABLE = 500

/**
 * Largest answers of all forms of a draft together, in bytes of JSON. The whole draft comes back with its form files in
 * one cloud answer (1 MB), a form goes upstream in one JSON body (contract chapter 11: 1 MiB), and the phone keeps a
 * copy under one storage key (1 MB, encrypted a third longer).
 */
export const LARGEST_DRAFT = 600 * 1024

/** How much of `LARGEST_DRAFT` the answers of one form take. */
export const answersSize = (answers: Answers): number => byteSize(JSON.stringify(answers))

/** What a page wants to change in one form, not checked yet. */
export interface RawPatch {
  readonly answers: Readonly<Record<string, unknown>>
  readonly rows?: Readonly<Record<string, readonly RowSplice[]>>
}

type Refuse = (field: string, code: string, message: string) => void

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
  const refuse: Refuse = (field, code, message) => {
    problems.push({ field, severity: 'error', code, message })
  }
  for (const [id, raw] of Object.entries(patch)) {
    const field = fieldById(schema, id)
    if (!field) {
      refuse(id, 'unknown', '这一项不在表单里，请返回后重新打开这一页再填')
      continue
    }
    const normalized = kindOf(field.type).normalize(raw, field)
    if (!normalized.ok) refuse(id, 'type', normalized.message)
    else if (fits(id, normalized.value, refuse)) answers[id] = normalized.value
  }
  return { answers, problems }
}

/**
 * The answers of a form after a patch, with whole tables. Row changes are applied strictly to `before`: one that does
 * not fit it (another base, no table) is a problem of its field (`rows`), and nothing of that field changes.
 */
export function applyPatch(
  schema: FormSchema,
  before: Answers,
  patch: RawPatch,
): { readonly answers: Answers; readonly problems: readonly Problem[] } {
  const tables: Record<string, unknown> = {}
  const misfits: Problem[] = []
  for (const [id, splices] of Object.entries(patch.rows ?? {})) {
    const rows = spliceRows(tableRowsOf(before[id] ?? null), splices)
    const field = fieldById(schema, id)
    if (rows !== null && field && hasRows(field)) tables[id] = rows
    else
      misfits.push({
        field: id,
        severity: 'error',
        code: 'rows',
        message: '表格的内容对不上，请返回后重新打开这一页再改',
      })
  }
  const { answers, problems } = normalizePatch(schema, { ...patch.answers, ...tables })
  return { answers: { ...before, ...answers }, problems: [...misfits, ...problems] }
}

function fits(id: string, value: AnswerValue, refuse: Refuse): boolean {
  const parts = isTable(value) ? value : [value]
  if (parts.some((part) => sizeOf(part) > LARGEST_VALUE)) {
    refuse(id, 'size', '内容太长，请精简后再保存')
    return false
  }
  if (isTable(value) && value.length > LARGEST_TABLE) {
    refuse(id, 'size', `表格最多保存 ${LARGEST_TABLE} 行，现在有 ${value.length} 行，请删减后再保存`)
    return false
  }
  return true
}

const sizeOf = (value: AnswerValue | TableRow): number => (value === null ? 0 : JSON.stringify(value).length)

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
