import { deadlineOf, shortNameOf, type CaseBrief } from './case'
import { dueView, type DueView } from './due'

/** A case that waits for its applicant, in the words that every page uses for it. */
export interface TurnView extends TurnWords {
  readonly caseNo: string
  readonly matterName: string
  /** null = the provider gave no day. */
  readonly due: DueView | null
}

export interface TurnWords {
  /** What is to be done, without the matter. */
  readonly what: string
  readonly action: string
}

/** Late, nothing is taken any more (contract #23, of either kind): the page says whom to ask. */
export function turnWords(kind: 'supplement' | 'promise', overdue: boolean, items = 0): TurnWords {
  const count = items === 0 ? '' : ` ${items} 项`
  if (kind === 'promise') {
    if (overdue) return { what: '承诺补交已过期', action: '看看怎么办' }
    return { what: count === '' ? '补交承诺的材料' : `补交承诺的${count}材料`, action: '去补交' }
  }
  if (overdue) return { what: '补正期限已过', action: '看看怎么办' }
  return { what: count === '' ? '补正材料' : `补正${count}材料`, action: '去补正' }
}

/** @param now ms since the epoch */
export function turnView(brief: CaseBrief, now: number): TurnView {
  const deadline = deadlineOf(brief)
  const due = deadline === undefined ? null : dueView(deadline, now, brief.workingDaysLeft)
  const kind = brief.status.turn === 'applicant' ? 'supplement' : 'promise'
  return { caseNo: brief.caseNo, matterName: shortNameOf(brief), due, ...turnWords(kind, due?.overdue === true) }
}
