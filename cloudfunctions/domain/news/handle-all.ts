import { type CallBudget } from '../../kernel/context'
import { describeError, log } from '../../kernel/log'
import { Trail } from '../../kernel/trail'
import { inLanes } from '../../ledger/lanes'
import { type ApprovalEventRow, claimEvent, listDueEvents } from '../../stores/approval-events'
import { writeActDown } from '../audit/acts'
import { handleEvent } from './handle'

const BATCH = 100
const LANES = 4
/** Longer than a function may run (60 s): a living worker never loses its event, a dead one's comes back. */
const CLAIM_MS = 65_000

/**
 * Handles the events that were received: those of one case in their own order, several cases at the same time.
 * @param userId only the events of this One-Network user
 */
export async function handleEvents(budget: CallBudget, userId?: string): Promise<Readonly<Record<string, number>>> {
  const counts = { told: 0, late: 0, unowned: 0, postponed: 0, failed: 0 }
  const due = await listDueEvents(Date.now() + 1, BATCH, userId)
  const inOrder = [...due].sort((a, b) => a.sequence - b.sequence)
  const cases = [...new Set(due.map(({ caseNo }) => caseNo))].map((caseNo) =>
    inOrder.filter((event) => event.caseNo === caseNo),
  )
  const { deadline } = budget
  await inLanes(cases, { lanes: LANES, deadline }, async (events) => {
    for (const event of events) if (Date.now() < deadline) counts[await handleOne(event, budget)] += 1
  })
  return counts
}

async function handleOne(
  event: ApprovalEventRow,
  budget: CallBudget,
): Promise<'told' | 'late' | 'unowned' | 'postponed' | 'failed'> {
  try {
    if (!(await claimEvent(event, Date.now() + CLAIM_MS))) return 'postponed'
    const own = { ...budget, trail: new Trail() }
    const outcome = await handleEvent(event, own)
    if (outcome === 'postponed') return outcome
    const { _id, userId, caseNo } = event
    await writeActDown('event.handle', { whose: { userId }, hashed: { event: _id, case: caseNo }, outcome }, own)
    return outcome
  } catch (error) {
    log({ requestId: budget.requestId, event: 'approval-event', code: 'INTERNAL', error: describeError(error) })
    return 'failed'
  }
}
