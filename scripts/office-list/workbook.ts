import Excel from 'exceljs'
import { kindOf } from '../../miniprogram/shared/form'
import type { OfficeLine, OfficeSheet } from './lines'

/** What the officer fills in, and the heading above it. */
export const ANSWERS = { agree: '同意', change: '改为', basis: '依据', signature: '签名', date: '日期' } as const
const KEY = '编号（请勿改动）'
const COLUMNS = ['序号', '类别', '内容', '现在', ...Object.values(ANSWERS), KEY] as const
const WIDTHS = [6, 18, 60, 18, 8, 20, 28, 12, 14, 44]

/** One answered row: the texts of its cells; a cell that is empty is ''. */
export interface AnsweredLine extends Readonly<Record<keyof typeof ANSWERS, string>> {
  readonly key: string
  /** What was asked, and what stood there, when it was printed. */
  readonly text: string
  readonly now: string
  /** As a spreadsheet counts. */
  readonly row: number
}

const titleOf = ({ matter, department }: OfficeSheet): string => matter || department

/** A workbook for the officers who know one matter: what they are asked for first, then a row for each line. */
export function workbookOf(sheet: OfficeSheet, first: readonly string[]): Excel.Workbook {
  const book = new Excel.Workbook()
  const page = book.addWorksheet(titleOf(sheet).slice(0, 31), {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  page.columns = WIDTHS.map((width) => ({ width, style: { alignment: { wrapText: true, vertical: 'top' } } }))
  page.addRow([`${titleOf(sheet)}：请核对（${sheet.department}）`]).font = { bold: true, size: 14 }
  for (const line of first) page.addRow([line])
  page.addRow([...COLUMNS]).font = { bold: true }
  page.views = [{ state: 'frozen', ySplit: page.rowCount }]
  sheet.lines.forEach((line, at) => page.addRow(rowOf(line, at)))
  return book
}

const rowOf = ({ group, topic, text, now, key }: OfficeLine, at: number): readonly (string | number)[] => [
  at + 1,
  `${group}·${topic}`,
  text,
  now,
  ...Object.keys(ANSWERS).map(() => ''),
  key,
]

/** The rows below the headings, wherever these stand. Throws when the file has none of our headings. */
export async function readWorkbook(fileName: string): Promise<readonly AnsweredLine[]> {
  const book = new Excel.Workbook()
  await book.xlsx.readFile(fileName)
  const found = book.worksheets.flatMap((page) => {
    const head = Array.from({ length: page.rowCount }, (_, i) => page.getRow(i + 1)).find((row) =>
      textsOf(row).includes(KEY),
    )
    if (head === undefined) return []
    const columns = textsOf(head)
    const lines: AnsweredLine[] = []
    page.eachRow((row, number) => {
      const texts = textsOf(row)
      const of = (heading: string): string => texts[columns.indexOf(heading)] ?? ''
      if (number > head.number && of(KEY) !== '') {
        const answers = Object.entries(ANSWERS).map(([name, heading]) => [name, of(heading)] as const)
        const said = Object.fromEntries(answers) as Readonly<Record<keyof typeof ANSWERS, string>>
        const date = dayOf(row.getCell(columns.indexOf(ANSWERS.date) + 1)) || said.date
        lines.push({ ...said, date, key: of(KEY), text: of('内容'), now: of('现在'), row: number })
      }
    })
    return [lines]
  })
  if (found.length === 0) throw new Error(`${fileName} has no column ${KEY}`)
  return found.flat()
}

/** A day however the spreadsheet holds it: typed, formatted as a date, or as its number; '' = no day. */
function dayOf({ value }: Excel.Cell): string {
  const plain = typeof value === 'number' || typeof value === 'string' || value instanceof Date ? value : ''
  const read = kindOf('date').cell?.read(plain, { id: 'date', label: ANSWERS.date, type: 'date' })
  return read && 'raw' in read && typeof read.raw === 'string' ? read.raw : ''
}

function textsOf(row: Excel.Row): readonly string[] {
  return Array.from({ length: COLUMNS.length }, (_, i) => {
    return row.getCell(i + 1).text.trim()
  })
}
