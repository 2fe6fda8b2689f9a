import { type CellValue, type Field } from '../../../miniprogram/shared/form'
import { kindOf } from '../../../miniprogram/shared/form/fields'
import { toHalfWidth } from '../../../miniprogram/shared/form/text'
import { type SheetCell, unquoted } from '../../files/sheet'

export type ReadCell =
  { readonly ok: true; readonly value: CellValue } | { readonly ok: false; readonly message: string }

/** A value as a column's kind may want it, or why it cannot be one. */
type Raw = { readonly raw: unknown } | { readonly message: string }

const ROUNDED = '号码被表格软件变成了数字，后几位已经丢失。请把这一列的单元格格式改成“文本”，重新填写号码后再导入'

const NO_DAY_CELL = '单元格设成了日期格式，内容却不是日期。请把这一列的单元格格式改成“文本”，重新填写后再导入'

/** From 15 digits on a spreadsheet program no longer keeps a number exactly. */
const EXACT_BELOW = 1e15
const SCIENTIFIC = /^\d(\.\d+)?E\+\d{1,3}$/i

/** A cell of a file → the answer of its column. Labels of options become their values, days `2026-11-02`. */
export function readCell(cell: SheetCell, column: Field): ReadCell {
  if (cell === null) return { ok: true, value: null }
  // A number that is formatted as a day, and is none: the spreadsheet program shows ######.
  if (cell instanceof Date && Number.isNaN(cell.getTime())) return { ok: false, message: NO_DAY_CELL }
  if (typeof cell === 'object' && 'unreadable' in cell) return { ok: false, message: cell.unreadable }
  const read = rawOf(typeof cell === 'string' ? unquoted(cell) : cell, column)
  if ('message' in read) return { ok: false, message: read.message }
  const normalized = kindOf(column.type).normalize(read.raw, column)
  if (!normalized.ok) return { ok: false, message: normalized.message }
  return { ok: true, value: isRows(normalized.value) ? null : normalized.value }
}

type Plain = string | number | boolean | Date

function rawOf(cell: Plain, column: Field): Raw {
  switch (column.type) {
    case 'number':
    case 'money':
    case 'area':
      return numberOf(cell, column)
    case 'date':
      return dayOf(cell)
    case 'daterange':
      return rangeOf(cell)
    case 'single_choice':
      return optionOf(textOf(cell), column)
    case 'multi_choice':
      return optionsOf(textOf(cell), column)
    case 'boolean':
      return booleanOf(cell)
    default:
      return codeOf(cell)
  }
}

const pad = (n: number | string): string => String(n).padStart(2, '0')

function textOf(cell: Plain): string {
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  if (!(cell instanceof Date)) return String(cell)
  const time = `${pad(cell.getUTCHours())}:${pad(cell.getUTCMinutes())}`
  // A time of day is a fraction of Excel's day 0.
  return cell.getUTCFullYear() < 1900 ? time : cell.toISOString().slice(0, 10)
}

function codeOf(cell: Plain): Raw {
  if (typeof cell === 'number' && Math.abs(cell) >= EXACT_BELOW) return { message: ROUNDED }
  const text = textOf(cell)
  return SCIENTIFIC.test(toHalfWidth(text)) ? { message: ROUNDED } : { raw: text }
}

function numberOf(cell: Plain, column: Field): Raw {
  // 15 digits: what the spreadsheet showed, without the dust of binary fractions.
  if (typeof cell === 'number') return { raw: Number(cell.toPrecision(15)) }
  if (typeof cell !== 'string') return { message: '请填写数字' }
  const { unit = '' } = column.constraints ?? {}
  return { raw: unit !== '' && cell.endsWith(unit) ? cell.slice(0, -unit.length) : cell }
}

const NO_DAY: Raw = { message: '日期请写成 2026-11-02 的样子' }

/** Days since Excel's beginning, for cells that were not formatted as a day: 1954 to 2119. */
const isSerial = (n: number): boolean => Number.isInteger(n) && n > 20_000 && n < 80_000

function dayOf(cell: Plain): Raw {
  if (cell instanceof Date) return { raw: cell.toISOString().slice(0, 10) }
  if (typeof cell === 'number' && isSerial(cell)) {
    return { raw: new Date((cell - 25_569) * 86_400_000).toISOString().slice(0, 10) }
  }
  const day = dayIn(String(cell))
  return day === undefined ? NO_DAY : { raw: day }
}

/** What is longer is no day, and looking for one in a page of blanks takes a second. */
const LONGEST_DAYS = 100

/** 2026-11-02, 2026/11/2, 2026.11.2, 2026年11月2日, 20261102, perhaps with a time behind. */
function dayIn(text: string): string | undefined {
  if (text.length > LONGEST_DAYS) return undefined
  const half = toHalfWidth(text).trim()
  const parts =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(half) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(half)
  return parts ? `${parts[1]}-${pad(parts[2] ?? '')}-${pad(parts[3] ?? '')}` : undefined
}

function rangeOf(cell: Plain): Raw {
  const text = textOf(cell)
  const [begin, end, ...more] = text.length > LONGEST_DAYS ? [] : text.split(/\s*(?:至|到|~|～|—+)\s*/)
  const [first, last] = [dayIn(begin ?? ''), dayIn(end ?? '')]
  if (first === undefined || last === undefined || more.length > 0) {
    return { message: '起止日期请写成“2026-09-01 至 2026-11-02”的样子' }
  }
  return { raw: { begin: first, end: last } }
}

const same = (a: string, b: string): boolean => toHalfWidth(a).replace(/\s/g, '') === toHalfWidth(b).replace(/\s/g, '')

const onlyText = ({ options = [] }: Field): string => `只能填：${options.map(({ label }) => label).join('、')}`

function optionOf(text: string, column: Field): Raw {
  const { options = [] } = column
  const option = options.find(({ label }) => same(label, text)) ?? options.find(({ value }) => value === text)
  return option ? { raw: option.value } : { message: onlyText(column) }
}

function optionsOf(text: string, column: Field): Raw {
  const chosen = text.split(/[、,，;；\n]/).filter((part) => part.trim() !== '')
  const read = chosen.map((part) => optionOf(part, column))
  const values = read.flatMap((one) => ('raw' in one ? [one.raw] : []))
  return values.length === read.length ? { raw: values } : { message: `${onlyText(column)}；几项之间用顿号隔开` }
}

const YES = ['是', '有', '1', 'y', 'yes', 'true', '√']
const NO = ['否', '无', '没有', '0', 'n', 'no', 'false', '×']

function booleanOf(cell: Plain): Raw {
  const text = toHalfWidth(textOf(cell)).trim().toLowerCase()
  if (YES.includes(text)) return { raw: '1' }
  return NO.includes(text) ? { raw: '0' } : { message: '只能填：是、否' }
}

function isRows(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.some((item) => typeof item === 'object')
}
