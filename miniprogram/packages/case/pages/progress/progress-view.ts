import type { OpenedCase } from '../../../../services/cases'
import {
  type CaseProgress,
  type IssuedDocument,
  type ProgressNode,
  statusText,
  type Turn,
} from '../../../../shared/domain/case'
import type { SubmitOutcome } from '../../../../shared/domain/declaration'
import { processView, type ProcessView } from './process-view'
import { formatBeijingDate, formatBeijingTime } from '../../../../shared/domain/time'

export interface ProgressView {
  readonly caseNo: string
  readonly matterName: string
  readonly status: string
  readonly tone: string
  /** Whose turn it is and what that means. */
  readonly turn: string
  /** Leads to the supplement page; '' = nothing is wanted. */
  readonly supplement: string
  readonly dates: readonly string[]
  readonly nodes: readonly ProgressNode[]
  readonly documents: readonly IssuedDocument[]
  readonly process: ProcessView
  /** What was read back when it was submitted here; empty when it was filed elsewhere. */
  readonly receipt: readonly string[]
  /** Of a finished case: its rating; null = there is none to give or to see. */
  readonly rating: { readonly text: string; readonly action: string } | null
}

const TURN: Readonly<Record<Turn, { readonly text: string; readonly tone: string }>> = {
  office: { text: '现在等待窗口处理，您不用操作。', tone: 'info' },
  applicant: { text: '现在轮到您处理：窗口要求补充或更正材料。', tone: 'turn' },
  nobody: { text: '这件事已经结束。', tone: 'done' },
  unknown: { text: '这个状态由一网通给出，含义请以窗口答复为准。', tone: 'muted' },
}

export function progressView(opened: OpenedCase): ProgressView {
  const { progress, receipt, evaluation } = opened
  const turn = TURN[progress.status.turn]
  return {
    caseNo: progress.caseNo,
    matterName: progress.matterName,
    status: statusText(progress.status),
    tone: turn.tone,
    turn: turn.text,
    supplement: supplementText(progress),
    dates: datesOf(progress),
    nodes: progress.nodes,
    documents: progress.documents,
    process: processView(opened),
    receipt: receiptLines(receipt),
    rating: ratingOf(evaluation),
  }
}

function supplementText({ status, promiseDue }: CaseProgress): string {
  if (status.turn === 'applicant') return '去补正'
  return promiseDue === true ? '补交承诺的材料' : ''
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
  if (outcome === null) return []
  if (outcome.state === 'confirming') return [`结果确认中，从 ${formatBeijingTime(outcome.since)} 起；请不要重复提交。`]
  const { applicantName, submittedAt, delivered, total, missing } = outcome.receipt
  const lines = [
    `申请人 ${applicantName}`,
    `提交时间 ${formatBeijingTime(submittedAt)}`,
    `附件已送达 ${delivered}/${total}`,
  ]
  if (missing.length > 0) lines.push(`没有送达：${missing.join('、')}。请联系窗口补交。`)
  return lines
}

/** What to say of the rating: what the provider said of it, or that it did not say. */
function ratingOf(evaluation: OpenedCase['evaluation']): ProgressView['rating'] {
  if (evaluation === undefined) return null
  if (!evaluation.ok) return { text: '评价情况暂时没有取到，可以点开再试。', action: '评价服务' }
  const { value } = evaluation
  switch (value.state) {
    case 'given':
      return { text: `已评价：${value.given.scoreName || `${value.given.score} 分`}`, action: '查看我的评价' }
    case 'open':
      return { text: '这件事已经办完，您可以评价一次。', action: '评价这次服务' }
    case 'confirming':
      return { text: '您的评价正在确认，请不要重复提交。', action: '查看评价结果' }
    case 'closed':
      return null
  }
}
