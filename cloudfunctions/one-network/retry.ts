import { setTimeout as sleep } from 'node:timers/promises'
import { type RetryClass } from './functions'
import { type UpstreamFailure } from './failure'

/** Waits before the 1st, 2nd and 3rd repetition (contract chapter 9). */
export const BACKOFF_MS: readonly number[] = [1000, 2000, 4000]

export interface RetryState {
  /** Repetitions so far, by reason. */
  transient: number
  resigned: boolean
  digestRepeated: boolean
  serverErrorRepeated: boolean
}

export const freshRetryState = (): RetryState => ({
  transient: 0,
  resigned: false,
  digestRepeated: false,
  serverErrorRepeated: false,
})

/**
 * How long to wait before the next try, in ms; undefined = give up. Marks the try in `state`.
 * @param onlyWhenNotPerformed for the formal submit: while its outcome is open it is queried instead
 */
export function nextDelay(
  failure: UpstreamFailure,
  retry: RetryClass,
  state: RetryState,
  onlyWhenNotPerformed: boolean,
  backoffMs: readonly number[] = BACKOFF_MS,
): number | undefined {
  if (retry === 'never') return undefined
  const { facts, detail } = failure
  if (onlyWhenNotPerformed && !facts.notPerformed) return undefined
  if (facts.special === 'resign' && !state.resigned) {
    state.resigned = true
    return 0
  }
  if (facts.special === 'digest' && !state.digestRepeated) {
    state.digestRepeated = true
    return 0
  }
  const pause = (step: number): number | undefined => {
    const base = backoffMs[step]
    return base === undefined ? undefined : Math.max(base, detail.retryAfterMs ?? 0) + Math.random() * base * 0.25
  }
  if (facts.special === 'http-500' && retry === 'safe' && !state.serverErrorRepeated) {
    state.serverErrorRepeated = true
    return pause(0)
  }
  if (!facts.transient) return undefined
  state.transient += 1
  return pause(state.transient - 1)
}

/** Sleeps, unless the wait would end too late to be of use. Resolves with whether it slept. */
export async function sleepWithin(ms: number, deadline: number): Promise<boolean> {
  if (Date.now() + ms >= deadline) return false
  await sleep(ms)
  return true
}
