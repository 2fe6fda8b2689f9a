import {
  type CaseBrief,
  type CaseCategory,
  type CaseCounts,
  type CaseProgress,
  type CaseStatus,
  type NodeState,
  type ProgressNode,
} from '../../../miniprogram/shared/domain/case'
import { CASE_STATUS, CATEGORY_CODE, type CategoryCode, lookUp, NODE_STATE } from '../code-tables'
import { matterById } from '../../matters'
import { compact, count, day, flag, list, text, time } from '../read'
import { type Wire } from '../wire'

/** Status of a case right after its submission (contract chapter 8): the receipt told it. */
export const SUBMITTED = '12'

/** 承诺补证, beside the way of a case. */
const PROMISE_NODE = '88'

const AWAITS_PAPERS = '24'
const AWAITS_SUPPLEMENT = '28'

/** A list in the provider's words. */
export const fromCategory = (category: CaseCategory): CategoryCode => CATEGORY_CODE[category]

/** A status as the provider names it; a code that the contract does not list is `known: false`, never guessed. */
export function toCaseStatus(rawCode: unknown, rawName: unknown): CaseStatus {
  const code = text(rawCode) ?? ''
  const known = lookUp(CASE_STATUS, code)
  const name = text(rawName) ?? known?.name ?? (code ? `状态 ${code}` : '状态未知')
  return { code, name, known: known !== undefined, turn: known?.turn ?? 'unknown' }
}

/** undefined when a count is missing: no number is better than a wrong one. */
export function toCaseCounts(wire: Wire<'CaseCountsData'>): CaseCounts | undefined {
  const supplement = count(wire?.supplementCount)
  const processing = count(wire?.processingCount)
  const finished = count(wire?.finishedCount)
  const promise = count(wire?.promiseCount)
  if (supplement === undefined || processing === undefined || finished === undefined || promise === undefined) {
    return undefined
  }
  return { supplement, processing, finished, promise }
}

const toNamedMatter = (wire: Wire<'CaseBrief' | 'ProgressData'>) => {
  const matterId = text(wire?.itemId) ?? ''
  return { matterId, matterName: text(wire?.itemName) ?? '', shortName: matterById(matterId)?.shortName }
}

export function toCaseBrief(wire: Wire<'CaseBrief'>): CaseBrief {
  return compact({
    caseNo: text(wire?.caseNo) ?? '',
    ...toNamedMatter(wire),
    applicantName: text(wire?.applicantName),
    status: toCaseStatus(wire?.caseStatus, wire?.caseStatusName),
    submittedAt: time(wire?.submitTime) ?? '',
    acceptedAt: time(wire?.acceptedTime),
    promisedFinishDate: day(wire?.promisedFinishDate),
    finishedAt: time(wire?.finishTime),
    currentNode: text(wire?.currentNodeName),
    supplementDeadline: time(wire?.supplementDeadline),
    promiseDeadline: time(wire?.promiseDeadline),
    rateable: (flag(wire?.evaluableFlag) && !flag(wire?.evaluatedFlag)) || undefined,
  })
}

function toNode(wire: NonNullable<Wire<'ProgressNode'>>): ProgressNode {
  const code = text(wire.nodeCode) ?? ''
  const state: NodeState = lookUp(NODE_STATE, text(wire.nodeState)) ?? 'unknown'
  return compact({
    code,
    name: text(wire.nodeName) ?? (code ? `环节 ${code}` : '未知环节'),
    seq: count(wire.seq) ?? 0,
    state,
    department: text(wire.department),
    handler: text(wire.handler),
    startedAt: time(wire.startTime),
    endedAt: time(wire.endTime),
    opinion: text(wire.opinion),
    promise: text(wire.nodeCode) === PROMISE_NODE || undefined,
  })
}

/** Of 承诺补证, state 1 进行中. */
const isPromiseDue = (wire: NonNullable<Wire<'ProgressNode'>>): boolean =>
  text(wire.nodeCode) === PROMISE_NODE && text(wire.nodeState) === '1'

const nodesOf = (wire: Wire<'ProgressData'>, code: string) =>
  list(wire?.nodes).filter((node) => text(node.nodeCode) === code)

/** How far the office is, from the status and, where the status does not say it, from the steps. */
function standingOf(
  wire: Wire<'ProgressData'>,
): Pick<CaseProgress, 'stage' | 'papersAwaited' | 'gapsTold' | 'submittedAt' | 'acceptedAt'> {
  const status = text(wire?.caseStatus)
  // A case that is 待补正 may have been accepted or not: 50 审查 begins with acceptance, while 40 受理 also ends when
  // something is lacking.
  const accepted = nodesOf(wire, '50').some((node) => text(node.nodeState) !== '0')
  return compact({
    stage:
      status === AWAITS_SUPPLEMENT
        ? accepted
          ? 'accepted'
          : 'received'
        : (lookUp(CASE_STATUS, status)?.stage ?? 'unknown'),
    papersAwaited: status === AWAITS_PAPERS || undefined,
    gapsTold: (!accepted && nodesOf(wire, '45').length > 0) || undefined,
    submittedAt: time(nodesOf(wire, '10')[0]?.endTime),
    acceptedAt: time(nodesOf(wire, '50')[0]?.startTime),
  })
}

export function toCaseProgress(wire: Wire<'ProgressData'>): CaseProgress {
  return compact({
    caseNo: text(wire?.caseNo) ?? '',
    ...toNamedMatter(wire),
    status: toCaseStatus(wire?.caseStatus, wire?.caseStatusName),
    promisedFinishDate: day(wire?.promisedFinishDate),
    statutoryFinishDate: day(wire?.statutoryFinishDate),
    promiseDue: list(wire?.nodes).some(isPromiseDue) || undefined,
    nodes: list(wire?.nodes)
      .map(toNode)
      .sort((a, b) => a.seq - b.seq),
    pauses: list(wire?.pauses).map((pause) =>
      compact({
        reason: text(pause.reason) ?? '',
        startedAt: time(pause.startTime) ?? '',
        endedAt: time(pause.endTime),
      }),
    ),
    documents: list(wire?.issuedDocs).map((document) =>
      compact({
        name: text(document.docName) ?? '',
        number: text(document.docNo),
        issuedAt: time(document.issuedAt),
        documentId: text(document.attachId),
      }),
    ),
    ...standingOf(wire),
  })
}
