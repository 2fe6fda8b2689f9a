import { shortBeijingTime, toBeijingDate, type BeijingTime } from '../../../../shared/domain/time'

const MINUTE_MS = 60_000

/** When a lock ends: `9:51` today, else with its day. @param now ms since the epoch */
export function lockEnd(until: BeijingTime, now: number): string {
  const today = until.slice(0, 10) === toBeijingDate(now)
  return today ? until.slice(11, 16) : shortBeijingTime(until, now)
}

/** How long it lasts; '' = it is over, or nobody knows. @param now ms since the epoch */
export function lockLeft(until: BeijingTime, now: number): string {
  const left = Date.parse(until) - now
  if (!(left > 0)) return ''
  const minutes = Math.ceil(left / MINUTE_MS)
  return minutes === 1 ? '不到 1 分钟后可以再试' : `约 ${minutes} 分钟后可以再试`
}
