import { formatBeijingDate } from '../../domain/time'
import { isDay, resolveBound } from '../days'
import { defineKind, type CheckEnv, type Finding, MISMATCH } from '../field-kind'
import type { Field } from '../schema'
import { toHalfWidth } from '../text'

/** A day, `2026-11-02`; it must exist. */
export const date = defineKind<string>({
  ask: '请选择',
  mismatch: '请选择正确的日期',
  read: (raw) => (typeof raw === 'string' ? readDay(raw) : MISMATCH),
  check: checkDay,
  show: (value) => formatBeijingDate(value),
})

export function readDay(raw: string): string | null | typeof MISMATCH {
  const text = toHalfWidth(raw).trim()
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
