import { MESSAGE_TEXT, type MessageKind } from '../../../miniprogram/shared/domain/message'
import { type SubjectType } from '../../../miniprogram/shared/domain/account'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { config } from '../../kernel/config'
import { completeMessage, insertMessage, newestPolled } from '../../stores/messages'
import { insertReminder } from '../../stores/reminder-outbox'
import { templateFor } from './templates'

/** Whom a message is for: one identity of one WeChat user. */
export interface Addressee {
  readonly openid: string
  readonly userId: string
  readonly subjectType: SubjectType
}

/** What is told about a case. */
export interface News {
  /** Made of the addressee and the cause: telling the same again changes nothing. */
  readonly messageId: string
  readonly caseNo: string
  readonly matterId: string
  readonly matterName: string
  readonly kind: MessageKind
  readonly rawName: string
  /** The case's status in the provider's words; '' = it could not be asked for. */
  readonly statusName: string
  readonly note: string
  readonly deadline: string
  /** ms since the epoch. */
  readonly at: number
  /** Place among the events of one second. */
  readonly sequence: number
  /** '' = found by the poll. */
  readonly eventId: string
  /** Written into the inbox as history: it is neither unread nor sent. */
  readonly late: boolean
}

export const notePlace = (messageId: string): string => `${messageId}/note`

const orderOf = ({ at, sequence }: Pick<News, 'at' | 'sequence'>): number =>
  Math.floor(at / 1000) * 1000 + Math.min(sequence, 999)

/** A poll looks at a whole step later than it happened; an event of a later round of the same kind is no old news. */
const TOLERANCE_MS = 5 * 60_000

/** Writes a message into the inbox, and a reminder into the outbox. Repeating it is harmless. */
export async function announce(addressee: Addressee, news: News): Promise<void> {
  if (news.eventId !== '' && (await completePolled(addressee, news))) return
  const { messageId, kind, late, note, at, sequence: _sequence, ...plain } = news
  const use = MESSAGE_TEXT[kind].yourTurn ? 'turn' : 'progress'
  const reminds = !late && templateFor(use) !== undefined
  const { openid, userId, subjectType } = addressee
  await insertMessage({
    ...plain,
    openid,
    userId,
    subjectType,
    kind,
    _id: messageId,
    note: config().sealer.seal(note, notePlace(messageId)),
    at: toBeijingTime(at),
    order: orderOf(news),
    read: late,
    reminder: reminds ? 'waiting' : '',
  })
  if (!reminds) return
  const now = Date.now()
  await insertReminder({
    _id: messageId,
    openid,
    use,
    state: 'waiting',
    tries: 0,
    dueAt: now,
    lastError: 0,
    createdAt: now,
  })
}

/** The poll was faster than the push: its message gets what the event says besides. */
async function completePolled(addressee: Addressee, news: News): Promise<boolean> {
  const polled = await newestPolled(addressee, news.caseNo, news.kind)
  if (polled === undefined || polled.order + TOLERANCE_MS < news.at) return false
  const note = config().sealer.seal(news.note, notePlace(polled._id))
  const { eventId, deadline, at } = news
  await completeMessage(polled._id, { eventId, note, deadline, at: toBeijingTime(at), order: orderOf(news) })
  return true
}
