import { formatBeijingDate } from '../../domain/time'
import type { CellValue, DateRange } from '../answers'
import { cellText, type PlainCell, type RawCell, TEXT_CELL } from '../kind/cell'
import { defineKind } from '../kind/define'
import { MISMATCH } from '../kind/kind'
import { checkDay, dayIn, LONGEST_DAYS, readDay } from './date'

/** Two days `{begin, end}`. While one is still missing it is '': a draft keeps the half, the check asks for the rest. */
export const kind = defineKind<DateRange>({
  title: '起止日期',
  ask: '请选择',
  limits: ['dateMin', 'dateMax'],
  mismatch: '请重新选择起止日期',
  read: readRange,
  check: (value, field, env) => {
    if (value.begin === '') return [{ code: 'begin', message: '请选择开始日期' }]
    if (value.end === '') return [{ code: 'end', message: '请选择结束日期' }]
    if (value.end < value.begin) return [{ code: 'order', message: '结束日期不能早于开始日期' }]
    const begin = checkDay(value.begin, field, env)
    return begin.length > 0 ? begin : checkDay(value.end, field, env)
  },
  show: (value) => `${formatBeijingDate(value.begin) || '未填'} 至 ${formatBeijingDate(value.end) || '未填'}`,
  control: () => ({ name: 'daterange' }),
  shape: () => ({ kind: 'range' }),
  cell: {
    ...TEXT_CELL,
    hint: () => '起止日期，写成 2026-09-01 至 2026-11-02',
    read: rangeCell,
    write: (value) => (isRange(value) ? `${value.begin} 至 ${value.end}`.trim() : ''),
  },
  fromEarlier: false,
  example: () => ({ begin: '2026-10-08', end: '2027-10-07' }),
})

const isRange = (value: CellValue): value is DateRange =>
  typeof value === 'object' && value !== null && 'begin' in value

function readRange(raw: unknown): DateRange | null | typeof MISMATCH {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return MISMATCH
  const begin = readEnd('begin' in raw ? raw.begin : '')
  const end = readEnd('end' in raw ? raw.end : '')
  if (begin === MISMATCH || end === MISMATCH) return MISMATCH
  return begin === '' && end === '' ? null : { begin, end }
}

function readEnd(raw: unknown): string | typeof MISMATCH {
  if (raw === null || raw === undefined) return ''
  if (typeof raw !== 'string') return MISMATCH
  const day = readDay(raw)
  return day === null ? '' : day
}

function rangeCell(cell: PlainCell): RawCell {
  const text = cellText(cell)
  const [begin, end, ...more] = text.length > LONGEST_DAYS ? [] : text.split(/\s*(?:至|到|~|～|—+)\s*/)
  const [first, last] = [begin, end].map((day) => (day === '' ? '' : dayIn(day ?? '')))
  // One of the days may be missing: it is asked for in the table.
  if (first === undefined || last === undefined || more.length > 0 || first + last === '') {
    return { message: '起止日期请写成“2026-09-01 至 2026-11-02”的样子' }
  }
  return { raw: { begin: first, end: last } }
}
