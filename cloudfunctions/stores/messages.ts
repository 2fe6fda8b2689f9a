import { type Message, type MessageKind } from '../../miniprogram/shared/domain/message'
import { type BeijingTime } from '../../miniprogram/shared/domain/time'
import { table } from '../kernel/cloud'
import { type BoundOwner, ofOwner, type Owner } from './owner'

/** A message in the inbox of one identity of a WeChat user. */
export interface MessageRow extends BoundOwner {
  /** Made of its owner and its cause: the same cause finds its row. */
  readonly _id: string
  readonly caseNo: string
  readonly matterId: string
  readonly matterName: string
  readonly kind: MessageKind
  /** '' unless the kind is unknown. */
  readonly rawName: string
  /** '' when the provider could not be asked. */
  readonly statusName: string
  /** Sealed: the provider's own sentence may name somebody. */
  readonly note: string
  readonly deadline: BeijingTime
  readonly at: BeijingTime
  /** `at` in ms since the epoch, moved by less than a second so that events of one second keep their order. */
  readonly order: number
  /** The event that it tells; '' = found by the poll. */
  readonly eventId: string
  readonly read: boolean
  /** '' = none is meant to be sent. */
  readonly reminder: NonNullable<Message['reminder']> | ''
}

const rows = table<MessageRow>('messages', [], { note: { as: 'note' } })

export const resealMessages = rows.reseal

/** false when it was written before. */
export const insertMessage = (row: MessageRow): Promise<boolean> => rows.insert(row)

export const findMessage = (_id: string): Promise<MessageRow | undefined> => rows.first({ _id })

/** Newest first. */
export const listMessages = (owner: Owner, skip: number, limit: number): Promise<readonly MessageRow[]> =>
  rows.find(ofOwner(owner), { newestFirstBy: 'order', skip, limit })

/** The newest message of a case. */
export async function newestOfCase(owner: Owner, caseNo: string): Promise<MessageRow | undefined> {
  return (await rows.find({ ...ofOwner(owner), caseNo }, { newestFirstBy: 'order', limit: 1 }))[0]
}

/** Was this kind of thing told about the case, by an event or by the poll? */
export const wasTold = async (owner: Owner, caseNo: string, kind: MessageKind): Promise<boolean> =>
  (await rows.first({ ...ofOwner(owner), caseNo, kind })) !== undefined

/** The newest message of this kind about a case that the poll wrote. */
export async function newestPolled(owner: Owner, caseNo: string, kind: MessageKind): Promise<MessageRow | undefined> {
  const where = { ...ofOwner(owner), caseNo, kind, eventId: '' }
  return (await rows.find(where, { newestFirstBy: 'order', limit: 1 }))[0]
}

/** Gives a message that the poll wrote what the event about it says. */
export const completeMessage = (
  _id: string,
  fields: Pick<MessageRow, 'eventId' | 'note' | 'deadline' | 'at' | 'order'>,
): Promise<number> => rows.update({ _id, eventId: '' }, fields)

export const noteReminder = (_id: string, reminder: MessageRow['reminder']): Promise<number> =>
  rows.update({ _id }, { reminder })

export const removeOldMessages = (before: number): Promise<number> => rows.remove({ order: { lessThan: before } })

export const removeMessagesOf = (owner: Owner): Promise<number> => rows.remove(ofOwner(owner))

export const countMessages = (owner: Owner): Promise<number> => rows.count(ofOwner(owner))

/** The most that `countUnread` counts. */
const MOST_UNREAD = 100

export const countUnread = async (owner: Owner): Promise<number> =>
  (await rows.find({ ...ofOwner(owner), read: false }, { limit: MOST_UNREAD })).length

/** Marks these, or all when there is no list. */
export const markRead = (owner: Owner, messageIds?: readonly string[]): Promise<number> =>
  rows.update({ ...ofOwner(owner), read: false, ...(messageIds ? { _id: { anyOf: messageIds } } : {}) }, { read: true })
