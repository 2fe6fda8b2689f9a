import { type LoginTry } from '../../stores/login-tries'
import { COUNTED_MS, OPEN_MS, TRIES_BEFORE_AN_HOUR } from './pauses'

/** May one more try begin? `busy`: that is known as soon as a try that is under way has been answered. */
export type Admission =
  { readonly is: 'free' } | { readonly is: 'busy' } | { readonly is: 'held'; readonly until: number }

/** The tries that count at this moment. @param now ms since the epoch */
export const counted = (tries: readonly LoginTry[], now: number): readonly LoginTry[] =>
  tries.filter(({ at }) => at > now - COUNTED_MS)

/** @param pausesMs after the first, the second, … wrong try @param now ms since the epoch */
export function admission(tries: readonly LoginTry[], pausesMs: readonly number[], now: number): Admission {
  const all = counted(tries, now)
  const wrong = all.filter(({ open, at }) => !open || at <= now - OPEN_MS)
  const underWay = all.length - wrong.length
  const pause = pausesMs[Math.min(wrong.length, pausesMs.length) - 1] ?? 0
  const until = Math.max(0, ...wrong.map(({ at }) => at)) + pause
  if (now < until) return { is: 'held', until }
  return underWay > 0 && all.length >= TRIES_BEFORE_AN_HOUR ? { is: 'busy' } : { is: 'free' }
}
