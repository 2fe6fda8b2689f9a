import { toProgress } from '../case-life-cycle/case-wire'
import type { Item } from '../catalogue/item'
import type { CaseRecord } from '../state/records'

/** The event types of callback.yaml; the desk can push others as well. */
const EVENT_TYPES = {
  ACCEPTED: '已受理',
  SUPPLEMENT_REQUIRED: '需要补正',
  SUPPLEMENT_RECEIVED: '补正材料已收到',
  REVIEWED: '审查完成',
  APPROVED: '准予许可',
  REJECTED: '不予许可',
  NOT_ACCEPTED: '不予受理',
  CERTIFICATE_ISSUED: '证照已制作',
  COMPLETED: '已办结',
  PROMISE_SUPPLEMENT_DUE: '承诺材料将到期',
  WITHDRAWN: '已撤回',
} as const

type EventType = keyof typeof EVENT_TYPES

/** What an event says besides which case it is about. */
export interface EventContent {
  readonly eventType: string
  readonly summary: string | null
  /** Epoch ms; null = none. */
  readonly deadline: number | null
}

const BY_STATUS: Readonly<Record<string, EventType>> = {
  '30': 'ACCEPTED',
  '28': 'SUPPLEMENT_REQUIRED',
  '50': 'APPROVED',
  '40': 'REJECTED',
  '97': 'NOT_ACCEPTED',
  '60': 'CERTIFICATE_ISSUED',
  '90': 'COMPLETED',
  '98': 'WITHDRAWN',
}

function typeOf(before: CaseRecord, after: CaseRecord): EventType | undefined {
  const decided = (record: CaseRecord) => record.nodes.some(({ nodeCode }) => nodeCode === '60')
  if (before.status === after.status) {
    return after.status === '32' && decided(after) && !decided(before) ? 'REVIEWED' : undefined
  }
  if (before.status === '28' && ['26', '32'].includes(after.status)) return 'SUPPLEMENT_RECEIVED'
  return BY_STATUS[after.status]
}

function summaryOf(type: EventType, after: CaseRecord, item: Item): string {
  const materials = after.supplements.at(-1)?.materials.length ?? 0
  if (type === 'SUPPLEMENT_REQUIRED') return `请补正 ${materials} 项材料`
  if (type === 'COMPLETED') return '办件已办结，欢迎评价'
  const { promisedFinishDate } = toProgress(after, item)
  if (type === 'ACCEPTED' && promisedFinishDate) return `您的申请已受理，承诺 ${promisedFinishDate} 前办结`
  return EVENT_TYPES[type]
}

/**
 * The event that a change of a case makes (contract chapter 8 and callback.yaml); undefined where the contract has none:
 * pre-review, receipt, termination, and a status that nobody knows.
 */
export function eventOf(before: CaseRecord | undefined, after: CaseRecord, item: Item): EventContent | undefined {
  const eventType = before && typeOf(before, after)
  if (eventType === undefined) return undefined
  const deadline = eventType === 'SUPPLEMENT_REQUIRED' ? (after.supplements.at(-1)?.deadline ?? null) : null
  return { eventType, summary: summaryOf(eventType, after, item), deadline }
}
