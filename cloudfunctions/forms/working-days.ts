import calendar from 'chinese-days/dist/chinese-days.json'
import dayjs from 'dayjs'
import { isDay, shiftDay, type WorkingDays } from '../../miniprogram/shared/form'

/**
 * Days on which offices work after `start` and up to `end` (`2026-11-02`), with public holidays and 调休; 0 when `end` is
 * not later. Beyond the years that the calendar knows, Monday to Friday count. Only the library's data is used: its
 * functions are wrong by a day in time zones west of Greenwich.
 */
export const workingDays: WorkingDays = (start, end) => {
  let count = 0
  if (!isDay(end)) return count
  for (let day = shiftDay(start, '+1d'); day !== null && day <= end; day = shiftDay(day, '+1d')) {
    if (isWorkingDay(day)) count += 1
  }
  return count
}

function isWorkingDay(day: string): boolean {
  if (Object.hasOwn(calendar.workdays, day)) return true
  const weekday = dayjs(day).day()
  return weekday >= 1 && weekday <= 5 && !Object.hasOwn(calendar.holidays, day)
}

/** The day on which the office has worked `days` days after `day` (`2026-11-02`). */
export function afterWorkingDays(day: string, days: number): string {
  let last = day
  for (let left = days; left > 0;) {
    last = shiftDay(last, '+1d') ?? last
    if (isWorkingDay(last)) left -= 1
  }
  return last
}
