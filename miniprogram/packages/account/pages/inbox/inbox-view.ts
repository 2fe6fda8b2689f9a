import { MESSAGE_TEXT, type Message } from '../../../../shared/domain/message'
import { formatBeijingTime } from '../../../../shared/domain/time'

export interface MessageCard {
  readonly messageId: string
  readonly caseNo: string
  readonly matterName: string
  /** What happened. */
  readonly title: string
  readonly at: string
  readonly lines: readonly string[]
  /** What to do now. */
  readonly next: string
  readonly read: boolean
  readonly tag: string
  readonly tone: string
  /** For a screen reader. */
  readonly label: string
}

const REMINDER: Readonly<Partial<Record<NonNullable<Message['reminder']>, string>>> = {
  sent: '已用微信提醒过您一次。',
  failed: '微信提醒没有发出，请以这里为准。',
}

export function cardOf(message: Message): MessageCard {
  const { title, next, yourTurn } = MESSAGE_TEXT[message.kind]
  const urgent = yourTurn && !message.outdated
  const at = formatBeijingTime(message.at)
  const tag = message.read ? '已读' : '未读'
  return {
    messageId: message.messageId,
    caseNo: message.caseNo,
    matterName: message.matterName,
    title,
    at,
    lines: linesOf(message),
    next: message.outdated ? '这件事之后有了新的进展，请以最新的消息为准。' : next,
    read: message.read,
    tag: urgent ? `${tag}，轮到您` : tag,
    tone: urgent ? 'turn' : message.read ? 'muted' : 'info',
    label: `${tag}消息，${message.matterName}，${title}，${at}，查看办件`,
  }
}

function linesOf({ rawName, statusName, note, deadline, outdated, reminder }: Message): readonly string[] {
  return [
    ...(rawName ? [`一网通的原话：${rawName}`] : []),
    ...(note ? [`一网通的说明：${note}`] : []),
    ...(deadline ? [`期限：${formatBeijingTime(deadline)}`] : []),
    ...(statusName ? [`当时的办件状态：${statusName}`] : []),
    // A late event is history, which nobody checks.
    ...(statusName || outdated ? [] : ['发出这条消息时没能向一网通核对，请打开办件查看最新状态。']),
    ...(reminder && REMINDER[reminder] ? [REMINDER[reminder]] : []),
  ]
}
