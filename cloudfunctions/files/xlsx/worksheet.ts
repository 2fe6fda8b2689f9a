import { refuse } from '../refuse'
import { MOST_COLUMNS, type Sheet, type SheetCell, type SheetRow, textCell, TOO_MANY_ROWS } from '../sheet'
import { CellText, unescaped } from './text'
import { type Attributes, readXml } from './xml'

/** What the cells of a sheet refer to. */
export interface CellContext {
  readonly strings: readonly SheetCell[]
  readonly dayStyles: readonly boolean[]
  readonly from1904: boolean
}

/** Excel's limits; whatever lies beyond them was not written by a spreadsheet program. */
const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384

const FAILED: SheetCell = { unreadable: '单元格里的公式出错，请改成实际的内容' }
const NO_RESULT: SheetCell = { unreadable: '单元格里的公式没有结果，请复制后“选择性粘贴”为数值' }
const NO_NUMBER: SheetCell = { unreadable: '单元格里的内容读不出来，请重新填写' }

/**
 * The rows of a worksheet that hold anything, in order. Only what stands in cells is looked at: ranges, filters, widths
 * and rules may claim whole columns, and cost nothing. Throws FILE_REFUSED for more rows than `room`, another error for a
 * broken part and for cells outside of any sheet.
 */
export async function readWorksheet(part: Buffer, context: CellContext, room: number): Promise<Sheet> {
  const rows: SheetRow[] = []
  let number = 0
  let cells: SheetCell[] | undefined
  let column = 0
  let cell: OpenCell | undefined
  await readXml(part, {
    open(name, attributes) {
      if (name === 'row') {
        number = rowNumber(attributes()['r']) ?? number + 1
        cells = []
        column = 0
      } else if (name === 'c' && cells) {
        const read = attributes()
        column = columnNumber(read['r']) ?? column + 1
        cell = column <= MOST_COLUMNS ? new OpenCell(read) : undefined
      } else cell?.open(name)
    },
    text: (text) => cell?.add(text),
    close(name) {
      if (name === 'c' && cell && cells) {
        const value = cell.value(context)
        cell = undefined
        if (value === null) return
        while (cells.length < column - 1) cells.push(null)
        cells[column - 1] = value
      } else if (name === 'row' && cells) {
        if (cells.length > 0) rows.push({ number, cells })
        if (rows.length > room) throw refuse(TOO_MANY_ROWS)
        cells = undefined
      } else cell?.close(name)
    },
  })
  return rows.sort((a, b) => a.number - b.number)
}

/** A cell whose end was not read yet. */
class OpenCell {
  private readonly words = new CellText()
  private shown: string | undefined
  private inValue = false
  private isFormula = false

  constructor(private readonly attributes: Attributes) {}

  open(name: string): void {
    if (name === 'f') this.isFormula = true
    if (name === 'v') {
      this.inValue = true
      this.shown = ''
    } else this.words.open(name)
  }

  add(text: string): void {
    if (this.inValue) this.shown += text
    else this.words.add(text)
  }

  close(name: string): void {
    if (name === 'v') this.inValue = false
    else this.words.close(name)
  }

  /** A formula counts with the value that was shown last, formatted text with its words. */
  value({ strings, dayStyles, from1904 }: CellContext): SheetCell {
    const { t: type = 'n', s: style } = this.attributes
    if (type === 'inlineStr') return this.words.take()
    const { shown } = this
    if (shown === undefined) return this.isFormula ? NO_RESULT : null
    switch (type) {
      case 's':
        return strings[Number(shown)] ?? null
      case 'str':
        return textCell(unescaped(shown))
      case 'b':
        return Number(shown) !== 0
      case 'e':
        return FAILED
      case 'd':
        return dayCell(shown)
      default:
        if (shown === '') return this.isFormula ? NO_RESULT : null
        return numberCell(Number(shown), dayStyles[Number(style)] === true, from1904)
    }
  }
}

/** A day that is written as text has no zone, and is read as that of no machine: `2026-11-02T00:00:00`. */
export const dayCell = (shown: string): Date => new Date(/T[\d:.]*$/.test(shown) ? `${shown}Z` : shown)

/** Days since 1899-12-30, or 1904-01-01; a day that cannot be is an invalid Date, as the program shows ######. */
function numberCell(value: number, isDay: boolean, from1904: boolean): SheetCell {
  if (!Number.isFinite(value)) return NO_NUMBER
  return isDay ? new Date(Math.round((value - 25_569 + (from1904 ? 1462 : 0)) * 86_400_000)) : value
}

function rowNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const number = Number(text)
  if (Number.isInteger(number) && number >= 1 && number <= LAST_ROW) return number
  throw new Error(`no sheet has a row ${text}`)
}

/** `B7` → 2. */
function columnNumber(address: string | undefined): number | undefined {
  if (address === undefined) return undefined
  const letters = /^[A-Z]{1,3}(?=\d{1,7}$)/.exec(address)?.[0] ?? ''
  const number = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  if (number >= 1 && number <= LAST_COLUMN) return number
  throw new Error(`no sheet has a cell ${address}`)
}
