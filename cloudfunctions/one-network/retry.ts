import { setTimeout as sleep } from 'node:timers/promises'
import { type RetryClass } from './functions'
import { type FailureFacts, type UpstreamFailure } from './failure'

/** Waits before the 1st, 2nd and 3rd repetition (contract chapter 9). */
export const BACKOFF_MS: readonly number[] = [1000, 2000, 4000]

export interface RetryState {
  /** Repetitions so far of failures that pass by themselves. */
  transient: number
  /** Special failures that were met before: each is answered once with a repetition, if at all. */
  readonly once: Set<FailureFacts['special']>
}

export const freshRetryState = (): RetryState => ({ transient: 0, once: new Set() })

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
  const { special } = facts
  const pause = (step: number): number | undefined => {
    const base = backoffMs[step]
    return base === undefined ? undefined : Math.max(base, detail.retryAfterMs ?? 0) + Math.random() * base * 0.25
  }
  if (!state.once.has(special)) {
    state.once.add(special)
    if (special === 'resign' || special === 'digest') return 0
    if (special === 'http-500' && retry === 'safe') return pause(0)
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
