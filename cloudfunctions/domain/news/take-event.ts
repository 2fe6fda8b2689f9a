import { setTimeout as sleep } from 'node:timers/promises'
import { type CallBudget } from '../../kernel/context'
import { Sealed } from '../../kernel/sealed'
import { ACK } from '../../one-network/callback'
import { type ApprovalEvent, toApprovalEvent } from '../../one-network/mappers/events'
import { insertEvent } from '../../stores/approval-events'
import { useNonce } from '../../stores/callback-nonces'
import { writeActDown } from '../audit/acts'

export const SUMMARY = new Sealed<string>('summary')

export type Ack = (typeof ACK)[keyof typeof ACK]

/**
 * Writes a signed event down, and says what to answer for it; an event that was taken before is taken again. Rejects when
 * that is not done at the budget's deadline.
 * @param body undefined = its digest is not the one that was signed
 */
export const takeEvent = (nonce: string, body: Buffer | undefined, budget: CallBudget): Promise<Ack> =>
  within(budget.deadline, store(nonce, body, budget))

async function store(nonce: string, body: Buffer | undefined, budget: CallBudget): Promise<Ack> {
  const now = Date.now()
  if (!(await useNonce(nonce, now))) return ACK.replayed
  if (body === undefined) return ACK.badSignature
  const event = parse(body)
  if (event === undefined) return ACK.unreadable
  const { eventId, summary, ...plain } = event
  const sealed = SUMMARY.seal(eventId, summary)
  const waiting = { state: 'received', tries: 0, dueAt: now, receivedAt: now } as const
  if (await insertEvent({ _id: eventId, ...plain, summary: sealed, ...waiting })) {
    const { userId, caseNo } = plain
    const what = { whose: { userId }, hashed: { event: eventId, case: caseNo }, outcome: 'received' }
    await writeActDown('event.receive', what, budget)
  }
  return ACK.taken
}

function parse(body: Buffer): ApprovalEvent | undefined {
  try {
    return toApprovalEvent(JSON.parse(body.toString('utf8')) as Parameters<typeof toApprovalEvent>[0])
  } catch {
    return undefined
  }
}

/** Rejects when `work` is not done at `deadline` (ms since the epoch). */
async function within<T>(deadline: number, work: Promise<T>): Promise<T> {
  const stop = new AbortController()
  const late = sleep(Math.max(0, deadline - Date.now()), undefined, { signal: stop.signal }).then((): never => {
    throw new Error('storing the event took too long')
  })
  late.catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    stop.abort()
  }
}
