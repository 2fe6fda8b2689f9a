import { formatBeijingDate } from '../../../shared/domain/time'
import { ESTIMATE_NOTE } from '../../../shared/form/calendar'
import type { PromiseOffer, Promises } from '../../../shared/domain/promise'

/** Whether a material may be brought later, as its card shows it. */
export interface PromiseView {
  /** none: nothing is said. open: it can be promised. barred: this applicant may not. promised: it is. */
  readonly state: 'none' | 'open' | 'barred' | 'promised'
  readonly text: string
}

const NO_PROMISE: PromiseView = { state: 'none', text: '' }

/** `受理后 15 个工作日内补交（按今天受理估算，最晚 2026年12月16日）` */
export function dueText({
  days,
  dueBy,
  dueByIsEstimate,
}: Omit<PromiseOffer, 'materialId' | 'name' | 'promised'>): string {
  if (days === undefined) return '受理后按窗口通知的期限补交'
  if (dueBy === undefined) return `受理后 ${days} 个工作日内补交`
  const day = formatBeijingDate(dueBy)
  const last = dueByIsEstimate ? `预计最晚 ${day}；${ESTIMATE_NOTE}` : `最晚 ${day}`
  return `受理后 ${days} 个工作日内补交（按今天受理估算，${last}）`
}

/** @param hasFiles something was uploaded already: then there is nothing to promise */
export function promiseView({ offers, barred }: Promises, materialId: string, hasFiles: boolean): PromiseView {
  const offer = offers.find((one) => one.materialId === materialId)
  if (offer === undefined) return NO_PROMISE
  if (offer.promised) return { state: 'promised', text: `已承诺后补：${dueText(offer)}` }
  if (hasFiles) return NO_PROMISE
  if (barred !== '') return { state: 'barred', text: barred }
  return { state: 'open', text: `暂时没有这项材料，可以承诺后补：${dueText(offer)}` }
}

/** What is said before something is promised: which material, until when, and what happens otherwise. */
export function promiseQuestion(offer: PromiseOffer): string {
  return `“${offer.name}”可以先不交，${dueText(offer)}。逾期没有补交，窗口可能退回申请或撤销已作出的决定。确定后，请在《容缺受理补正承诺书》上签名。`
}
