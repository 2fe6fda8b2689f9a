import { departmentName } from '../catalogue/departments'
import type { Item } from '../catalogue/item'
import { beijingDateTime } from '../clock'
import type { CaseRecord } from '../state/records'
import { currentNodeName, isEvaluable, openRound, statusName } from './facts'
import { finishDates } from './finish-dates'
import { futureNodes } from './nodes'
import { NODE_NAME } from './statuses'

const timeOrNull = (at: number | null | undefined) => (at === null || at === undefined ? null : beijingDateTime(at))

/** The provider masks a person's name in lists: 虞**. */
function applicantName(record: CaseRecord): string {
  const { name, subjectType } = record.applicant
  return subjectType === 'person' ? `${name.slice(0, 1)}${'*'.repeat(Math.max(1, [...name].length - 1))}` : name
}

/** CaseBrief of the contract. */
export function toCaseBrief(record: CaseRecord, item: Item, now: number) {
  return {
    caseNo: record.caseNo,
    declareNo: record.declareNo,
    itemId: item.itemId,
    itemName: item.name,
    applicantName: applicantName(record),
    caseStatus: record.status,
    caseStatusName: statusName(record),
    submitTime: beijingDateTime(record.submittedAt),
    acceptedTime: timeOrNull(record.acceptedAt),
    promisedFinishDate: finishDates(record, item).promised,
    finishTime: timeOrNull(record.finishedAt),
    currentNodeName: currentNodeName(record),
    supplementDeadline: timeOrNull(openRound(record, '1')?.deadline),
    promiseDeadline: timeOrNull(openRound(record, '2')?.deadline),
    evaluableFlag: isEvaluable(record, now) ? '1' : '0',
    evaluatedFlag: record.evaluation === undefined ? '0' : '1',
  }
}

/** ProgressData of the contract: the way so far, the steps to come, and 承诺补证 last. */
export function toProgress(record: CaseRecord, item: Item) {
  const department = departmentName(item.field)
  const past = record.nodes.map((node) => ({
    nodeCode: node.nodeCode,
    nodeName: NODE_NAME[node.nodeCode] ?? '',
    nodeState: node.endedAt === null ? '1' : '2',
    department,
    handler: node.handler,
    startTime: timeOrNull(node.startedAt),
    endTime: timeOrNull(node.endedAt),
    opinion: node.opinion,
  }))
  const future = futureNodes(record, item).map((nodeCode) => ({
    nodeCode,
    nodeName: NODE_NAME[nodeCode] ?? '',
    nodeState: '0',
    department,
    handler: '',
    startTime: null,
    endTime: null,
    opinion: '',
  }))
  const promise = past.filter((node) => node.nodeCode === '88')
  const nodes = [...past.filter((node) => node.nodeCode !== '88'), ...future, ...promise]
  const { promised, statutory } = finishDates(record, item)
  return {
    caseNo: record.caseNo,
    itemId: item.itemId,
    itemName: item.name,
    caseStatus: record.status,
    caseStatusName: statusName(record),
    promisedFinishDate: promised,
    statutoryFinishDate: statutory,
    nodes: nodes.map((node, index) => ({ ...node, seq: index + 1 })),
    pauses: record.pauses.map(({ reason, round, startedAt, endedAt }) => ({
      reason,
      round,
      startTime: beijingDateTime(startedAt),
      endTime: timeOrNull(endedAt),
    })),
    issuedDocs: record.issuedDocs.map(({ docName, docNo, issuedAt, attachId }) => ({
      docName,
      docNo,
      issuedAt: beijingDateTime(issuedAt),
      attachId: attachId ?? null,
    })),
  }
}
