import { type MessageKind } from '../../../miniprogram/shared/domain/message'
import { type BeijingTime } from '../../../miniprogram/shared/domain/time'
import { CASE_STATUS, EVENT, lookUp } from '../code-tables'
import { count, text, time } from '../read'
import { type Wire } from '../wire'

/** An approval event (#28): a hint only; what a case really is, #27 says. */
export interface ApprovalEvent {
  readonly eventId: string
  /** The provider's word, kept raw. '' when it left it out. */
  readonly eventType: string
  readonly caseNo: string
  readonly matterId: string
  readonly matterName: string
  readonly userId: string
  /** '' when it left it out. */
  readonly occurredAt: BeijingTime
  /** Grows within a case; 0 = unknown, then its place is not judged. */
  readonly sequence: number
  readonly summary: string
  readonly deadline: BeijingTime
}

const ID = /^[A-Za-z0-9_.-]{1,64}$/

/**
 * Reads an event; undefined when it does not say which event of which case it is. Everything else may be missing: the
 * truth is pulled anyway.
 */
export function toApprovalEvent(wire: Wire<'ApprovalEvent'>): ApprovalEvent | undefined {
  const eventId = text(wire?.eventId) ?? ''
  const caseNo = text(wire?.caseNo) ?? ''
  if (!ID.test(eventId) || !ID.test(caseNo)) return undefined
  return {
    eventId,
    caseNo,
    eventType: (text(wire?.eventType) ?? '').slice(0, 64),
    matterId: text(wire?.itemId) ?? '',
    matterName: (text(wire?.itemName) ?? '').slice(0, 200),
    userId: text(wire?.userId) ?? '',
    occurredAt: time(wire?.occurredAt) ?? '',
    sequence: count(wire?.sequence) ?? 0,
    summary: (text(wire?.summary) ?? '').slice(0, 500),
    deadline: time(wire?.deadline) ?? '',
  }
}

/** What an event type means; 'unknown' for one that the contract does not list. */
export const kindOfEvent = (eventType: string): MessageKind => lookUp(EVENT, eventType)?.kind ?? 'unknown'

/** Statuses that a case has right after such an event; none for one that changes nothing, or is unknown. */
export const statusesAfter = (eventType: string): readonly string[] => lookUp(EVENT, eventType)?.statuses ?? []

/** What it means that a case is in a status; 'unknown' for a code that the contract does not list. */
export const kindOfStatus = (code: string): MessageKind => lookUp(CASE_STATUS, code)?.news ?? 'unknown'
