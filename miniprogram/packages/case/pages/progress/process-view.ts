import type { IconName } from '../../../../components/svg-icon/icon-names'
import type { OpenedCase } from '../../../../services/cases'
import type { CaseGuidance, CaseProgress } from '../../../../shared/domain/case'
import { basisText, LEGAL_PERIODS } from '../../../../shared/domain/legal-period'
import type { OfficeWindow } from '../../../../shared/domain/matter'
import { formatBeijingDate } from '../../../../shared/domain/time'

/** What the citizen may have to know besides the steps; empty = there is nothing to say. */
export interface ProcessView {
  /** Whether the clock runs, and what follows when its day is over. */
  readonly clock: readonly string[]
  /** By when the office has to tell what is lacking: good to know, nothing to do. */
  readonly law: readonly string[]
  /** Against a decision; null = there is none to go against. */
  readonly remedies: RemediesView | null
  /** How an application is taken back; null = it is too late, or nobody knows. */
  readonly withdraw: WithdrawView | null
  /** null = not known now. */
  readonly office: OfficeWindow | null
}

export interface RemediesView {
  readonly ways: readonly { readonly name: string; readonly until: string }[]
  /** With the articles, and what follows on which. */
  readonly basis: readonly string[]
}

export interface WithdrawView {
  readonly text: string
  /** What to tell the window. */
  readonly say: readonly { readonly icon: IconName; readonly label: string; readonly text: string }[]
}

const { tellGaps, reconsideration, lawsuit, lawsuitAfterwards } = LEGAL_PERIODS

/** `拨打窗口电话 022-…` */
const callText = (guidance: CaseGuidance | undefined): string =>
  guidance?.window?.phone ? `拨打窗口电话 ${guidance.window.phone}` : '联系办理窗口'

export function processView({
  progress,
  guidance,
  receipt,
}: Pick<OpenedCase, 'progress' | 'guidance'> & Partial<Pick<OpenedCase, 'receipt'>>): ProcessView {
  const gaps = gapsLines(guidance, callText(guidance))
  const gapsOver = guidance?.gapsToldBy !== undefined && guidance.today > guidance.gapsToldBy.date
  return {
    clock: [...beforeAcceptance(progress, guidance), ...(gapsOver ? gaps : []), ...overdueLines(progress, guidance)],
    law: gapsOver ? [] : gaps,
    remedies: remediesOf(progress),
    withdraw: withdrawOf(progress, callText(guidance), receipt ?? null),
    office: guidance?.window ?? null,
  }
}

/** Where the applicant has to supplement, the card above says that no time runs. */
function beforeAcceptance(
  { stage, papersAwaited, status }: CaseProgress,
  guidance: CaseGuidance | undefined,
): string[] {
  if (stage !== 'received') return []
  const address = guidance?.window?.address ? `：${guidance.window.address}` : ''
  const papers = `窗口在等您交原件和纸质材料。请带齐后交到办理窗口${address}。`
  const clock = status.turn === 'applicant' ? [] : ['还没有受理，办理时限从受理那天算起。']
  return [...clock, ...(papersAwaited === true ? [papers] : [])]
}

/** 行政许可法第三十二条. */
function gapsLines(guidance: CaseGuidance | undefined, call: string): string[] {
  const due = guidance?.gapsToldBy
  if (guidance === undefined || due === undefined) return []
  const day = formatBeijingDate(due.date)
  const estimated = due.estimated ? '（那时的放假安排还没有公布，日期可能变动）' : ''
  const basis = `（${basisText(tellGaps)}）`
  if (guidance.today > due.date) {
    return [
      `材料不齐的，窗口最迟应当在 ${day} 一次告诉您。过了这一天还没有告诉的，依法从收到申请之日起就算受理${basis}。可以${call}确认。`,
    ]
  }
  return [
    `材料不齐的，窗口应当在收到申请后 ${tellGaps.value} 个工作日内，最迟 ${day}${estimated}，一次告诉您要补什么；到期不告诉的，从收到申请之日起就算受理${basis}。`,
  ]
}

/** The clock stands still while the applicant supplements. */
function overdueLines(progress: CaseProgress, guidance: CaseGuidance | undefined): string[] {
  const { status, stage, pauses, promisedFinishDate, statutoryFinishDate } = progress
  const isPaused = pauses.some(({ endedAt }) => endedAt === undefined)
  const isUnderWay = status.turn === 'office' && (stage === 'accepted' || stage === 'decided')
  if (guidance === undefined || !isUnderWay || isPaused) return []
  const isPast = (date: string | undefined): boolean => date !== undefined && date < guidance.today
  const lines: string[] = []
  if (isPast(promisedFinishDate)) {
    lines.push(`已过承诺办结日期，还没有办结。可以${callText(guidance)}，报办件号问办到哪一步了。`)
  }
  // Whether a suit may come first is open in the wording of 行政复议法第十一、二十三条: 复议 always may.
  if (stage === 'accepted' && isPast(statutoryFinishDate)) {
    lines.push(
      '法定期限也已经过了。窗口仍不作决定的，可以先申请行政复议（行政复议法第十一条、第二十三条，按 2023-09-01 的文本）；对复议结果不服的，再向法院起诉。',
    )
  }
  return lines
}

function remediesOf({ stage }: CaseProgress): RemediesView | null {
  if (stage !== 'notAccepted' && stage !== 'refused') return null
  const decision = stage === 'refused' ? '不予许可' : '不予受理'
  return {
    ways: [
      { name: '行政复议', until: `知道这个决定之日起 ${reconsideration.value} ${reconsideration.unit}内` },
      { name: '行政诉讼', until: `知道这个决定之日起 ${lawsuit.value} ${lawsuit.unit}内` },
    ],
    basis: [
      `对${decision}的决定不服，可以申请行政复议，也可以向法院起诉。`,
      `行政复议：从知道这个决定之日起 ${reconsideration.value} 日内申请（${basisText(reconsideration)}）。`,
      `行政诉讼：从知道这个决定之日起 ${lawsuit.value} 个月内起诉（${basisText(lawsuit)}）。`,
      `先申请了复议的，不服复议决定，从收到复议决定书之日起 ${lawsuitAfterwards.value} 日内起诉（${basisText(lawsuitAfterwards)}）。`,
    ],
  }
}

function withdrawOf(
  { stage, caseNo }: CaseProgress,
  call: string,
  receipt: OpenedCase['receipt'],
): WithdrawView | null {
  if (stage !== 'received' && stage !== 'accepted') return null
  const applicant = receipt?.state === 'submitted' ? receipt.receipt.applicantName : ''
  return {
    text: `决定作出以前，可以撤回申请。这里不能撤回，请${call}，或带身份证件到窗口办理。窗口办好后，这件事结束，这里会显示新的状态。`,
    say: [
      { icon: 'user', label: '申请人', text: applicant || '申请时填的姓名或单位名称' },
      { icon: 'task', label: '办件号', text: caseNo },
      { icon: 'history', label: '要做什么', text: '撤回申请，并说明原因' },
    ],
  }
}
