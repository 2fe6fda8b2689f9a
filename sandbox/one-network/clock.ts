import days from 'chinese-days/dist/chinese-days.json'

const DAY_MS = 86_400_000
/** China has had one zone without daylight saving since 1991. */
const BEIJING_OFFSET_MS = 8 * 3_600_000

/** `yyyy-MM-dd HH:mm:ss`, Beijing (contract chapter 2). */
export function beijingDateTime(atMs: number): string {
  return new Date(atMs + BEIJING_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ')
}

/** `yyyy-MM-dd`, Beijing. */
export function beijingDate(atMs: number): string {
  return beijingDateTime(atMs).slice(0, 10)
}

/** Epoch ms of a Beijing `yyyy-MM-dd`, optionally with `HH:mm:ss`. */
export function fromBeijing(date: string, time = '00:00:00'): number {
  return Date.parse(`${date}T${time}+08:00`)
}

export function addDays(date: string, days: number): string {
  return beijingDate(fromBeijing(date) + days * DAY_MS)
}

/** Same day of a later month, or that month's last day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10)
}

/** Only the data of chinese-days: its functions are a day off where the machine's zone is west of Greenwich. */
const [HOLIDAYS, WORKED] = [new Set(Object.keys(days.holidays)), new Set(Object.keys(days.workdays))]

function isWorkingDay(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return WORKED.has(date) || (weekday >= 1 && weekday <= 5 && !HOLIDAYS.has(date))
}

/** The n-th working day after `date` (the day itself does not count); 0 = itself, or the next one. */
export function addWorkingDays(date: string, count: number): string {
  let day = date
  if (count === 0) while (!isWorkingDay(day)) day = addDays(day, 1)
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

/** Working days in (from, to]. */
export function workingDaysBetween(from: string, to: string): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1
  return count
}

/** Calendar days from `from` to `to`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((fromBeijing(to) - fromBeijing(from)) / DAY_MS)
}
