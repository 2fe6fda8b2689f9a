import deployed from '../../deploy/functions.json'
import { callerOpenid } from './cloud'
import { type CallBudget } from './context'
import { randomId } from './ids'
import { describeError, log } from './log'

/** Kept back from the platform's timeout, so that the last log line is still written. */
const MARGIN_MS = 2_000
/** A job that looks at its deadline ends a little after it; then the next one begins without it. */
const GRACE_MS = 1_000
/** The timer comes a little early or late: half its minute is not waited for. */
const EARLY_MS = 30_000

export type Job = (budget: CallBudget) => Promise<Readonly<Record<string, number>>>

export interface ScheduledJob {
  /** From the start of one run to the start of the next. */
  readonly everyMinutes: number
  /** A run gets so long, and begins only when so much of the function's time is left. */
  readonly atMostMs: number
  readonly run: Job
}

/** When a job ran last. */
interface JobTurn {
  /** ms since the epoch. */
  readonly startedAt: number
  /** false while a run has the job, and after a run that died. */
  readonly hasEnded: boolean
}

/** Where the turns of all jobs are written down, for all instances. */
export interface Turns {
  /** By name of the job. */
  read(): Promise<ReadonlyMap<string, JobTurn>>
  /**
   * Takes the job's next turn; undefined when another run has the job, or had it since `last` was read. A dead run loses it
   * soon, a living one not before `until` (ms since the epoch).
   */
  take(
    name: string,
    last: JobTurn | undefined,
    turn: { readonly startedAt: number; readonly until: number },
  ): Promise<{ end(): Promise<void> } | undefined>
}

export interface TimerResult {
  readonly ok: boolean
}

/**
 * Makes a timer-triggered function. WeChat Cloud allows one timer for a function, so it comes each minute and the jobs that
 * are due run: the first of `jobs` is the most urgent. A job is due when its period has passed since its last run, or when
 * that run died. One that has no time left stays due for the next minute. Several runs at once share the jobs.
 *
 * An operator runs one job now, due or not, with the event `{job: 'reconcile'}` in the cloud's console; that is no turn.
 * Never throws. Neither timer nor console has a citizen; a call that has one came from a client and is refused.
 */
export function defineTimer(
  jobs: Readonly<Record<string, ScheduledJob>>,
  turns: Turns,
): (event: unknown) => Promise<TimerResult> {
  return async (event) => {
    const requestId = randomId().slice(0, 16)
    const deadline = Date.now() + deployed.scheduler.timeoutMs - MARGIN_MS
    try {
      if (await callerOpenid()) throw new Error('a client called the scheduler')
      const asked = jobAsked(event)
      if (asked === undefined) return { ok: await runDue(jobs, turns, { requestId, deadline }) }
      const job = Object.hasOwn(jobs, asked) ? jobs[asked] : undefined
      if (!job) throw new Error('unknown job')
      return { ok: (await runOne(asked, job.run, { requestId, deadline })).outcome === 'OK' }
    } catch (error) {
      log({ requestId, event: 'timer', code: 'INTERNAL', error: describeError(error) })
      return { ok: false }
    }
  }
}

/** Several as one job, in this order. One that fails keeps no other from running; then the whole has failed. */
export const allOf =
  (...parts: readonly Job[]): Job =>
  async (budget) => {
    const counts: Record<string, number> = {}
    const failures: unknown[] = []
    for (const part of parts) {
      try {
        Object.assign(counts, await part(budget))
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0) throw failures[0]
    return counts
  }

/** The job that an operator names; undefined for a timer's event. */
function jobAsked(event: unknown): string | undefined {
  const { Type, job } = (event ?? {}) as { readonly Type?: unknown; readonly job?: unknown }
  if (Type === 'Timer') return undefined
  return typeof job === 'string' ? job : ''
}

async function runDue(
  jobs: Readonly<Record<string, ScheduledJob>>,
  turns: Turns,
  budget: CallBudget,
): Promise<boolean> {
  const last = await turns.read()
  let isFine = true
  for (const [name, { everyMinutes, atMostMs, run }] of Object.entries(jobs)) {
    const now = Date.now()
    if (!isDue(last.get(name), everyMinutes * 60_000, now) || now + atMostMs + GRACE_MS > budget.deadline) continue
    const turn = await turns.take(name, last.get(name), { startedAt: now, until: budget.deadline })
    if (!turn) continue
    const { outcome, ended } = await runOne(name, run, { ...budget, deadline: now + atMostMs })
    // What did not end may still work: nobody else begins it before it has ended, or must be dead.
    if (outcome !== 'LATE') await turn.end()
    else void ended.then(() => turn.end()).catch((error: unknown) => tellLate(name, budget, error))
    if (outcome !== 'OK') isFine = false
  }
  return isFine
}

/** Its period has passed; or its last run did not end: when that one lives, `take` does not get the job. */
const isDue = (last: JobTurn | undefined, periodMs: number, now: number): boolean =>
  !last?.hasEnded || last.startedAt + periodMs - EARLY_MS <= now

function tellLate(job: string, { requestId }: CallBudget, error: unknown): void {
  log({ requestId, event: 'timer', job, code: 'INTERNAL', error: describeError(error) })
}

/** Runs a job to its end, or until it is LATE: then `ended` tells when it does end. Never rejects. */
async function runOne(
  job: string,
  run: Job,
  budget: CallBudget,
): Promise<{ readonly outcome: 'OK' | 'INTERNAL' | 'LATE'; readonly ended: Promise<unknown> }> {
  const { requestId, deadline } = budget
  const startedAt = Date.now()
  const tell = (code: string, more: object): void =>
    log({ requestId, event: 'timer', job, code, ms: Date.now() - startedAt, ...more })
  let patience: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    patience = setTimeout(() => resolve(undefined), deadline + GRACE_MS - startedAt)
  })
  const running = Promise.resolve().then(() => run(budget))
  const ended = running.catch(() => undefined)
  try {
    const counts = await Promise.race([running, late])
    tell(counts ? 'OK' : 'LATE', counts ?? {})
    return { outcome: counts ? 'OK' : 'LATE', ended }
  } catch (error) {
    tell('INTERNAL', { error: describeError(error) })
    return { outcome: 'INTERNAL', ended }
  } finally {
    clearTimeout(patience)
  }
}
