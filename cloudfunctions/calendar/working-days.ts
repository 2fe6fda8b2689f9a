import days from 'chinese-days/dist/chinese-days.json'
import {
  type Calendar,
  countsEstimated,
  shiftDay,
  type WorkingDays,
  workingDaysBy,
} from '../../miniprogram/shared/form'
import { type WorkingDaysLeft } from '../../miniprogram/shared/domain/due'
import { type BeijingTime, toBeijingDate } from '../../miniprogram/shared/domain/time'
import { STATUTORY_DAYS } from './statutory-days.generated'

/**
 * Public holidays and 调休 as the State Council published them. Only the library's data is used: its functions are wrong
 * by a day in time zones west of Greenwich.
 */
const PUBLISHED = { off: Object.keys(days.holidays), worked: Object.keys(days.workdays) }

const yearOf = (day: string): string => day.slice(0, 4)
const lastYear = [...PUBLISHED.off, ...PUBLISHED.worked].map(yearOf).sort().at(-1) ?? ''

/**
 * The last day that nobody moves any more: a notice comes each November for the next year, and those for 2007, 2008, 2012
 * and 2019 moved days from 29 December of the year before on.
 */
export const PUBLISHED_UNTIL = `${lastYear}-12-28`

/** Years without a notice yet: the statutory days are known, what will be moved is not. */
const ESTIMATED = Object.entries(STATUTORY_DAYS).flatMap(([year, off]) => (year > lastYear ? off : []))

const CALENDAR: Calendar = {
  off: [...PUBLISHED.off, ...ESTIMATED],
  worked: PUBLISHED.worked,
  publishedUntil: PUBLISHED_UNTIL,
}

/** Days on which offices work after `start` and up to `end` (`2026-11-02`). */
export const workingDays: WorkingDays = workingDaysBy(CALENDAR)

/** Is a count of working days up to `day` an estimate, because nobody has published the holidays until then? */
export const isEstimated = (day: string): boolean => countsEstimated(CALENDAR, day)

/** The part of the calendar that a page needs to count as the server does: a year before and after the day. */
export function calendarAround(day: string): Calendar {
  const [from, until] = [shiftDay(day, '-1y') ?? day, shiftDay(day, '+1y') ?? day]
  const near = (list: readonly string[]): string[] => list.filter((one) => one >= from && one <= until)
  return { off: near(CALENDAR.off), worked: near(CALENDAR.worked), publishedUntil: PUBLISHED_UNTIL }
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

/**
 * How many days the office works until a deadline, its last day included; undefined when it is not ahead.
 * @param now ms since the epoch
 */
export function workingDaysLeft(deadline: BeijingTime | undefined, now: number): WorkingDaysLeft | undefined {
  const today = toBeijingDate(now)
  const last = deadline?.slice(0, 10) ?? ''
  if (!/^\d{4}-\d{2}-\d{2}$/.test(last) || last <= today) return undefined
  return { days: workingDays(today, last), estimated: isEstimated(last) }
}
