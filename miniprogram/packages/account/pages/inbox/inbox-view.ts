import type { IconName } from '../../../../components/svg-icon/icon-names'
import { dueView, type DueView } from '../../../../shared/domain/due'
import { MESSAGE_TEXT, type Message, type MessageKind } from '../../../../shared/domain/message'
import { formatBeijingTime, shortBeijingTime } from '../../../../shared/domain/time'

export interface MessageCard {
  readonly messageId: string
  readonly caseNo: string
  readonly matterName: string
  /** What happened; whose turn it is comes first. */
  readonly title: string
  readonly at: string
  /** Until when the citizen has to act; null = nothing is wanted, or no day is known. */
  readonly due: DueView | null
  readonly lines: readonly string[]
  /** What to do now; '' = nothing. */
  readonly next: string
  readonly read: boolean
  readonly icon: IconName
  /** See .icon-square. */
  readonly tone: '' | 'turn' | 'done' | 'danger' | 'calm'
  /** For a screen reader. */
  readonly label: string
}

type Look = Pick<MessageCard, 'icon' | 'tone'>

const LOOK: Readonly<Partial<Record<MessageKind, Look>>> = {
  submitted: { icon: 'task', tone: '' },
  approved: { icon: 'check-circle-filled', tone: 'done' },
  certificateIssued: { icon: 'certificate', tone: 'done' },
  completed: { icon: 'check-circle-filled', tone: 'done' },
  rejected: { icon: 'error-circle-filled', tone: 'danger' },
  notAccepted: { icon: 'error-circle-filled', tone: 'danger' },
  withdrawn: { icon: 'info-circle', tone: 'calm' },
  terminated: { icon: 'info-circle', tone: 'calm' },
}
const USUAL: Look = { icon: 'time', tone: '' }
const YOUR_TURN: Look = { icon: 'edit-1', tone: 'turn' }

const REMINDER: Readonly<Partial<Record<NonNullable<Message['reminder']>, string>>> = {
  sent: '已用微信提醒过您一次。',
  failed: '微信提醒没有发出，请以这里为准。',
}

/** @param now ms since the epoch */
export function cardOf(message: Message, now: number): MessageCard {
  const { title, next, yourTurn } = MESSAGE_TEXT[message.kind]
  const urgent = yourTurn && !message.outdated
  const due = urgent && message.deadline ? dueView(message.deadline, now, message.workingDaysLeft) : null
  const at = shortBeijingTime(message.at, now)
  return {
    messageId: message.messageId,
    caseNo: message.caseNo,
    matterName: message.matterName,
    title: urgent ? `轮到您：${title}` : title,
    at,
    due,
    lines: linesOf(message, due !== null, urgent),
    next: nextOf(message, due !== null, next),
    read: message.read,
    ...(urgent ? YOUR_TURN : (LOOK[message.kind] ?? USUAL)),
    label: `${message.read ? '已读' : '未读'}消息，${message.matterName}，${title}，${at}，查看办件`,
  }
}

/** Where title, day and the office's own sentence say what is wanted and until when, nothing is added: the row leads there. */
function nextOf({ outdated, note }: Message, dueSaid: boolean, next: string): string {
  if (outdated) return '这件事之后有了新的进展，请以最新的消息为准。'
  return dueSaid && note ? '' : next
}

function linesOf(
  { rawName, statusName, note, deadline, outdated, reminder }: Message,
  dueSaid: boolean,
  urgent: boolean,
): readonly string[] {
  return [
    ...(rawName ? [`一网通的原话：${rawName}`] : []),
    ...(note ? [`一网通的说明：${note}`] : []),
    ...(deadline && !dueSaid ? [`期限：${formatBeijingTime(deadline)}`] : []),
    // What is wanted says the title.
    ...(statusName && !urgent ? [`收到这条消息时，办件状态是：${statusName}`] : []),
    // A late event is history, which nobody checks.
    ...(statusName || outdated ? [] : ['发出这条消息时没能向一网通核对，请打开办件查看最新状态。']),
    ...(reminder && REMINDER[reminder] ? [REMINDER[reminder]] : []),
  ]
}

export interface MessageGroup {
  /** '' = nothing is said above it. */
  readonly title: string
  readonly cards: readonly MessageCard[]
  /** How many messages stand in the groups before it. */
  readonly before: number
}

/** The unread ones, what is wanted of the citizen first; then the others. */
export function groupsOf(cards: readonly MessageCard[]): readonly MessageGroup[] {
  const unread = cards.filter(({ read }) => !read)
  const sorted = [...unread.filter(({ tone }) => tone === 'turn'), ...unread.filter(({ tone }) => tone !== 'turn')]
  const read = cards.filter((card) => card.read)
  return [
    ...(sorted.length > 0 ? [{ title: '', cards: sorted, before: 0 }] : []),
    ...(read.length > 0 ? [{ title: unread.length > 0 ? '更早' : '', cards: read, before: sorted.length }] : []),
  ]
}
