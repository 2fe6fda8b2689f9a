import type { CellValue, TableRow } from '../answers'
import { defineKind } from '../kind/define'
import {
  type CarriedValue,
  type CheckEnv,
  type FieldKind,
  type Finding,
  type KindOf,
  MISMATCH,
  type ShownRow,
} from '../kind/kind'
import { isFilled } from '../operators'
import { tableRowsOf } from '../row-patch'
import type { Field } from '../schema'

/** Most rows when a form file sets no limit. */
export const DEFAULT_MAX_ROWS = 50

/** A table: rows of cells, each cell a field of its own. */
export const kind = defineKind<readonly TableRow[]>((kindOf) => ({
  title: '表格',
  needs: 'columns',
  limits: ['minRows', 'maxRows'],
  hasRows: true,
  ask: '请填写',
  mismatch: '表格内容不正确，请重新填写',
  read: (raw, field) => readRows(raw, field, kindOf),
  check: (rows, field, env) => checkRows(rows, field, env, kindOf),
  show: (rows) => `共 ${rows.length} 行`,
  showInFull: (rows, field) =>
    shownRows(rows, field, '（空）', kindOf)
      .map((cells, at) => `第 ${at + 1} 行：${cells.map(({ text }) => text).join('，')}`)
      .join('；'),
  details: (rows, field) => ({ rows: shownRows(rows, field, '未填写', kindOf) }),
  control: () => ({ name: 'table', typed: true }),
  shape: ({ columns = [] }) => ({ kind: 'rows', columns }),
  // No table stands in a cell of another one.
  cell: null,
  carry: (value, field, target) => carryRows(tableRowsOf(value), field, target, kindOf),
  example: ({ columns = [] }) => [
    Object.fromEntries(columns.map((column) => [column.id, kindOf(column.type).example(column) as CellValue])),
  ],
}))

function readRows(raw: unknown, field: Field, kindOf: KindOf) {
  if (!Array.isArray(raw)) return MISMATCH
  const rows: TableRow[] = []
  for (const item of raw as readonly unknown[]) {
    const row = readRow(item, field.columns ?? [], kindOf)
    if (row === MISMATCH) return MISMATCH
    rows.push(row)
  }
  return rows.length === 0 ? null : rows
}

function readRow(raw: unknown, columns: readonly Field[], kindOf: KindOf) {
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

function checkRows(rows: readonly TableRow[], field: Field, env: CheckEnv, kindOf: KindOf): readonly Finding[] {
  const { minRows = 0, maxRows = DEFAULT_MAX_ROWS } = field.constraints ?? {}
  const findings: Finding[] = []
  if (rows.length < minRows) findings.push({ code: 'minRows', message: `请至少填写 ${minRows} 行` })
  if (rows.length > maxRows) findings.push({ code: 'maxRows', message: `最多填写 ${maxRows} 行` })
  rows.forEach((row, i) => {
    const inRow: CheckEnv = { ...env, valueOf: (id) => row[id] ?? null }
    for (const column of field.columns ?? []) {
      const at = `[${i}].${column.id}`
      for (const finding of checkCell(row[column.id] ?? null, column, inRow, kindOf(column.type))) {
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

function shownRows(rows: readonly TableRow[], { columns = [] }: Field, empty: string, kindOf: KindOf): ShownRow[] {
  return rows.map((row) =>
    columns.map((column) => {
      const text = kindOf(column.type).show(row[column.id] ?? null, column)
      return { label: column.label, text: text || empty }
    }),
  )
}

/** Cell by cell. Rows stay where they are, as long as one of them has anything left. */
function carryRows(rows: readonly TableRow[], field: Field, target: Field, kindOf: KindOf): CarriedValue {
  const [kept, lost] = [rows.map(() => emptyRow(target)), rows.map((): Record<string, CellValue> => ({}))]
  for (const column of field.columns ?? []) {
    const place = target.columns?.find(({ id, type }) => id === column.id && type === column.type)
    rows.forEach((row, at) => {
      const value = row[column.id] ?? null
      if (!isFilled(value)) return
      const carried: CarriedValue = place
        ? kindOf(column.type).carry(value, column, place)
        : { left: { field: column, value } }
      const [ours, theirs] = [kept[at], lost[at]]
      if (ours && carried.kept !== undefined) ours[column.id] = carried.kept as CellValue
      if (theirs && carried.left) theirs[column.id] = value
    })
  }
  const columns = (field.columns ?? []).filter(({ id }) => lost.some((row) => isFilled(row[id])))
  const isEmpty = kept.every((row) => Object.values(row).every((cell) => !isFilled(cell)))
  const left = columns.length > 0 ? { left: { field: { ...field, columns }, value: lost } } : {}
  return { kept: isEmpty ? null : kept, ...left }
}

const emptyRow = ({ columns = [] }: Field): Record<string, CellValue> =>
  Object.fromEntries(columns.map(({ id }) => [id, null]))
