import deployed from '../../deploy/functions.json'
import { callerOpenid } from './cloud'
import { type Waiting } from './context'
import { randomId } from './ids'
import { describeError, log } from './log'

/** Kept back from the platform's timeout, so that the last log line is still written. */
const MARGIN_MS = 2_000

export type Job = (waiting: Waiting) => Promise<Readonly<Record<string, number>>>

export interface TimerResult {
  readonly ok: boolean
}

/**
 * Makes a timer-triggered function: trigger name (deploy/functions.json) → job. Never throws. A timer runs without a
 * citizen; a call that has one came from a client and is refused.
 */
export function defineTimer(jobs: Readonly<Record<string, Job>>): (event: unknown) => Promise<TimerResult> {
  return async (event) => {
    const requestId = randomId().slice(0, 16)
    const startedAt = Date.now()
    const trigger = triggerOf(event)
    try {
      if (await callerOpenid()) throw new Error('a client called the scheduler')
      const job = Object.hasOwn(jobs, trigger) ? jobs[trigger] : undefined
      if (!job) throw new Error('unknown trigger')
      const counts = await job({ requestId, deadline: startedAt + deployed.scheduler.timeoutMs - MARGIN_MS })
      log({ requestId, event: 'timer', trigger, code: 'OK', ms: Date.now() - startedAt, ...counts })
      return { ok: true }
    } catch (error) {
      log({ requestId, event: 'timer', code: 'INTERNAL', ms: Date.now() - startedAt, error: describeError(error) })
      return { ok: false }
    }
  }
}

function triggerOf(event: unknown): string {
  const name = (event as { TriggerName?: unknown } | null | undefined)?.TriggerName
  return typeof name === 'string' ? name : ''
}
