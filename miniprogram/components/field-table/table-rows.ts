import type { CellValue, TableRow } from '../../shared/form/answers'
import { kindOf } from '../../shared/form/fields/index'
import type { Field } from '../../shared/form/schema'

/** One line of a row's card. */
export interface CellView {
  readonly column: Field
  readonly value: CellValue
  /** As a person reads it; '' = not filled. */
  readonly text: string
  readonly error: string
}

/** One row as a card. */
export interface RowView {
  readonly key: string
  readonly cells: readonly CellView[]
  /** How many cells need attention. */
  readonly problems: number
}

/** An unknown value as table rows; anything else than an array of objects is no rows. */
export function asRows(value: unknown): readonly TableRow[] {
  if (!Array.isArray(value)) return []
  return value.filter((row): row is TableRow => typeof row === 'object' && row !== null && !Array.isArray(row))
}

/** `cellErrors` by `<row>.<columnId>`. */
export function rowView(
  columns: readonly Field[],
  row: TableRow,
  index: number,
  cellErrors: Readonly<Record<string, string>>,
): RowView {
  const cells = columns.map((column) => {
    const value = row[column.id] ?? null
    return {
      column,
      value,
      text: kindOf(column.type).show(value, column),
      error: cellErrors[`${index}.${column.id}`] ?? '',
    }
  })
  return { key: String(index), cells, problems: cells.filter((cell) => cell.error !== '').length }
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
