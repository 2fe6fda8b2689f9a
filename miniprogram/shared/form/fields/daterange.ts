import { formatBeijingDate } from '../../domain/time'
import type { DateRange } from '../answers'
import { defineKind, MISMATCH } from '../field-kind'
import { checkDay, readDay } from './date'

/** Two days `{begin, end}`. While one is still missing it is '': a draft keeps the half, the check asks for the rest. */
export const daterange = defineKind<DateRange>({
  ask: '请选择',
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
})

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
