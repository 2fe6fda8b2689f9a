import type { OpenedCase } from '../../../../services/cases'
import { type CaseProgress, type IssuedDocument, type ProgressNode, shortNameOf } from '../../../../shared/domain/case'
import type { SubmitOutcome } from '../../../../shared/domain/declaration'
import { formatBeijingDate, formatBeijingTime } from '../../../../shared/domain/time'
import type { Word } from '../../../../shared/domain/words'
import { processView, type ProcessView } from './process-view'
import { standingView, type StandingView } from './standing-view'
import { turnCardView, type TurnCardView } from './turn-card-view'

export interface ProgressView {
  readonly caseNo: string
  readonly matterName: string
  /** null = it is not the applicant's turn. */
  readonly turn: TurnCardView | null
  /** Whose turn it is else; null = the applicant has to supplement, which says it. */
  readonly standing: StandingView | null
  /** Days that the provider gave, and when the clock stood still. */
  readonly dates: readonly string[]
  readonly nodes: readonly ProgressNode[]
  /** The current step waits for the applicant. */
  readonly mine: boolean
  /** Of the field's words those that stand on the page. */
  readonly words: readonly Word[]
  readonly documents: readonly IssuedDocument[]
  /** It was refused, or not accepted: what can be done now; null = neither. */
  readonly next: { readonly call: string; readonly hint: string } | null
  readonly process: ProcessView
  /** What did not arrive, or is not known to have arrived; '' = nothing of the kind. */
  readonly warning: string
  /** What was read back when it was submitted here; empty when it was filed elsewhere. */
  readonly receipt: readonly string[]
  /** Of a finished case: its rating; null = there is none to give or to see. */
  readonly rating: { readonly text: string; readonly action: string; readonly open: boolean } | null
}

/** @param now ms since the epoch */
export function progressView(opened: OpenedCase, now: number): ProgressView {
  const { progress, receipt, evaluation } = opened
  const mine = progress.status.turn === 'applicant'
  return {
    caseNo: progress.caseNo,
    matterName: shortNameOf(progress),
    turn: turnCardView(opened, now),
    standing: mine ? null : standingView(progress, now, opened.guidance?.pace),
    dates: datesOf(progress),
    nodes: progress.nodes,
    mine,
    words: wordsOf(progress, mine),
    documents: progress.documents,
    next: nextOf(progress),
    process: processView(opened),
    warning: warningOf(receipt),
    receipt: receiptLines(receipt),
    rating: ratingOf(evaluation),
  }
}

function nextOf({ stage }: CaseProgress): ProgressView['next'] {
  if (stage === 'refused') return { call: '问窗口怎么改', hint: '' }
  if (stage !== 'notAccepted') return null
  return { call: '打电话问窗口', hint: '没有受理，不等于不能办。该去别处办的，问窗口去哪里。' }
}

function wordsOf(
  { nodes, status, promisedFinishDate, statutoryFinishDate }: CaseProgress,
  mine: boolean,
): readonly Word[] {
  const said = [status.name, ...nodes.map(({ name }) => name)].join(' ')
  return [
    ...(said.includes('受理') ? (['受理'] as const) : []),
    ...(mine || said.includes('补正') ? (['补正'] as const) : []),
    ...(promisedFinishDate === undefined ? [] : (['承诺时限'] as const)),
    ...(statutoryFinishDate === undefined ? [] : (['法定时限'] as const)),
  ]
}

function datesOf(progress: CaseProgress): readonly string[] {
  const dates: string[] = []
  const paused = progress.pauses.find(({ endedAt }) => endedAt === undefined)
  if (progress.promisedFinishDate !== undefined) {
    const note = paused === undefined ? '' : '（现在暂停计时，日期会顺延）'
    dates.push(`承诺办结：${formatBeijingDate(progress.promisedFinishDate)}${note}`)
  }
  if (progress.statutoryFinishDate !== undefined) {
    dates.push(`法定期限：${formatBeijingDate(progress.statutoryFinishDate)}`)
  }
  for (const { reason, startedAt, endedAt } of progress.pauses) {
    const end = endedAt === undefined ? '至今' : `至 ${formatBeijingTime(endedAt)}`
    // Before acceptance there is no time limit yet that could stand still.
    const what = progress.stage === 'received' ? '等您处理' : '暂停计时'
    dates.push(`${what}：${reason}，${formatBeijingTime(startedAt)} ${end}`)
  }
  return dates
}

function receiptLines(outcome: SubmitOutcome | null): readonly string[] {
  if (outcome?.state !== 'submitted') return []
  const { applicantName, submittedAt, delivered, total } = outcome.receipt
  return [`申请人 ${applicantName}`, `提交时间 ${formatBeijingTime(submittedAt)}`, `附件已送达 ${delivered}/${total}`]
}

function warningOf(outcome: SubmitOutcome | null): string {
  if (outcome === null) return ''
  if (outcome.state === 'confirming') return `结果确认中，从 ${formatBeijingTime(outcome.since)} 起；请不要重复提交。`
  const { missing } = outcome.receipt
  return missing.length === 0 ? '' : `没有送达：${missing.join('、')}。请联系窗口补交。`
}

/** What to say of the rating: what the provider said of it, or that it did not say. */
function ratingOf(evaluation: OpenedCase['evaluation']): ProgressView['rating'] {
  if (evaluation === undefined) return null
  if (!evaluation.ok) return { text: '评价情况暂时没有取到，可以点开再试。', action: '评价服务', open: false }
  const { value } = evaluation
  switch (value.state) {
    case 'given':
      return {
        text: `已评价：${value.given.scoreName || `${value.given.score} 分`}`,
        action: '查看我的评价',
        open: false,
      }
    case 'open':
      return { text: '这件事已经办完，您可以评价一次。', action: '评价这次服务', open: true }
    case 'confirming':
      return { text: '您的评价正在确认，请不要重复提交。', action: '查看评价结果', open: false }
    case 'closed':
      return null
  }
}
