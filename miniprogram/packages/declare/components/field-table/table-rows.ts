import type { CellValue, TableRow } from '../../../../shared/form/answers'
import { kindOf } from '../../../../shared/form/fields/index'
import type { Field } from '../../../../shared/form/schema'
import { displayMasked, displayValue } from '../../../../shared/form/summary'

/** One cell of the open row. */
export interface CellView {
  /** The column's id. */
  readonly id: string
  readonly column: Field
  readonly value: CellValue
  readonly error: string
  /** What to look at again, without standing in the way; '' = nothing. */
  readonly warning: string
  /** What follows from the value, e.g. `30 周岁`; '' = nothing. */
  readonly note: string
}

/** One row as a line of the list. */
export interface RowCard {
  /** Index in the table. */
  readonly index: number
  /** What tells the row from others: a vehicle by its plate, everything else by its first filled cell. */
  readonly title: string
  /** The next cells. */
  readonly text: string
  /** Its problems with their columns; '' = none. */
  readonly problems: string
  /** What to look at again in it, with the columns; '' = nothing. */
  readonly warnings: string
}

/** `<row>.<columnId>` → message. */
export type CellMessages = Readonly<Record<string, string>>

/** What is said about the cells: errors must be corrected, warnings only looked at. */
export interface CellRemarks {
  readonly errors: CellMessages
  readonly warnings: CellMessages
}

export const NO_REMARKS: CellRemarks = { errors: {}, warnings: {} }

/** A list shows so many cells of each row; the rest shows when the row is opened. */
const CELLS_ON_CARD = 4

/**
 * @param whole all cells with their labels, for a reader who cannot open the row
 * @param masked numbers and addresses as somebody beside the phone may read them
 */
export function rowCard(
  columns: readonly Field[],
  row: TableRow,
  index: number,
  remarks: CellRemarks,
  whole: boolean,
  masked = !whole,
): RowCard {
  const cells = columns.map((column) => ({
    label: column.label,
    isPlate: column.constraints?.pattern === 'plate',
    text: (masked ? displayMasked : displayValue)(column, row[column.id] ?? null),
  }))
  const filled = cells.filter(({ text }) => text !== '')
  const first = filled.find(({ isPlate }) => isPlate) ?? filled[0]
  const others = filled.filter((cell) => cell !== first).slice(0, CELLS_ON_CARD - 1)
  const said = (messages: CellMessages): string =>
    columns
      .flatMap(({ id, label }) => {
        const message = messages[`${index}.${id}`]
        return message ? [`${label}：${message}`] : []
      })
      .join('；')
  return {
    index,
    title: whole ? '' : (first?.text ?? '还没有填写'),
    text: whole
      ? cells.map(({ label, text }) => `${label}：${text || '未填写'}`).join('；')
      : others.map(({ text }) => text).join(' · '),
    problems: said(remarks.errors),
    warnings: said(remarks.warnings),
  }
}

/** @param today Beijing day, for ages */
export function cellView(column: Field, row: TableRow, index: number, remarks: CellRemarks, today: string): CellView {
  const value = row[column.id] ?? null
  return {
    id: column.id,
    column,
    value,
    error: remarks.errors[`${index}.${column.id}`] ?? '',
    warning: remarks.warnings[`${index}.${column.id}`] ?? '',
    note: kindOf(column.type).note(value, today),
  }
}

/** Cells in their stored form; what is no such value stays as it was typed. */
export function tidyRow(columns: readonly Field[], row: TableRow): TableRow {
  return Object.fromEntries(columns.map((column) => [column.id, tidyCell(column, row[column.id] ?? null)]))
}

export function tidyCell(column: Field, value: CellValue): CellValue {
  const normalized = kindOf(column.type).normalize(value, column)
  return normalized.ok ? (normalized.value as CellValue) : value
}

export function emptyRow(columns: readonly Field[]): TableRow {
  return Object.fromEntries(columns.map((column) => [column.id, null]))
}

export function isEmptyRow(row: TableRow): boolean {
  return Object.values(row).every((value) => value === null || value === '')
}

/** `已填 2 行，至少 1 行，最多 20 行`. */
export function rowsText(count: number, field: Field): string {
  const { minRows, maxRows } = field.constraints ?? {}
  const least = minRows ? `，至少 ${minRows} 行` : ''
  const most = maxRows ? `，最多 ${maxRows} 行` : ''
  return `已填 ${count} 行${least}${most}`
}

/** Indexes of rows with problems, in order. */
export function wrongRows(errors: CellMessages): readonly number[] {
  const rows = Object.keys(errors).map((path) => Number.parseInt(path, 10))
  return [...new Set(rows)].sort((a, b) => a - b)
}
