/**
 * Times cross the contract as ISO 8601 with the Beijing offset, e.g. `2026-11-02T10:42:18+08:00`; days as `2026-11-02`.
 * China has no daylight saving time, so the offset is constant and no time zone data is needed (WeChat has no Intl).
 */
export type BeijingTime = string
export type BeijingDate = string

const OFFSET_MS = 8 * 3600 * 1000

/** Instant in ms since the epoch → `2026-11-02T10:42:18+08:00`. */
export function toBeijingTime(epochMs: number): BeijingTime {
  return `${new Date(epochMs + OFFSET_MS).toISOString().slice(0, 19)}+08:00`
}

/** Instant in ms since the epoch → the Beijing calendar day `2026-11-02`. */
export function toBeijingDate(epochMs: number): BeijingDate {
  return toBeijingTime(epochMs).slice(0, 10)
}

/** `2026-11-02T10:42:18+08:00` → `2026年11月2日 10:42`; anything else is returned as it is. */
export function formatBeijingTime(time: BeijingTime): string {
  const m = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(time)
  return m ? `${m[1]}年${Number(m[2])}月${Number(m[3])}日 ${m[4]}` : time
}

/** `2026-11-02…` → `2026年11月2日`; anything else is returned as it is. */
export function formatBeijingDate(date: BeijingDate): string {
  const m = /^(\d{4})-(\d{2})-(\d{2})/.exec(date)
  return m ? `${m[1]}年${Number(m[2])}月${Number(m[3])}日` : date
}

/** As `formatBeijingTime`, without the year when it is this one. @param now ms since the epoch */
export const shortBeijingTime = (time: BeijingTime, now: number): string => withoutYear(formatBeijingTime(time), now)

/** As `formatBeijingDate`, without the year when it is this one. @param now ms since the epoch */
export const shortBeijingDate = (date: BeijingDate, now: number): string => withoutYear(formatBeijingDate(date), now)

function withoutYear(text: string, now: number): string {
  const year = `${toBeijingDate(now).slice(0, 4)}年`
  return text.startsWith(year) ? text.slice(year.length) : text
}

/** A moment by the phone's clock, e.g. `今天 09:12`. Both ms since the epoch. */
export function momentText(at: number, now: number): string {
  const time = toBeijingTime(at)
  return toBeijingDate(at) === toBeijingDate(now) ? `今天 ${time.slice(11, 16)}` : shortBeijingTime(time, now)
}
