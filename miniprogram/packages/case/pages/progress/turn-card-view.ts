import type { OpenedCase } from '../../../../services/cases'
import type { ReplyError } from '../../../../shared/contract/reply'
import type { AskedNow, CaseProgress } from '../../../../shared/domain/case'
import { dueView, type DueView } from '../../../../shared/domain/due'
import type { BeijingTime } from '../../../../shared/domain/time'
import { turnWords } from '../../../../shared/domain/turn-view'

/** It is the applicant's turn: see the turn-card. */
export interface TurnCardView {
  readonly title: string
  readonly due: DueView | null
  readonly quote: string
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
  const { what, action } = turnWords(kind, due?.overdue === true, first?.items.length ?? 0)
  return {
    title: `轮到您：${what}`,
    due,
    quote: first === undefined ? '' : quoteOf(first),
    action,
    after: [
      others.length > 0 ? `另有 ${others.length} 次要补的，打开后都能看到。` : '',
      clockText(progress, supplement),
    ].join(''),
    deadline: first?.deadline !== undefined && due?.overdue === false ? first.deadline : '',
    error: asked === undefined || asked.ok ? null : asked.error,
  }
}

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
