import { type SummaryItem } from '../../miniprogram/shared/form'
import { PAD } from './page'
import { type Cell, type PaperSheet } from './sheet'

const SIZE = 8.5
/** More columns than this are unreadable on portrait paper. */
const MOST_COLUMNS_PORTRAIT = 8
const NUMBER_WIDTH = 30

type Rows = NonNullable<SummaryItem['rows']>

/** A table with its name, its head repeated on every page, and numbered rows. Wide ones are printed on landscape pages. */
export function printTable(sheet: PaperSheet, label: string, rows: Rows): void {
  const columns = (rows[0] ?? []).map((cell) => cell.label)
  const wanted = columns.length > MOST_COLUMNS_PORTRAIT ? 'landscape' : 'portrait'
  if (sheet.orientation !== wanted) sheet.newPage(wanted)
  const widths = [NUMBER_WIDTH, ...columnWidths(sheet, columns, rows, sheet.width - NUMBER_WIDTH)]
  const head = ['序号', ...columns].map((text, i): Cell => ({
    width: widths[i] ?? 0,
    text,
    place: label,
    shaded: true,
    centred: true,
  }))
  const printHead = (): void => sheet.row(head, SIZE)
  sheet.keep(90)
  const title = `${label}（共 ${rows.length} 行）`
  sheet.row([{ width: sheet.width, text: title, place: label, shaded: true, face: 'bold' }], SIZE + 1)
  printHead()
  rows.forEach((row, r) => {
    const place = `${label} 第 ${r + 1} 行`
    const cells = row.map((cell, i): Cell => ({ width: widths[i + 1] ?? 0, text: cell.text, place }))
    sheet.row([{ width: NUMBER_WIDTH, text: String(r + 1), place, centred: true }, ...cells], SIZE, printHead)
  })
}

/** Columns get what they ask for while that is less than their share; the others share what is left. */
function columnWidths(sheet: PaperSheet, columns: readonly string[], rows: Rows, total: number): number[] {
  const asked = columns.map((label, i) => {
    const texts = [label, ...rows.map((row) => row[i]?.text ?? '')]
    // Beyond this the share decides anyway.
    const widest = Math.max(
      ...texts.map((text) => sheet.widthOf(Array.from(text).slice(0, 80).join(''), SIZE, 'regular')),
    )
    return widest + 2 * PAD.x + 1
  })
  let wide = asked
  for (;;) {
    const left = total - sum(asked.filter((width) => !wide.includes(width)))
    const share = left / Math.max(1, wide.length)
    const next = wide.filter((width) => width > share)
    if (next.length === wide.length || next.length === 0) {
      const spare = next.length === 0 ? (total - sum(asked)) / columns.length : 0
      return asked.map((width) => (next.includes(width) ? share : width + spare))
    }
    wide = next
  }
}

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0)
