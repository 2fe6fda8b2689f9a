import { type CellValue, type Field, kindOf, type TableRow } from '../../../miniprogram/shared/form'
import { EXPLAINED } from '../../files/sheet'
import { allowedText } from './allowed'
import { importable } from './imported'

type Cell = string | number

/** What a file of the table holds. */
export interface FilledTable {
  readonly headings: readonly string[]
  readonly explanations: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** @param quote text as a cell of the file takes it */
export function filledTable(table: Field, rows: readonly TableRow[], quote: (text: string) => string): FilledTable {
  const columns = importable(table)
  const cellOf = (value: CellValue, column: Field): Cell => {
    const written = value === null ? '' : (kindOf(column.type).cell?.write(value, column) ?? '')
    return typeof written === 'string' ? quote(written) : written
  }
  return {
    headings: columns.map(({ label }) => quote(label)),
    explanations: columns.map((column) => EXPLAINED + allowedText(column)),
    rows: rows.map((row) => columns.map((column) => cellOf(row[column.id] ?? null, column))),
  }
}
