import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/**
 * Arithmetic on calendar days written `2026-11-02`. Every function is total: text that is not a real day gives null,
 * so that a condition on it is simply false. Counted in UTC: a phone may be set to a zone in which some midnights do not
 * exist (São Paulo until 2019, Cairo), where local days are 23 hours long.
 */
const FORM = 'YYYY-MM-DD'
const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Is it a day that exists (`2026-02-30` does not)? Counted, not parsed: long tables ask it a thousand times a keystroke. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8))
  const last = month === 2 && isLeap(Number(text.slice(0, 4))) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)
  return day >= 1 && day <= last
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Midnight of a day, in UTC. Through its number: from text, dayjs reads the years 0 to 99 as those of 1900. */
const atMidnight = (day: string): dayjs.Dayjs => dayjs.utc(Date.parse(`${day}T00:00:00Z`))

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number | null {
  return isDay(from) && isDay(to) ? atMidnight(to).diff(atMidnight(from), 'day') : null
}

/** Whole months from `from` to `to`: 2026-01-31 → 2026-02-28 is one; the day before is none. */
export function monthsBetween(from: string, to: string): number | null {
  // Plus zero: dayjs has a negative one.
  return isDay(from) && isDay(to) ? atMidnight(to).diff(atMidnight(from), 'month') + 0 : null
}

/** Whole years (周岁) of somebody born on `birth`, on the day `on`. */
export function ageOn(birth: string, on: string): number | null {
  if (!isDay(birth) || !isDay(on)) return null
  const [bornIn, year] = [Number(birth.slice(0, 4)), Number(on.slice(0, 4))]
  // Born on 29 February: the birthday of other years is the 28th.
  const birthday = birth.endsWith('02-29') && !isLeap(year) ? '02-28' : birth.slice(5)
  return year - bornIn - (on.slice(5) < birthday ? 1 : 0)
}

const UNITS = { d: 'day', m: 'month', y: 'year' } as const

/**
 * `shiftDay('2026-08-31', '-6m')` → `2026-02-28`. Units: d, m, y; the last day of a short month stands for 29–31.
 * Anything else gives null, and so does a day outside the years 0 to 9999.
 */
export function shiftDay(day: string, shift: string): string | null {
  const match = /^([+-]\d{1,5})([dmy])$/.exec(shift)
  if (!match || !isDay(day)) return null
  const unit = match[2] === 'd' || match[2] === 'm' ? UNITS[match[2]] : UNITS.y
  const shifted = atMidnight(day).add(Number(match[1]), unit).format(FORM)
  return isDay(shifted) ? shifted : null
}

/** A bound of a form file (`today`, `today-6m`, `today+3d` or a fixed day) as a day; null when it is malformed. */
export function resolveBound(bound: string, today: string): string | null {
  if (bound === 'today') return isDay(today) ? today : null
  if (bound.startsWith('today')) return shiftDay(today, bound.slice('today'.length))
  return isDay(bound) ? bound : null
}
