import type { Item } from '../catalogue/item'
import type { CaseRecord } from '../state/records'
import { openRound } from './facts'
import { completeThrough, endAllNodes, startNode } from './nodes'
import { endPauses, endPromise, promiseRound, receiveSupplement, requestSupplement, waitsForPaper } from './supplements'

/** What officers can do with a case (contract chapter 8). */
export const OFFICE_ACTIONS = {
  preReview: '预审通过',
  awaitReceipt: '通知交件',
  receive: '收件',
  accept: '受理',
  notAccept: '不予受理',
  review: '开始审查',
  finishReview: '审查完成',
  requestSupplement: '要求补正',
  receiveSupplement: '窗口已收到补正',
  approve: '准予许可',
  reject: '不予许可',
  issue: '制证',
  complete: '办结',
  withdraw: '登记撤回',
  terminate: '终止',
  verifyPromise: '核收承诺材料',
  endForPromise: '承诺逾期，终止',
} as const

export type OfficeAction = keyof typeof OFFICE_ACTIONS

export interface ActionInput {
  readonly at: number
  readonly item: Item
  /** What the applicant reads as the officer's opinion; '' = the usual words. */
  readonly opinion: string
  /** requestSupplement: which materials, why (the opinion where no reason is given), and until when (epoch ms; null = no date). */
  readonly materialIds: readonly string[]
  readonly reasons: Readonly<Record<string, string>>
  readonly deadline: number | null
}

type Apply = (record: CaseRecord, input: ActionInput) => CaseRecord

interface Rule {
  readonly from: readonly string[]
  readonly apply: Apply
  /** A further condition, e.g. that the matter ends with a licence. */
  readonly when?: (record: CaseRecord, item: Item) => boolean
}

const BEFORE_ACCEPTANCE = ['12', '16', '24', '26']
/** A promise can be kept, or broken, for as long as the case was accepted and not refused. */
const ALONGSIDE_PROMISE = ['28', '30', '32', '50', '60', '90']
const hasPromiseNode = (record: CaseRecord) =>
  record.nodes.some(({ nodeCode, endedAt }) => nodeCode === '88' && endedAt === null)
const isLicence = (item: Item) => item.isLicence

const accept: Apply = (record, input) => {
  const done = completeThrough(record.nodes, input.item, '40', input.at, input.opinion || '予以受理')
  const nodes = startNode(done, '50', input.at)
  const told = issue(record, input.at, '受理通知书', '受理')
  const accepted = { ...told, status: '30', acceptedAt: input.at, nodes }
  if (record.promisedMaterialIds.length === 0) return accepted
  return {
    ...accepted,
    nodes: startNode(nodes, '88', input.at),
    supplements: [...record.supplements, promiseRound(record, input)],
  }
}

/** A document that goes out at this step. @param mark told apart from the case's others by it */
function issue(record: CaseRecord, at: number, docName: string, mark = ''): CaseRecord {
  const docNo = `津高新虚构${mark}字 ${record.caseNo.slice(-6)} 号`
  return { ...record, issuedDocs: [...record.issuedDocs, { docName, docNo, issuedAt: at }] }
}

const issueResult = (record: CaseRecord, { at, item }: ActionInput): CaseRecord =>
  issue(record, at, item.results[0]?.name ?? '')

/** The case is over: nothing stays open, and the clock no longer stands still. */
function close(record: CaseRecord, status: string, { at }: ActionInput, nodes: CaseRecord['nodes']): CaseRecord {
  return { ...record, status, finishedAt: at, nodes, pauses: endPauses(record, at) }
}

const RULES: Readonly<Record<OfficeAction, Rule>> = {
  preReview: {
    from: ['12'],
    apply: (record, { at, item, opinion }) => {
      const done = completeThrough(record.nodes, item, '20', at, opinion)
      return { ...record, status: '16', nodes: startNode(done, '30', at) }
    },
  },
  awaitReceipt: { from: ['16'], apply: (record) => ({ ...record, status: '24' }) },
  receive: {
    from: ['12', '16', '24'],
    apply: (record, { at, item, opinion }) => {
      const done = completeThrough(record.nodes, item, '30', at, opinion)
      return { ...record, status: '26', nodes: startNode(done, '40', at) }
    },
  },
  accept: { from: BEFORE_ACCEPTANCE, apply: accept },
  notAccept: {
    from: BEFORE_ACCEPTANCE,
    apply: (record, input) => {
      const done = completeThrough(record.nodes, input.item, '40', input.at, input.opinion || '不予受理')
      return close(issue(record, input.at, '不予受理通知书', '不受'), '97', input, done)
    },
  },
  review: { from: ['30'], apply: (record) => ({ ...record, status: '32' }) },
  finishReview: {
    from: ['32'],
    when: (record) => record.nodes.some(({ nodeCode, endedAt }) => nodeCode === '50' && endedAt === null),
    apply: (record, { at, item, opinion }) => {
      const done = completeThrough(record.nodes, item, '50', at, opinion || '审查完成')
      return { ...record, nodes: startNode(done, '60', at) }
    },
  },
  requestSupplement: { from: ['12', '26', '32'], apply: requestSupplement },
  receiveSupplement: { from: ['28'], apply: receiveSupplement },
  approve: {
    from: ['30', '32'],
    when: (record, item) => !waitsForPaper(record, item),
    apply: (record, { at, item, opinion }) => {
      const done = completeThrough(record.nodes, item, '60', at, opinion || '准予许可')
      const decided = isLicence(item) ? issue(record, at, '准予许可决定书', '决') : record
      return { ...decided, status: '50', nodes: startNode(done, isLicence(item) ? '70' : '80', at) }
    },
  },
  reject: {
    from: ['30', '32'],
    apply: (record, input) => {
      const done = completeThrough(record.nodes, input.item, '60', input.at, input.opinion || '不予许可')
      const refused = issue(record, input.at, '不予许可决定书', '不决')
      return close(refused, '40', input, endAllNodes(done, input.at, ''))
    },
  },
  issue: {
    from: ['50'],
    when: (_record, item) => isLicence(item),
    apply: (record, input) => {
      const done = completeThrough(record.nodes, input.item, '70', input.at, input.opinion)
      return { ...issueResult(record, input), status: '60', nodes: startNode(done, '80', input.at) }
    },
  },
  complete: {
    from: ['50', '60'],
    when: (record, item) => record.status === '60' || !isLicence(item),
    apply: (record, input) => {
      const done = completeThrough(record.nodes, input.item, '80', input.at, input.opinion || '已送达')
      return close(record.status === '60' ? record : issueResult(record, input), '90', input, done)
    },
  },
  withdraw: {
    from: ['12', '16', '24', '26', '28', '30', '32'],
    apply: (record, input) =>
      close(record, '98', input, endAllNodes(record.nodes, input.at, input.opinion || '申请人撤回')),
  },
  terminate: {
    from: ['28', '32'],
    apply: (record, input) =>
      close(record, '99', input, endAllNodes(record.nodes, input.at, input.opinion || '终止办理')),
  },
  // Beside the main status: the case goes its own way (contract chapter 8).
  verifyPromise: {
    from: ALONGSIDE_PROMISE,
    when: (record) => hasPromiseNode(record) && openRound(record, '2') === undefined,
    apply: (record, { at, opinion }) => endPromise(record, at, opinion || '承诺的材料已核收'),
  },
  // The contract leaves what follows a broken promise to the provider; a case that was finished already can end too.
  endForPromise: {
    from: ALONGSIDE_PROMISE,
    when: (record) => openRound(record, '2') !== undefined,
    apply: (record, input) => {
      const nodes = endPromise(record, input.at, input.opinion || '逾期没有补交承诺的材料，已撤销').nodes
      return close(record, '99', input, endAllNodes(nodes, input.at, ''))
    },
  },
}

/** Actions that the case's status allows now. */
export function allowedActions(record: CaseRecord, item: Item): readonly OfficeAction[] {
  return (Object.keys(RULES) as OfficeAction[]).filter((action) => {
    const { from, when } = RULES[action]
    return from.includes(record.status) && (when === undefined || when(record, item))
  })
}

/** The case after the action. The caller has checked that it is allowed. */
export function applyAction(record: CaseRecord, action: OfficeAction, input: ActionInput): CaseRecord {
  return { ...RULES[action].apply(record, input), statusName: '' }
}
