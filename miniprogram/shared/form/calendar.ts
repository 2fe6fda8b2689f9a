import { isDay, shiftDay } from './days'
import type { WorkingDays } from './operators'

/** The days that differ from Monday to Friday: public holidays, and weekend days that are worked instead (调休). */
export interface Calendar {
  readonly off: readonly string[]
  readonly worked: readonly string[]
}

/** Monday to Friday, and nothing else known. */
export const PLAIN_CALENDAR: Calendar = { off: [], worked: [] }

const SATURDAY = 6

/** Sunday = 0; without the time zone of the phone. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** Counts as the office works: days after `start` and up to `end` (`2026-11-02`); 0 when `end` is not later. */
export function workingDaysBy({ off, worked }: Calendar): WorkingDays {
  const [holidays, extra] = [new Set(off), new Set(worked)]
  const isWorked = (day: string): boolean => {
    const weekday = weekdayOf(day)
    return extra.has(day) || (weekday >= 1 && weekday < SATURDAY && !holidays.has(day))
  }
  return (start, end) => {
    let count = 0
    if (!isDay(end)) return count
    for (let day = shiftDay(start, '+1d'); day !== null && day <= end; day = shiftDay(day, '+1d')) {
      if (isWorked(day)) count += 1
    }
    return count
  }
}
