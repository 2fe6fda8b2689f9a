import { type BeijingDate, toBeijingDate } from '../../../miniprogram/shared/domain/time'

const DAY_MS = 24 * 3600 * 1000

/**
 * How long the audit log is kept, in days. 网络安全法 article 21 (3) asks for six months, the longest of which have 184 days.
 */
export const KEPT_DAYS = 184

/** ms since the epoch of a day's midnight in Beijing. */
export const startOf = (day: BeijingDate): number => Date.parse(`${day}T00:00:00+08:00`)

/** The last day, in Beijing, of which every moment is more than KEPT_DAYS old. */
export const lastDayOver = (now: number): BeijingDate =>
  toBeijingDate(startOf(toBeijingDate(now - KEPT_DAYS * DAY_MS)) - 1)

/** ms since the epoch: when the day is over. */
export const endOf = (day: BeijingDate): number => startOf(toBeijingDate(startOf(day) + 1.5 * DAY_MS))
