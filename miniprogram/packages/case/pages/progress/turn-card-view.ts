import type { OpenedCase } from '../../../../services/cases'
import type { ReplyError } from '../../../../shared/contract/reply'
import type { AskedNow, CaseProgress } from '../../../../shared/domain/case'
import { NOT_KEPT_EITHER_WAY } from '../../../../shared/domain/commitment'
import { dueView, type DueView } from '../../../../shared/domain/due'
import type { BeijingTime } from '../../../../shared/domain/time'
import { turnWords } from '../../../../shared/domain/turn-view'

/** It is the applicant's turn: see the turn-card. */
export interface TurnCardView {
  readonly title: string
  readonly due: DueView | null
  readonly quote: string
  /** Whose words they are. */
  readonly quoteLabel: string
  readonly action: string
  readonly after: string
  /** For the phone's calendar: '' = there is no day, or it is over. */
  readonly deadline: BeijingTime
  /** Why it is not known what is wanted; null = it is. */
  readonly error: ReplyError | null
}

/** Reasons that are read here; the others are a tap away. */
const SHOWN_REASONS = 3

type Opened = Pick<OpenedCase, 'progress' | 'asked'>

/** null = nothing is wanted from the applicant. @param now ms since the epoch */
export function turnCardView({ progress, asked }: Opened, now: number): TurnCardView | null {
  const supplement = progress.status.turn === 'applicant'
  if (!supplement && progress.promiseDue !== true) return null
  const [first, ...others] = asked?.ok ? asked.value : []
  const kind = first?.kind === 'promise' || (first === undefined && !supplement) ? 'promise' : 'supplement'
  const due = first?.deadline === undefined ? null : dueView(first.deadline, now, first.workingDaysLeft)
  const overdue = due?.overdue === true
  const { what, action } = turnWords(kind, overdue, first?.items.length ?? 0)
  return {
    title: `轮到您：${what}`,
    due,
    quote: first === undefined ? '' : kind === 'promise' ? promisedOf(first) : quoteOf(first),
    quoteLabel: kind === 'promise' ? (overdue ? '还没有补的' : '您承诺过后补') : '窗口说',
    action,
    after: [
      others.length > 0 ? `另有 ${others.length} 次要补的，打开后都能看到。` : '',
      kind === 'promise' ? notKeptText(overdue) : clockText(progress, supplement),
    ].join(''),
    deadline: first?.deadline !== undefined && !overdue ? first.deadline : '',
    error: asked === undefined || asked.ok ? null : asked.error,
  }
}

/** What was promised, by name; the officer's words about each are a tap away. */
const promisedOf = ({ note, items }: AskedNow): string =>
  [...items.map(({ name }) => name), ...(note ? [`窗口说：${note}`] : [])].join('\n')

/** What follows, and, of a late promise, that nothing of it has been heard: the case would be over. */
const notKeptText = (overdue: boolean): string =>
  overdue
    ? `一网通不再接收，请打电话问窗口怎么补。${NOT_KEPT_EITHER_WAY}；现在还没有收到这样的通知。`
    : `${NOT_KEPT_EITHER_WAY}。`

/** The officer's words about all of it, and about each item. */
function quoteOf({ note, items }: AskedNow): string {
  const reasons = items.flatMap(({ name, reason }) => (reason === '' || reason === note ? [] : [`${name}：${reason}`]))
  const shown = reasons.slice(0, SHOWN_REASONS)
  const more = reasons.length > shown.length ? [`还有 ${reasons.length - shown.length} 项，打开后都能看到`] : []
  return [...(note ? [note] : []), ...shown, ...more].join('\n')
}

/** The clock stands still while the applicant supplements; a promise stops nothing. */
function clockText({ stage }: CaseProgress, supplement: boolean): string {
  if (!supplement) return ''
  if (stage === 'accepted') return '办理时间已暂停，您补交后接着算。'
  return stage === 'received' ? '还没有受理，办理时限从受理那天算起。' : ''
}
