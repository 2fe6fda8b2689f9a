import Excel from 'exceljs'
import Papa from 'papaparse'
import { type CellValue, type Field, kindOf, type TableRow } from '../../../miniprogram/shared/form'
import type { PickedFile } from './files'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A cell as a person types it: the label of an option, 是 or 否, a number as it is. */
function typed(column: Field, value: CellValue): string | number {
  const kind = kindOf(column.type)
  if (kind.shape(column).kind === 'choice') return kind.show(value, column)
  return typeof value === 'string' || typeof value === 'number' ? value : ''
}

function cellsOf({ columns = [] }: Field, rows: readonly TableRow[]): (string | number)[][] {
  return [
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map((column) => typed(column, row[column.id] ?? null))),
  ]
}

/** The rows as a workbook, as someone prepares them on a computer. */
export async function workbookOf(table: Field, rows: readonly TableRow[]): Promise<PickedFile> {
  const workbook = new Excel.Workbook()
  workbook.addWorksheet(table.label).addRows(cellsOf(table, rows))
  return { name: `${table.label}.xlsx`, mimeType: XLSX, buffer: Buffer.from(await workbook.xlsx.writeBuffer()) }
}

/** The rows as comma-separated text in UTF-8. */
export function csvOf(table: Field, rows: readonly TableRow[]): PickedFile {
  return { name: `${table.label}.csv`, mimeType: 'text/csv', buffer: Buffer.from(Papa.unparse(cellsOf(table, rows))) }
}
