import type { CaseRecord, SupplementRecord } from '../state/records'
import { type CaseCategory, FINISHED, NODE_NAME, STATUS_NAME } from './statuses'

/** Days after the end of a case within which it may be rated (contract chapter 13, row 20). */
const EVALUATION_MS = 30 * 86_400_000
/** Only a decided case is rated: 98 and 99 are not. */
const EVALUABLE: readonly string[] = ['40', '90', '97']
/** Without these the applicant owes nothing any more, whatever was promised. */
const PROMISE_OVER: readonly string[] = ['40', '97', '98', '99']

export function statusName(record: CaseRecord): string {
  return record.statusName !== '' ? record.statusName : (STATUS_NAME[record.status] ?? `状态 ${record.status}`)
}

/** Can this round still be answered, its deadline aside? */
export function isAwaited(record: CaseRecord, round: SupplementRecord): boolean {
  if (round.submittedAt !== null) return false
  return round.supplementType === '1' ? !FINISHED.includes(record.status) : !PROMISE_OVER.includes(record.status)
}

export function openRound(record: CaseRecord, type: SupplementRecord['supplementType']): SupplementRecord | undefined {
  return record.supplements.find((round) => round.supplementType === type && round.submittedAt === null)
}

/** Contract chapter 4: category 2 also takes every unknown code; category 4 overlaps the others. */
export function isInCategory(record: CaseRecord, category: CaseCategory): boolean {
  switch (category) {
    case '1':
      return record.status === '28'
    case '2':
      return record.status !== '28' && !FINISHED.includes(record.status)
    case '3':
      return FINISHED.includes(record.status)
    case '4':
      return record.acceptedAt !== null && openRound(record, '2') !== undefined && !PROMISE_OVER.includes(record.status)
  }
}

/** The step that the case is in, or its last one. */
export function currentNodeName(record: CaseRecord): string {
  const way = record.nodes.filter((node) => node.nodeCode !== '88')
  const node = way.find(({ endedAt }) => endedAt === null) ?? way.at(-1)
  return node === undefined ? '' : (NODE_NAME[node.nodeCode] ?? '')
}

export function isEvaluable(record: CaseRecord, now: number): boolean {
  if (record.evaluation !== undefined || !EVALUABLE.includes(record.status)) return false
  return record.finishedAt !== null && now - record.finishedAt <= EVALUATION_MS
}
