import type { CellValue, Workbook, Worksheet } from 'exceljs'
import { refuseTable } from './refuse'
import { MOST_COLUMNS, type Sheet, type SheetCell } from './sheet'
import { checkXlsx } from './zip-guard'

/** Of no use here; exceljs writes each cell of their ranges down, and a range may be a whole column. */
const UNUSED_NODES = [
  'autoFilter',
  'conditionalFormatting',
  'dataValidations',
  'drawing',
  'extLst',
  'hyperlinks',
  'legacyDrawing',
  'mergeCells',
  'picture',
  'rowBreaks',
  'tableParts',
]

/** The visible sheets of an XLSX file, in order, those without content left out. Throws FILE_REFUSED. */
export async function readXlsx(bytes: Buffer): Promise<readonly Sheet[]> {
  checkXlsx(bytes)
  const workbook = await load(bytes)
  return workbook.worksheets
    .filter((sheet) => sheet.state === 'visible')
    .map(rowsOf)
    .filter((sheet) => sheet.length > 0)
}

async function load(bytes: Buffer): Promise<Workbook> {
  const { default: Excel } = await import('exceljs')
  const workbook = new Excel.Workbook()
  try {
    // exceljs's own typing of Buffer is older than Node's.
    const data: ArrayBuffer = Uint8Array.from(bytes).buffer
    await workbook.xlsx.load(data, { ignoreNodes: UNUSED_NODES })
    return workbook
  } catch {
    throw refuseTable('读不出这个 Excel 文件。请用表格软件打开，另存为 .xlsx 后再试')
  }
}

function rowsOf(sheet: Worksheet): Sheet {
  const rows: { number: number; cells: SheetCell[] }[] = []
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: SheetCell[] = []
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (column > MOST_COLUMNS) return
      while (cells.length < column - 1) cells.push(null)
      cells.push(cellOf(cell.value))
    })
    if (cells.some((cell) => cell !== null)) rows.push({ number, cells })
  })
  return rows
}

const FAILED: SheetCell = { unreadable: '单元格里的公式出错，请改成实际的内容' }

/** A formula counts with the value that was shown last; a link or formatted text with its words. */
function cellOf(value: CellValue): SheetCell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value.trim() || null
  if (typeof value === 'number' || typeof value === 'boolean' || value instanceof Date) return value
  if ('error' in value) return FAILED
  if ('richText' in value) return cellOf(value.richText.map(({ text }) => text).join(''))
  if ('hyperlink' in value) return cellOf(value.text)
  const shown = value.result
  if (shown === undefined) return { unreadable: '单元格里的公式没有结果，请复制后“选择性粘贴”为数值' }
  return cellOf(shown)
}
