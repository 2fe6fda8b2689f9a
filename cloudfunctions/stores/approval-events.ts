import { type BeijingTime } from '../../miniprogram/shared/domain/time'
import { table } from '../kernel/cloud'

/**
 * received → handled (told) or late (a newer one of the case was told before: written down only) or unowned (nobody here
 * has bound that One-Network user, or the case is not hers).
 */
type EventState = 'received' | 'handled' | 'late' | 'unowned'

/** A pushed approval event (#28), as it came. */
export interface ApprovalEventRow {
  /** The provider's event id: a repeated delivery finds its row. */
  readonly _id: string
  readonly eventType: string
  readonly caseNo: string
  readonly matterId: string
  readonly matterName: string
  readonly userId: string
  readonly occurredAt: BeijingTime
  /** 0 = unknown. */
  readonly sequence: number
  /** Sealed: the provider's own sentence may name somebody. */
  readonly summary: string
  readonly deadline: BeijingTime
  readonly state: EventState
  /** Questions about the truth (#27) that were not answered. */
  readonly tries: number
  /** ms since the epoch: not handled before. */
  readonly dueAt: number
  /** ms since the epoch. */
  readonly receivedAt: number
}

const rows = table<ApprovalEventRow>('approval_events', [], { summary: { as: 'summary' } })

export const resealEvents = rows.reseal

/** false when this event was received before. */
export const insertEvent = (row: ApprovalEventRow): Promise<boolean> => rows.insert(row)

/** Events that wait to be handled; those that wait longest first. */
export const listDueEvents = (now: number, limit: number, userId?: string): Promise<readonly ApprovalEventRow[]> =>
  rows.find(
    { state: 'received', dueAt: { lessThan: now }, ...(userId === undefined ? {} : { userId }) },
    { oldestFirstBy: 'dueAt', limit },
  )

/** Does the case have an event that is not handled yet? */
export const isEventWaiting = async (caseNo: string): Promise<boolean> =>
  (await rows.first({ caseNo, state: 'received' })) !== undefined

/** The largest sequence of the case that was told; 0 = none. */
export async function lastSequence(caseNo: string): Promise<number> {
  const [row] = await rows.find({ caseNo, state: 'handled' }, { newestFirstBy: 'sequence', limit: 1 })
  return row?.sequence ?? 0
}

/** Takes an event for this invocation until `until`; false when another one has it, or it is done. */
export const claimEvent = async (row: ApprovalEventRow, until: number): Promise<boolean> =>
  (await rows.update({ _id: row._id, state: 'received', dueAt: row.dueAt }, { dueAt: until })) === 1

export const settleEvent = (_id: string, fields: Pick<ApprovalEventRow, 'state'>): Promise<number> =>
  rows.update({ _id }, fields)

/** The truth could not be asked for now. */
export const postponeEvent = (_id: string, fields: Pick<ApprovalEventRow, 'tries' | 'dueAt'>): Promise<number> =>
  rows.update({ _id }, fields)

/** Somebody has bound this user: what was pushed before is told now. */
export const reopenUnowned = (userId: string): Promise<number> =>
  rows.update({ userId, state: 'unowned' }, { state: 'received', dueAt: 0 })

export const removeOldEvents = (receivedBefore: number): Promise<number> =>
  rows.remove({ receivedAt: { lessThan: receivedBefore }, state: { noneOf: ['received'] } })
