import { randomId } from '../../kernel/ids'

/** Seconds of the mint, in so many hex digits at the front of the path's random part. */
const TIME_DIGITS = 8
/** 10 MB over the slowest line take some minutes, and an import is read at once; a path that was kept for later is none. */
const LIFE_MS = 2 * 3600 * 1000

/**
 * A path that nobody else knows or has used, for one upload of one citizen. What the storage rule lets clients write
 * (deploy/storage-rules.json) has this form; whose it is says the row that holds it.
 * @param extension without a dot @param now ms since the epoch
 */
export function mintPath(extension: string, now: number): string {
  const time = Math.floor(now / 1000)
    .toString(16)
    .padStart(TIME_DIGITS, '0')
  return `uploads/${time}${randomId().slice(TIME_DIGITS)}/file.${extension}`
}

/** Is it too late to use what was uploaded there? @param now ms since the epoch */
export function hasExpired(cloudPath: string, now: number): boolean {
  const time = /^uploads\/([0-9a-f]{8})/.exec(cloudPath)?.[1] ?? ''
  return now - Number.parseInt(time, 16) * 1000 > LIFE_MS
}
