import { formatBeijingDate } from '../../../shared/domain/time'
import { COMMITMENT_LABEL, type Due, NOT_KEPT, type PromiseKind, termText } from '../../../shared/domain/commitment'
import { ESTIMATE_NOTE } from '../../../shared/form/calendar'
import type { PromiseOffer, Promises } from '../../../shared/domain/promise'

/** Whether a material may be brought later, as its card shows it. */
export interface PromiseView {
  /** none: nothing is said. open: it can be promised. barred: this applicant may not. promised: it is. */
  readonly state: 'none' | 'open' | 'barred' | 'promised'
  readonly text: string
}

/** When the office decides. */
const DECISION: Readonly<Record<PromiseKind, string>> = {
  tolerance: '先受理，补齐后窗口才作出决定',
  promiseApproval: '窗口先作出决定，材料随后补齐',
}

const NO_PROMISE: PromiseView = { state: 'none', text: '' }

/** `受理后 15 个工作日内补交（按今天受理估算，最晚 2026年12月16日）` */
export function dueText({ kind, days, dueBy, dueByIsEstimate }: Due): string {
  const term = `${termText(kind, days)}补交`
  if (dueBy === undefined) return term
  const day = formatBeijingDate(dueBy)
  const last = dueByIsEstimate ? `预计最晚 ${day}；${ESTIMATE_NOTE}` : `最晚 ${day}`
  return `${term}（${kind === 'tolerance' ? '按今天受理估算，' : ''}${last}）`
}

/** @param hasFiles something was uploaded already: then there is nothing to promise */
export function promiseView({ offers, barred }: Promises, materialId: string, hasFiles: boolean): PromiseView {
  const offer = offers.find((one) => one.materialId === materialId)
  if (offer === undefined) return NO_PROMISE
  if (offer.promised)
    return { state: 'promised', text: `已承诺后补（${COMMITMENT_LABEL[offer.kind]}）：${dueText(offer)}` }
  if (hasFiles) return NO_PROMISE
  if (barred !== '') return { state: 'barred', text: barred }
  return { state: 'open', text: `暂时没有这项材料，可以承诺后补（${COMMITMENT_LABEL[offer.kind]}）：${dueText(offer)}` }
}

/** What is said before something is promised: which material, until when, and what happens otherwise. */
export function promiseQuestion(offer: PromiseOffer): string {
  return `“${offer.name}”可以先不交，按${COMMITMENT_LABEL[offer.kind]}办理：${DECISION[offer.kind]}。${dueText(offer)}。${NOT_KEPT[offer.kind]}。确定后，请在《容缺受理补正承诺书》上签名。`
}
