import { isDay } from './days'

/** Periods and times of day; total like days.ts: what cannot be read gives null. */

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/
const DAY_MINUTES = 24 * 60

/** `22:00` → 1320; null when it is no time of day. */
function minuteOfDay(time: string): number | null {
  const match = CLOCK.exec(time)
  return match ? Number(match[1]) * 60 + Number(match[2]) : null
}

/** Minutes from one time of day until the next other, around midnight: `22:00`, `06:00` → 480. */
export function minutesUntil(from: string, to: string): number | null {
  const start = minuteOfDay(from)
  const end = minuteOfDay(to)
  return start === null || end === null ? null : (end - start + DAY_MINUTES) % DAY_MINUTES
}

/** `2026-06-07/2026-06-10`, or `06-07/06-10` for every year. */
const PERIOD = /^((?:\d{4}-)?\d{2}-\d{2})\/((?:\d{4}-)?\d{2}-\d{2})$/

/** Does a date range share a day with one of the periods? null when the range or the list cannot be read. */
export function overlapsPeriod(range: unknown, periods: unknown): boolean | null {
  if (typeof range !== 'object' || range === null || !Array.isArray(periods)) return null
  const { begin, end } = range as { readonly begin?: unknown; readonly end?: unknown }
  if (typeof begin !== 'string' || typeof end !== 'string' || !isDay(begin) || !isDay(end)) return null
  return (periods as readonly unknown[]).some((period) => typeof period === 'string' && shares(begin, end, period))
}

function shares(begin: string, end: string, period: string): boolean {
  const [, first = '', last = ''] = PERIOD.exec(period) ?? []
  if (first.length !== last.length || first === '') return false
  if (first.length === 10) return begin <= last && end >= first
  // A period of every year: the year of the range's begin, of its end, and those between.
  for (let year = Number(begin.slice(0, 4)) - 1; year <= Number(end.slice(0, 4)); year += 1) {
    const wraps = last < first ? 1 : 0
    if (begin <= `${year + wraps}-${last}` && end >= `${year}-${first}`) return true
  }
  return false
}
