import { type CaseProgress } from '../../../miniprogram/shared/domain/case'
import { type CallBudget } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { describeError, log } from '../../kernel/log'
import { keyOf } from '../../kernel/ids'
import { kindOfEvent, statusesAfter } from '../../one-network/mappers/events'
import { readProgress } from '../../one-network/resources/cases'
import { type ApprovalEventRow, lastSequence, postponeEvent, settleEvent } from '../../stores/approval-events'
import { type BindingRow, listBindingsOfUser } from '../../stores/bindings'
import { advanceWatch } from '../../stores/case-watches'
import { sessionOf } from '../account/session'
import { shortNameOf } from './short-name'
import { SUMMARY } from './take-event'
import { announce } from './tell'
import { isWaiting, watchCase } from './watch'

const MINUTE = 60_000
/** How long to wait before the truth is asked for again; after the last one it is told without, and says so. */
const PAUSES_MS = [1, 2, 5, 15].map((minutes) => minutes * MINUTE)

/**
 * What a case really is, or why nobody knows: not now (asked again later), not hers, or nobody's login works (what was
 * pushed is told as it came).
 */
type Truth = { readonly progress: CaseProgress } | 'later' | 'not-hers' | 'no-login'

/** Tells what an event says, after asking the provider how the case really stands (#27). The caller has claimed it. */
export async function handleEvent(
  event: ApprovalEventRow,
  budget: CallBudget,
): Promise<'told' | 'late' | 'unowned' | 'postponed'> {
  const { requestId } = budget
  const note = (code: string): void => log({ requestId, event: 'approval-event', code, type: event.eventType })
  const bindings = event.userId === '' ? [] : await listBindingsOfUser(event.userId)
  const truth = bindings.length === 0 ? 'not-hers' : await truthOf(event, bindings, budget)
  if (truth === 'not-hers') {
    note('UNOWNED')
    await settleEvent(event._id, { state: 'unowned' })
    return 'unowned'
  }
  const pause = PAUSES_MS[event.tries]
  if (truth === 'later' && pause !== undefined) {
    await postponeEvent(event._id, { tries: event.tries + 1, dueAt: Date.now() + pause })
    return 'postponed'
  }
  const progress = typeof truth === 'object' ? truth.progress : undefined
  const late = event.sequence > 0 && event.sequence <= (await lastSequence(event.caseNo))
  const matterName = await shortNameOf(event, budget)
  for (const binding of bindings) await tellOwner(binding, { event, progress, late, matterName })
  await settleEvent(event._id, { state: late ? 'late' : 'handled' })
  const code = late ? 'LATE' : kindOfEvent(event.eventType) === 'unknown' ? 'UNKNOWN_TYPE' : 'TOLD'
  note(progress === undefined ? `${code}_UNVERIFIED` : code)
  return late ? 'late' : 'told'
}

async function truthOf(event: ApprovalEventRow, bindings: readonly BindingRow[], budget: CallBudget): Promise<Truth> {
  for (const binding of bindings.filter(({ expired }) => !expired)) {
    try {
      const progress = await readProgress(sessionOf(binding._id, budget), event.caseNo)
      return { progress }
    } catch (error) {
      const code = error instanceof AppError ? error.code : 'INTERNAL'
      if (code === 'NOT_FOUND') return 'not-hers'
      if (code === 'BINDING_EXPIRED' || code === 'NOT_BOUND') continue
      log({ requestId: budget.requestId, event: 'approval-event', code, error: describeError(error) })
      return 'later'
    }
  }
  return 'no-login'
}

interface Told {
  readonly event: ApprovalEventRow
  /** undefined = it could not be asked for. */
  readonly progress: CaseProgress | undefined
  readonly late: boolean
  readonly matterName: string
}

async function tellOwner(owner: BindingRow, { event, progress, late, matterName }: Told): Promise<void> {
  const { caseNo, eventType, matterId, deadline, sequence } = event
  const after = statusesAfter(eventType)
  const real = progress?.status
  const at = Date.parse(event.occurredAt) || event.receivedAt
  const kind = kindOfEvent(eventType)
  await announce(owner, {
    messageId: keyOf(owner.openid, owner.userId, 'event', event._id),
    caseNo,
    matterId,
    matterName,
    kind,
    rawName: eventType,
    statusName: late ? '' : (real?.name ?? ''),
    note: SUMMARY.open(event._id, event.summary),
    deadline,
    at,
    sequence,
    eventId: event._id,
    late,
  })
  // What the event said was told, not what is true meanwhile: the next event, or the poll, tells that.
  const told = real && (after.length === 0 || after.includes(real.code)) ? real.code : (after[0] ?? '')
  const status = { code: told, turn: real?.code === told ? real.turn : ('unknown' as const) }
  const watch = await watchCase(owner, { caseNo, matterId, matterName }, status)
  if (late || told === '' || (watch.changes === 0 && watch.toldStatus === told)) return
  const next = { toldStatus: kind === 'promiseDue' ? watch.toldStatus : told, toldAt: at, changes: watch.changes + 1 }
  await advanceWatch(watch, { ...next, waits: real ? isWaiting(real) || real.code !== next.toldStatus : true })
}
