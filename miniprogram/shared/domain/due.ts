import { toBeijingDate, type BeijingDate, type BeijingTime } from './time'

/** Until when something is the citizen's to do, in words. */
export interface DueView {
  /** e.g. 12月3日（周四）17:00 前 */
  readonly until: string
  /** e.g. 还有 3 个工作日, 还有 5 小时, 已过期 2 天 */
  readonly left: string
  readonly overdue: boolean
}

/** How many working days remain, as the office's calendar counts them; `estimated`: holidays until then are not published yet. */
export interface WorkingDaysLeft {
  readonly days: number
  readonly estimated: boolean
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const WEEKDAYS = '日一二三四五六'
/** Within these days the weekday helps; further away it only adds words. */
const NEAR_DAYS = 14

/** Calendar days in Beijing from `now` (ms since the epoch) to a time. */
const daysBetween = (now: number, time: number): number =>
  (Date.parse(toBeijingDate(time)) - Date.parse(toBeijingDate(now))) / DAY_MS

function untilText(deadline: BeijingTime, now: number): string {
  const time = Date.parse(deadline)
  const days = daysBetween(now, time)
  const [, clock = ''] = /T(\d{2}:\d{2})/.exec(deadline) ?? []
  const day = dayText(deadline, now)
  return days === 0 ? `今天 ${clock} 前` : `${day}${day.endsWith('）') ? '' : ' '}${clock} 前`
}

/** A day in words, e.g. 12月3日（周四）; the weekday when it is near, the year when it is another. @param now ms since the epoch */
function dayText(day: BeijingDate, now: number): string {
  const [date = '', year = '', month = '', dayOfMonth = ''] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day) ?? []
  if (date === '') return day
  const weekday = WEEKDAYS[new Date(Date.parse(date)).getUTCDay()] ?? ''
  const near = Math.abs(daysBetween(now, Date.parse(`${date}T12:00:00+08:00`))) <= NEAR_DAYS ? `（周${weekday}）` : ''
  const otherYear = year === toBeijingDate(now).slice(0, 4) ? '' : `${year}年`
  return `${otherYear}${Number(month)}月${Number(dayOfMonth)}日${near}`
}

/** By when the office promised to be done, e.g. 最晚 12月2日（周三）办好; that the day is over. @param now ms since the epoch */
export const finishText = (day: BeijingDate, now: number): string =>
  Date.parse(`${day}T23:59:59+08:00`) < now
    ? `承诺 ${dayText(day, now)}办好，已经过了`
    : `最晚 ${dayText(day, now)}办好`

function leftText(deadline: BeijingTime, now: number, working: WorkingDaysLeft | undefined): string {
  const left = Date.parse(deadline) - now
  const days = daysBetween(now, Date.parse(deadline))
  if (left < 0) return days === 0 ? '今天已过期' : `已过期 ${-days} 天`
  if (days === 0) return left < HOUR_MS ? '不到 1 小时' : `还有 ${Math.floor(left / HOUR_MS)} 小时`
  if (working === undefined || working.days === 0) return `还有 ${days} 天`
  return `还有${working.estimated ? '约' : ''} ${working.days} 个工作日`
}

/**
 * A deadline in the words that every page uses for it.
 * @param now ms since the epoch
 * @returns null for a text that is no time
 */
export function dueView(deadline: BeijingTime, now: number, working?: WorkingDaysLeft): DueView | null {
  const time = Date.parse(deadline)
  if (Number.isNaN(time)) return null
  return { until: untilText(deadline, now), left: leftText(deadline, now, working), overdue: time < now }
}
