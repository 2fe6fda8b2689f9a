import { type CaseProgress } from '../../../miniprogram/shared/domain/case'
import { type CallBudget } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { keyOf } from '../../kernel/ids'
import { describeError, log } from '../../kernel/log'
import { Trail } from '../../kernel/trail'
import { kindOfStatus } from '../../one-network/mappers/events'
import { readProgress } from '../../one-network/resources/cases'
import { readRequirements } from '../../one-network/resources/supplements'
import { isEventWaiting } from '../../stores/approval-events'
import { advanceWatch, type CaseWatchRow, claimWatch, listDueWatches } from '../../stores/case-watches'
import { inLanes } from '../../ledger/lanes'
import { boundBinding, isBound } from '../account/identity'
import { noteDeparture } from '../account/leave'
import { sessionOf } from '../account/session'
import { writeActDown } from '../audit/acts'
import { tellPromiseDue } from './promise-due'
import { announce } from './tell'
import { isWaiting, POLL_EVERY_MS } from './watch'

const BATCH = 200
const LANES = 6
/** For one case: a question with its retries (contract chapter 9). */
const EACH_MS = 15_000

type Outcome = 'told' | 'same' | 'skipped' | 'failed'

/**
 * Asks about cases that wait (#27), each once in half an hour, under the token of whose they are: pre-review, receipt and
 * termination have no event, and a push may have been lost.
 */
export async function pollCases(budget: CallBudget): Promise<Readonly<Record<string, number>>> {
  const counts = { told: 0, same: 0, skipped: 0, failed: 0 }
  const due = await listDueWatches(Date.now(), BATCH)
  await inLanes(due, { lanes: LANES, deadline: budget.deadline }, async (watch) => {
    const deadline = Math.min(budget.deadline, Date.now() + EACH_MS)
    const own = { ...budget, deadline, trail: new Trail() }
    const outcome = await pollOne(watch, own)
    counts[outcome] += 1
    if (outcome !== 'told') return
    await writeActDown('case.poll', { whose: watch, hashed: { case: watch.caseNo }, outcome }, own)
  })
  return counts
}

async function pollOne(watch: CaseWatchRow, budget: CallBudget): Promise<Outcome> {
  try {
    if (!(await claimWatch(watch, Date.now() + POLL_EVERY_MS))) return 'skipped'
    const binding = await boundBinding(watch)
    if (!binding) return await skipUnbound(watch)
    const progress = await readProgress(sessionOf(binding._id, budget), watch.caseNo)
    const outcome = await tellChange(watch, progress)
    if (outcome !== 'same' || progress.promiseDue !== true || (await isEventWaiting(watch.caseNo))) return outcome
    const readRounds = async () => (await readRequirements(sessionOf(binding._id, budget), watch.caseNo)).rounds
    return (await tellPromiseDue(watch, progress.status, readRounds)) ? 'told' : outcome
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'INTERNAL'
    log({ requestId: budget.requestId, event: 'poll', code, error: describeError(error) })
    return 'failed'
  }
}

/** Her login ended, or she left: when she is not bound at all, what is kept of her ends in its time. */
async function skipUnbound(watch: CaseWatchRow): Promise<Outcome> {
  if (!(await isBound(watch))) await noteDeparture(watch)
  return 'skipped'
}

async function tellChange(watch: CaseWatchRow, progress: CaseProgress): Promise<Outcome> {
  const { status } = progress
  const waits = isWaiting(status)
  if (status.code === watch.toldStatus) {
    if (!waits) await advanceWatch(watch, { waits })
    return 'same'
  }
  // Its event is on its way through, and says more.
  if (await isEventWaiting(watch.caseNo)) return 'skipped'
  const at = changedAt(progress, watch.toldAt)
  const { openid, userId, caseNo, matterId, matterName, changes } = watch
  await announce(watch, {
    messageId: keyOf(openid, userId, 'poll', caseNo, status.code, String(changes)),
    caseNo,
    matterId,
    matterName,
    kind: kindOfStatus(status.code),
    rawName: status.name,
    statusName: status.name,
    at,
    // Two changes that the provider dates in one second stay in the order in which they were found.
    sequence: changes,
  })
  await advanceWatch(watch, { toldStatus: status.code, toldAt: at, changes: changes + 1, waits })
  return 'told'
}

/** The newest step that the provider dates after what was told before; now when it dates none. */
function changedAt({ nodes }: CaseProgress, after: number): number {
  const now = Date.now()
  const times = nodes.flatMap(({ startedAt, endedAt }) => [startedAt, endedAt]).map((time) => Date.parse(time ?? ''))
  const newest = Math.max(...times.filter((time) => time > after && time <= now))
  return Number.isFinite(newest) ? newest : now
}
