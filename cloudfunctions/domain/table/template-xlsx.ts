import type { Workbook, Worksheet } from 'exceljs'
import { type Field, kindOf, type TableRow } from '../../../miniprogram/shared/form'
import { DEFAULT_MAX_ROWS } from '../../../miniprogram/shared/form/fields/table'
import { choicesOf } from './allowed'
import { filledTable } from './filled'
import { importable } from './imported'
import { quotedText } from './quoting'

const HEADING_FILL = 'FFE8F0FB'
const FIRST_ROW = 3

/** What XML reads as an escaped character, `_x000D_`, is escaped itself (ECMA-376 part 1, 22.9.2.19). */
const quote = (text: string): string => quotedText(text).replace(/_(?=x[0-9A-F]{4}_)/g, '_x005F_')

/**
 * Headings, a row of explanations, the rows there are, and empty rows that offer the options to choose from. All cells but numbers are
 * formatted as text: a spreadsheet program turns long numbers in other cells into 1.2E+17.
 */
export async function xlsxTemplate(table: Field, rows: readonly TableRow[] = []): Promise<Buffer> {
  const { default: Excel } = await import('exceljs')
  const workbook = new Excel.Workbook()
  // Excel refuses \ / ? * [ ] : in the name of a sheet, and more than 31 characters.
  const sheet = workbook.addWorksheet(table.label.replace(/[\\/?*[\]:']/g, '').slice(0, 31) || '表格', {
    views: [{ state: 'frozen', ySplit: FIRST_ROW - 1 }],
  })
  const columns = importable(table)
  const filled = filledTable(table, rows, quote)
  sheet.columns = columns.map((column, n) => ({
    header: filled.headings[n] ?? '',
    key: column.id,
    width: Math.max(14, Math.min(column.label.length * 2 + 4, 40)),
    style: { numFmt: kindOf(column.type).cell?.isNumber ? 'General' : '@' },
  }))
  sheet.addRows([filled.explanations, ...filled.rows].map((cells) => [...cells]))
  dress(sheet)
  const last = FIRST_ROW - 1 + (table.constraints?.maxRows ?? DEFAULT_MAX_ROWS)
  offerChoices(workbook, sheet, columns, last)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function dress(sheet: Worksheet): void {
  const [headings, explanations] = [sheet.getRow(1), sheet.getRow(2)]
  headings.font = { bold: true }
  headings.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADING_FILL } }
  headings.alignment = { wrapText: true, vertical: 'middle' }
  explanations.font = { italic: true, color: { argb: 'FF4A5464' }, size: 9 }
  explanations.alignment = { wrapText: true, vertical: 'top' }
}

/** The lists stand in a sheet of their own, hidden: in the cell's rule itself they may have 255 characters at most. */
function offerChoices(workbook: Workbook, sheet: Worksheet, columns: readonly Field[], last: number): void {
  if (!columns.some((column) => choicesOf(column).length > 0)) return
  const lists = workbook.addWorksheet('选项', { state: 'hidden' })
  columns.forEach((column, n) => {
    const choices = choicesOf(column)
    if (choices.length === 0) return
    choices.forEach((choice, i) => (lists.getCell(i + 1, n + 1).value = choice))
    const letter = lists.getColumn(n + 1).letter
    for (let row = FIRST_ROW; row <= last; row += 1) {
      sheet.getCell(row, n + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [`'选项'!$${letter}$1:$${letter}$${choices.length}`],
        showErrorMessage: true,
        errorTitle: '请从列表中选择',
        error: choices.join('、').slice(0, 200),
      }
    }
  })
}
