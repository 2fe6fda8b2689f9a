import { formatBeijingDate } from '../../domain/time'
import { isDay, resolveBound } from '../days'
import { cellText, pad, type PlainCell, type RawCell, TEXT_CELL } from '../kind/cell'
import { defineKind } from '../kind/define'
import { type CheckEnv, type Finding, MISMATCH } from '../kind/kind'
import type { Field } from '../schema'
import { toPlain } from '../text'

/** A day, `2026-11-02`; it must exist. */
export const kind = defineKind<string>({
  title: '日期',
  ask: '请选择',
  limits: ['dateMin', 'dateMax'],
  mismatch: '请选择正确的日期',
  read: (raw) => (typeof raw === 'string' ? readDay(raw) : MISMATCH),
  check: checkDay,
  show: (value) => formatBeijingDate(value),
  control: () => ({ name: 'date' }),
  shape: () => ({ kind: 'day' }),
  cell: { ...TEXT_CELL, hint: () => '日期，写成 2026-11-02', read: dayCell },
  fromEarlier: false,
  // A day that is filled in as today is the day of signing.
  isMadeAnew: (field) => field.default === 'today' || field.prefill?.path === 'today',
  example: () => '2026-10-08',
})

export function readDay(raw: string): string | null | typeof MISMATCH {
  const text = toPlain(raw)
  if (text === '') return null
  return isDay(text) ? text : MISMATCH
}

/** The bounds of a field, which are relative to the day of today. */
export function checkDay(value: string, field: Field, env: CheckEnv): readonly Finding[] {
  const { dateMin, dateMax } = field.constraints ?? {}
  const earliest = dateMin === undefined ? null : resolveBound(dateMin, env.today)
  const latest = dateMax === undefined ? null : resolveBound(dateMax, env.today)
  if (earliest !== null && value < earliest) {
    return [{ code: 'dateMin', message: `不能早于${formatBeijingDate(earliest)}` }]
  }
  if (latest !== null && value > latest) {
    const bound = dateMax === 'today' ? '今天' : formatBeijingDate(latest)
    return [{ code: 'dateMax', message: `不能晚于${bound}` }]
  }
  return []
}

/** Days since Excel's beginning, for cells that were not formatted as a day: 1954 to 2119. */
const isSerial = (n: number): boolean => Number.isInteger(n) && n > 20_000 && n < 80_000

function dayCell(cell: PlainCell): RawCell {
  if (cell instanceof Date) return { raw: cell.toISOString().slice(0, 10) }
  if (typeof cell === 'number' && isSerial(cell)) {
    return { raw: new Date((cell - 25_569) * 86_400_000).toISOString().slice(0, 10) }
  }
  const day = dayIn(cellText(cell))
  return day === undefined ? { message: '日期请写成 2026-11-02 的样子' } : { raw: day }
}

/** What is longer is no day, and looking for one in a page of blanks takes a second. */
export const LONGEST_DAYS = 100

/** 2026-11-02, 2026/11/2, 2026.11.2, 2026年11月2日, 20261102, perhaps with a time behind. */
export function dayIn(text: string): string | undefined {
  if (text.length > LONGEST_DAYS) return undefined
  const half = toPlain(text)
  const parts =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(half) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(half)
  return parts ? `${parts[1]}-${pad(parts[2] ?? '')}-${pad(parts[3] ?? '')}` : undefined
}
