import type { CellValue } from '../answers'
import type { Field } from '../schema'
import { toHalfWidth } from '../text'

/** What a spreadsheet holds in one cell; a time of day is a Date of Excel's day 0, in UTC. */
export type PlainCell = string | number | boolean | Date

/** A value as `read` of the kind may want it, or why the cell cannot be one, in the citizen's words. */
export type RawCell = { readonly raw: unknown } | { readonly message: string }

/** A kind as the column of a spreadsheet: what a template says about it, and how a filled-in cell is understood. */
export interface CellKind {
  /** What may stand in a cell: `日期，写成 2026-11-02`; '' = anything. */
  readonly hint: (column: Field) => string
  /** What a cell offers to choose from; empty for free text. */
  readonly choices: (column: Field) => readonly string[]
  /** Cells hold numbers. All others are formatted as text, which no spreadsheet program turns into 1.2E+17. */
  readonly isNumber: boolean
  readonly read: (cell: PlainCell, column: Field) => RawCell
  /** An answer as `read` understands it again. */
  readonly write: (value: CellValue, column: Field) => string | number
}

const ROUNDED = '号码被表格软件变成了数字，后几位已经丢失。请把这一列的单元格格式改成“文本”，重新填写号码后再导入'

/** From 15 digits on a spreadsheet program no longer keeps a number exactly. */
const EXACT_BELOW = 1e15
const SCIENTIFIC = /^\d(\.\d+)?E\+\d{1,3}$/i

/** Free text: the column of a kind that says nothing else. */
export const TEXT_CELL: CellKind = {
  hint: ({ constraints = {} }) => (constraints.maxLength === undefined ? '' : `最多 ${constraints.maxLength} 个字`),
  choices: () => [],
  isNumber: false,
  read: (cell) => {
    if (typeof cell === 'number' && Math.abs(cell) >= EXACT_BELOW) return { message: ROUNDED }
    const text = cellText(cell)
    return SCIENTIFIC.test(toHalfWidth(text)) ? { message: ROUNDED } : { raw: text }
  },
  write: (value) => (typeof value === 'string' ? value : ''),
}

export const pad = (n: number | string): string => String(n).padStart(2, '0')

/** What a person sees in the cell. */
export function cellText(cell: PlainCell): string {
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  if (!(cell instanceof Date)) return String(cell)
  const time = `${pad(cell.getUTCHours())}:${pad(cell.getUTCMinutes())}`
  // A time of day is a fraction of Excel's day 0.
  return cell.getUTCFullYear() < 1900 ? time : cell.toISOString().slice(0, 10)
}
