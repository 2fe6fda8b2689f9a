import { isDay, shiftDay } from './days'
import type { WorkingDays } from './operators'

/** The days that differ from Monday to Friday: public holidays, and weekend days that are worked instead (调休). */
export interface Calendar {
  readonly off: readonly string[]
  readonly worked: readonly string[]
  /** Last day that is published; what is counted beyond it is an estimate. Absent = nothing is said about it. */
  readonly publishedUntil?: string
}

/** What a citizen reads beside a day or a number that was counted beyond the published holidays. */
export const ESTIMATE_NOTE = '放假安排尚未公布，工作日为预计，以窗口为准'

/** Is a count of working days up to `day` an estimate? */
export const countsEstimated = ({ publishedUntil }: Pick<Calendar, 'publishedUntil'>, day: string): boolean =>
  publishedUntil !== undefined && day > publishedUntil

/** Monday to Friday, and nothing else known. */
export const PLAIN_CALENDAR: Calendar = { off: [], worked: [] }

const SATURDAY = 6

/** Sunday = 0; without the time zone of the phone. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** Counts as the office works: days after `start` and up to `end` (`2026-11-02`); 0 when `end` is not later. */
export function workingDaysBy({ off, worked, publishedUntil }: Calendar): WorkingDays {
  const [holidays, extra] = [new Set(off), new Set(worked)]
  const isWorked = (day: string): boolean => {
    const weekday = weekdayOf(day)
    return extra.has(day) || (weekday >= 1 && weekday < SATURDAY && !holidays.has(day))
  }
  const count = (start: string, end: string): number => {
    let days = 0
    if (!isDay(end)) return days
    for (let day = shiftDay(start, '+1d'); day !== null && day <= end; day = shiftDay(day, '+1d')) {
      if (isWorked(day)) days += 1
    }
    return days
  }
  return publishedUntil === undefined ? count : Object.assign(count, { publishedUntil })
}
