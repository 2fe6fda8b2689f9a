import Excel from 'exceljs'
import Papa from 'papaparse'
import type { CellValue, Field, TableRow } from '../../../miniprogram/shared/form'
import type { PickedFile } from './files'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A cell as a person types it: the label of an option, 是 or 否, a number as it is. */
function typed(column: Field, value: CellValue): string | number {
  if (column.type === 'single_choice') return column.options?.find((option) => option.value === value)?.label ?? ''
  if (column.type === 'boolean') return value === '1' ? '是' : '否'
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
