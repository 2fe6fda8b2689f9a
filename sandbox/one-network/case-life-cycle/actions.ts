import { promiseDays, type Item } from '../catalogue/item'
import { addWorkingDays, beijingDate, fromBeijing } from '../clock'
import type { CaseRecord, SupplementRecord } from '../state/records'
import { completeThrough, endAllNodes, endOpenNode, startNode } from './nodes'

/** What officers can do with a case (contract chapter 8). */
export const OFFICE_ACTIONS = {
  preReview: '预审通过',
  awaitReceipt: '通知交件',
  receive: '收件',
  accept: '受理',
  notAccept: '不予受理',
  review: '开始审查',
  requestSupplement: '要求补正',
  receiveSupplement: '窗口已收到补正',
  approve: '准予许可',
  reject: '不予许可',
  issue: '制证',
  complete: '办结',
  withdraw: '登记撤回',
  terminate: '终止',
} as const

export type OfficeAction = keyof typeof OFFICE_ACTIONS

export interface ActionInput {
  readonly at: number
  readonly item: Item
  /** What the applicant reads as the officer's opinion; '' = the usual words. */
  readonly opinion: string
  /** requestSupplement: which materials, and until when (epoch ms; null = no date given). */
  readonly materialIds: readonly string[]
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
const isLicence = (item: Item) => item.seed.result.kind === 'licence'

/** A promise turns into a round of its own at acceptance (contract chapter 7.5); the shortest term binds them all. */
function promiseRound(record: CaseRecord, { at, item }: ActionInput): SupplementRecord {
  const materials = item.materials.filter(({ materialId }) => record.promisedMaterialIds.includes(materialId))
  const days = Math.min(...materials.map(promiseDays))
  return {
    round: record.supplements.length + 1,
    supplementType: '2',
    issuedAt: at,
    deadline: fromBeijing(addWorkingDays(beijingDate(at), days), '23:59:59'),
    officerNote: '',
    materials: materials.map(({ materialId }) => ({ materialId, reason: '承诺后补的材料' })),
    submittedAt: null,
  }
}

const accept: Apply = (record, input) => {
  const done = completeThrough(record.nodes, input.item, '40', input.at, input.opinion || '予以受理')
  const nodes = startNode(done, '50', input.at)
  const accepted = { ...record, status: '30', acceptedAt: input.at, nodes }
  if (record.promisedMaterialIds.length === 0) return accepted
  return {
    ...accepted,
    nodes: startNode(nodes, '88', input.at),
    supplements: [...record.supplements, promiseRound(record, input)],
  }
}

const requestSupplement: Apply = (record, { at, item, opinion, materialIds, deadline }) => {
  const round = record.supplements.length + 1
  const reason = opinion || '材料需要补充或更正'
  const wanted = materialIds.length > 0 ? materialIds : item.materials.slice(0, 1).map(({ materialId }) => materialId)
  const [open, ...rest] = startNode(endOpenNode(record.nodes, at, '需要补正'), '45', at)
    .slice()
    .reverse()
  return {
    ...record,
    status: '28',
    // The reason is the open step's opinion, which is where #27 shows it.
    nodes: open === undefined ? record.nodes : [...rest.reverse(), { ...open, opinion: reason }],
    pauses: [...record.pauses, { reason: '等待申请人补正', round, startedAt: at, endedAt: null }],
    supplements: [
      ...record.supplements,
      {
        round,
        supplementType: '1',
        issuedAt: at,
        deadline,
        officerNote: reason,
        materials: wanted.map((materialId) => ({ materialId, reason })),
        submittedAt: null,
      },
    ],
  }
}

function endPauses(record: CaseRecord, at: number): CaseRecord['pauses'] {
  return record.pauses.map((pause) => (pause.endedAt === null ? { ...pause, endedAt: at } : pause))
}

/** After a supplement the case is 26 again, or 32 when it had been accepted (contract chapter 8). */
const receiveSupplement: Apply = (record, { at, item }) => {
  const reason = record.nodes.find((node) => node.nodeCode === '45' && node.endedAt === null)?.opinion ?? ''
  const ended = endOpenNode(record.nodes, at, reason)
  const accepted = record.acceptedAt !== null
  return {
    ...record,
    status: accepted ? '32' : '26',
    nodes: accepted ? startNode(ended, '50', at) : startNode(completeThrough(ended, item, '30', at, ''), '40', at),
    pauses: endPauses(record, at),
    supplements: record.supplements.map((round) =>
      round.supplementType === '1' && round.submittedAt === null ? { ...round, submittedAt: at } : round,
    ),
  }
}

function withDocument(record: CaseRecord, { at, item }: ActionInput): CaseRecord['issuedDocs'] {
  const docNo = `津高新虚构字 ${record.caseNo.slice(-6)} 号`
  return [...record.issuedDocs, { docName: item.seed.result.name, docNo, issuedAt: at }]
}

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
      return close(record, '97', input, done)
    },
  },
  review: { from: ['30'], apply: (record) => ({ ...record, status: '32' }) },
  requestSupplement: { from: ['12', '26', '32'], apply: requestSupplement },
  receiveSupplement: { from: ['28'], apply: receiveSupplement },
  approve: {
    from: ['30', '32'],
    apply: (record, { at, item, opinion }) => {
      const done = completeThrough(record.nodes, item, '60', at, opinion || '准予许可')
      return { ...record, status: '50', nodes: startNode(done, isLicence(item) ? '70' : '80', at) }
    },
  },
  reject: {
    from: ['30', '32'],
    apply: (record, input) => {
      const done = completeThrough(record.nodes, input.item, '60', input.at, input.opinion || '不予许可')
      return close(record, '40', input, endAllNodes(done, input.at, ''))
    },
  },
  issue: {
    from: ['50'],
    when: (_record, item) => isLicence(item),
    apply: (record, input) => {
      const done = completeThrough(record.nodes, input.item, '70', input.at, input.opinion)
      return {
        ...record,
        status: '60',
        nodes: startNode(done, '80', input.at),
        issuedDocs: withDocument(record, input),
      }
    },
  },
  complete: {
    from: ['50', '60'],
    when: (record, item) => record.status === '60' || !isLicence(item),
    apply: (record, input) => {
      const done = completeThrough(record.nodes, input.item, '80', input.at, input.opinion || '已送达')
      const issuedDocs = record.status === '60' ? record.issuedDocs : withDocument(record, input)
      return { ...close(record, '90', input, done), issuedDocs }
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
