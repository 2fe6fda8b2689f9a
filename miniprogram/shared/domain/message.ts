import type { WorkingDaysLeft } from './due'
import type { BeijingTime } from './time'

/** What a message about a case is about. `unknown`: the provider said something that no table has. */
export type MessageKind =
  | 'submitted'
  | 'preReviewed'
  | 'awaitingReceipt'
  | 'received'
  | 'accepted'
  | 'supplementRequired'
  | 'supplementReceived'
  | 'reviewing'
  | 'reviewed'
  | 'approved'
  | 'rejected'
  | 'notAccepted'
  | 'certificateIssued'
  | 'completed'
  | 'promiseDue'
  | 'withdrawn'
  | 'terminated'
  | 'unknown'

/** What a citizen reads for a kind. */
export interface MessageText {
  /** What happened. */
  readonly title: string
  /** What to do now. */
  readonly next: string
  /** At most 5 Chinese characters, for a subscription message. */
  readonly phrase: string
  /** It is the applicant who must act. */
  readonly yourTurn: boolean
}

const WAIT = '您不用操作，有新进展会再告诉您。'
const SEE_WHY = '请打开办件查看理由，有疑问请联系窗口。'

const text = (phrase: string, title: string, next: string, yourTurn = false): MessageText => ({
  phrase,
  title,
  next,
  yourTurn,
})

export const MESSAGE_TEXT: Readonly<Record<MessageKind, MessageText>> = {
  submitted: text('已提交', '申请已经提交', WAIT),
  preReviewed: text('预审通过', '网上预审已通过', WAIT),
  awaitingReceipt: text('待收件', '窗口等待收取材料', '需要交纸质材料的，请按窗口的通知送交。'),
  received: text('已收件', '窗口已收到材料', WAIT),
  accepted: text('已受理', '窗口已受理您的申请', WAIT),
  supplementRequired: text('待补正', '窗口要求补正材料', '请打开办件，看要补什么。', true),
  supplementReceived: text('补正已收', '窗口已收到补正材料', WAIT),
  reviewing: text('审查中', '窗口已开始审查', WAIT),
  reviewed: text('审查完成', '审查已经完成', '请等待窗口作出决定。'),
  approved: text('准予许可', '申请得到许可', '请等待窗口制作证照或送达结果。'),
  rejected: text('不予许可', '申请没有得到许可', SEE_WHY),
  notAccepted: text('不予受理', '窗口没有受理您的申请', SEE_WHY),
  certificateIssued: text('证照已制', '证照已经制作好', '请打开办件查看怎样领取。'),
  completed: text('已办结', '这件事已经办结', '请打开办件查看办理结果。'),
  promiseDue: text('请补交', '承诺后补的材料快到期了', '轮到您处理：请在期限前补交，逾期可能影响办理结果。', true),
  withdrawn: text('已撤回', '申请已经撤回', '这件事已经结束。还需要办理的，请重新申报。'),
  terminated: text('已终止', '办理已经终止', '这件事已经结束。请打开办件查看原因，有疑问请联系窗口。'),
  unknown: text('有新进展', '办件有新的进展', '这是一网通新增的通知，含义请以窗口答复为准。'),
}

/** One message of the inbox. */
export interface Message {
  readonly messageId: string
  readonly caseNo: string
  /** The matter's short name. */
  readonly matterName: string
  readonly kind: MessageKind
  /** kind unknown: the provider's own name for it. */
  readonly rawName?: string
  /** The case's status when the message was written, in the provider's words; absent when it could not be asked for. */
  readonly statusName?: string
  /** The provider's own sentence. */
  readonly note?: string
  readonly deadline?: BeijingTime
  /** Until the deadline; absent = it is not ahead. */
  readonly workingDaysLeft?: WorkingDaysLeft
  readonly at: BeijingTime
  readonly read: boolean
  /** The case has gone on since: what this message asks for is not valid any more. */
  readonly outdated: boolean
  /** Where the subscription message about it stands; absent = none was meant to be sent. */
  readonly reminder?: 'waiting' | 'sent' | 'no-consent' | 'failed'
}

/** How many messages are unread, of which the answer counts 100 at most; '' = none. */
export const unreadText = (unread: number): string => (unread === 0 ? '' : unread >= 100 ? '99+' : String(unread))

/** What a subscription message is for: the applicant must act, or the case has gone on. */
export type ReminderUse = 'turn' | 'progress'

/** One template of subscription messages, and how many of them WeChat may still deliver to this citizen. */
interface ReminderTemplate {
  readonly use: ReminderUse
  readonly templateId: string
  readonly left: number
}

/** Subscription messages of the caller; empty = the office has none, the inbox is all there is. */
export type Reminders = readonly ReminderTemplate[]
