import { MESSAGE_TEXT } from '../../../miniprogram/shared/domain/message'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { Sealed } from '../../kernel/sealed'
import { completeMessage, insertMessage, type MessageRow, newestPolled } from '../../stores/messages'
import { type BoundOwner, ofBound } from '../../stores/owner'
import { insertReminder } from '../../stores/reminder-outbox'
import { templateFor } from './templates'

/** What is told about a case; what is left out is not there. */
export interface News
  extends
    Pick<MessageRow, 'caseNo' | 'matterId' | 'matterName' | 'kind' | 'statusName'>,
    Partial<Pick<MessageRow, 'deadline' | 'eventId'>> {
  /** Made of the addressee and the cause: telling the same again changes nothing. */
  readonly messageId: string
  /** The provider's own name, for a kind that we have none for. */
  readonly rawName?: string
  /** The provider's own sentence. */
  readonly note?: string
  /** ms since the epoch. */
  readonly at: number
  /** Place among the events of one second. */
  readonly sequence: number
  /** Written into the inbox as history: it is neither unread nor sent. */
  readonly late?: boolean
}

export const NOTE = new Sealed<string>('note')

const orderOf = ({ at, sequence }: Pick<News, 'at' | 'sequence'>): number =>
  Math.floor(at / 1000) * 1000 + Math.min(sequence, 999)

/** A poll looks at a whole step later than it happened; an event of a later round of the same kind is no old news. */
const TOLERANCE_MS = 5 * 60_000

/** Writes a message into the inbox, and a reminder into the outbox. Repeating it is harmless. */
export async function announce(owner: BoundOwner, told: News): Promise<void> {
  const news = { rawName: '', note: '', deadline: '', eventId: '', late: false, ...told }
  if (news.eventId !== '' && (await completePolled(owner, news))) return
  const { messageId, kind, rawName, late, note, at, sequence: _sequence, ...plain } = news
  const use = MESSAGE_TEXT[kind].yourTurn ? 'turn' : 'progress'
  const reminds = !late && templateFor(use) !== undefined
  await insertMessage({
    ...plain,
    ...ofBound(owner),
    kind,
    rawName: kind === 'unknown' ? rawName : '',
    _id: messageId,
    note: NOTE.seal(messageId, note),
    at: toBeijingTime(at),
    order: orderOf(news),
    read: late,
    reminder: reminds ? 'waiting' : '',
  })
  if (!reminds) return
  const now = Date.now()
  const waiting = { state: 'waiting', tries: 0, dueAt: now, lastError: 0, createdAt: now } as const
  await insertReminder({ _id: messageId, openid: owner.openid, use, ...waiting })
}

/** The poll was faster than the push: its message gets what the event says besides. */
async function completePolled(owner: BoundOwner, news: Required<News>): Promise<boolean> {
  const polled = await newestPolled(owner, news.caseNo, news.kind)
  if (polled === undefined || polled.order + TOLERANCE_MS < news.at) return false
  const note = NOTE.seal(polled._id, news.note)
  const { eventId, deadline, at } = news
  await completeMessage(polled._id, { eventId, note, deadline, at: toBeijingTime(at), order: orderOf(news) })
  return true
}
