import type { CellValue, TableRow } from '../answers'
import { defineKind, type CheckEnv, type FieldKind, type Finding, MISMATCH } from '../field-kind'
import type { Field, FieldType } from '../schema'

/** Most rows when a form file sets no limit. */
const DEFAULT_MAX_ROWS = 50

/** A table: rows of cells, each cell a field of its own. `kindOf` is the registry, given in to avoid a circular import. */
export function defineTable(kindOf: (type: FieldType) => FieldKind): FieldKind {
  return defineKind<readonly TableRow[]>({
    ask: '请填写',
    mismatch: '表格内容不正确，请重新填写',
    read: (raw, field) => readRows(raw, field, kindOf),
    check: (rows, field, env) => checkRows(rows, field, env, kindOf),
    show: (rows) => `共 ${rows.length} 行`,
  })
}

function readRows(raw: unknown, field: Field, kindOf: (type: FieldType) => FieldKind) {
  if (!Array.isArray(raw)) return MISMATCH
  const rows: TableRow[] = []
  for (const item of raw as readonly unknown[]) {
    const row = readRow(item, field.columns ?? [], kindOf)
    if (row === MISMATCH) return MISMATCH
    rows.push(row)
  }
  return rows.length === 0 ? null : rows
}

function readRow(raw: unknown, columns: readonly Field[], kindOf: (type: FieldType) => FieldKind) {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return MISMATCH
  const cells = raw as Readonly<Record<string, unknown>>
  const row: Record<string, CellValue> = {}
  for (const column of columns) {
    const cell = kindOf(column.type).normalize(cells[column.id], column)
    if (!cell.ok || isRows(cell.value)) return MISMATCH
    row[column.id] = cell.value
  }
  return row
}

function isRows(value: CellValue | readonly TableRow[]): value is readonly TableRow[] {
  return Array.isArray(value) && value.some((item) => typeof item === 'object')
}

function checkRows(
  rows: readonly TableRow[],
  field: Field,
  env: CheckEnv,
  kindOf: (type: FieldType) => FieldKind,
): readonly Finding[] {
  const { minRows = 0, maxRows = DEFAULT_MAX_ROWS } = field.constraints ?? {}
  const findings: Finding[] = []
  if (rows.length < minRows) findings.push({ code: 'minRows', message: `请至少填写 ${minRows} 行` })
  if (rows.length > maxRows) findings.push({ code: 'maxRows', message: `最多填写 ${maxRows} 行` })
  rows.forEach((row, i) => {
    for (const column of field.columns ?? []) {
      const at = `[${i}].${column.id}`
      for (const finding of checkCell(row[column.id] ?? null, column, env, kindOf(column.type))) {
        findings.push({ ...finding, at })
      }
    }
  })
  return findings
}

function checkCell(value: CellValue, column: Field, env: CheckEnv, kind: FieldKind): readonly Finding[] {
  if (value === null) return column.required === true ? [kind.missing(column)] : []
  return kind.check(value, column, env)
}
