import days from 'chinese-days/dist/chinese-days.json'
import { type Calendar, shiftDay, type WorkingDays, workingDaysBy } from '../../miniprogram/shared/form'

/**
 * Public holidays and 调休. Only the library's data is used: its functions are wrong by a day in time zones west of
 * Greenwich. Beyond the years that it knows, Monday to Friday count.
 */
const CALENDAR: Calendar = { off: Object.keys(days.holidays), worked: Object.keys(days.workdays) }

/** Days on which offices work after `start` and up to `end` (`2026-11-02`). */
export const workingDays: WorkingDays = workingDaysBy(CALENDAR)

/** The part of the calendar that a page needs to count as the server does: a year before and after the day. */
export function calendarAround(day: string): Calendar {
  const [from, until] = [shiftDay(day, '-1y') ?? day, shiftDay(day, '+1y') ?? day]
  const near = (list: readonly string[]): string[] => list.filter((one) => one >= from && one <= until)
  return { off: near(CALENDAR.off), worked: near(CALENDAR.worked) }
}

/** The day on which the office has worked `count` days after `day` (`2026-11-02`). */
export function afterWorkingDays(day: string, count: number): string {
  let last = day
  for (let left = count; left > 0;) {
    const next = shiftDay(last, '+1d') ?? last
    left -= workingDays(last, next)
    last = next
  }
  return last
}
