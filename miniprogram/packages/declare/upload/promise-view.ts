import { formatBeijingDate } from '../../../shared/domain/time'
import { COMMITMENT_LABEL, type Due, NOT_KEPT, type PromiseKind, termText } from '../../../shared/domain/commitment'
import { ESTIMATE_NOTE } from '../../../shared/form/calendar'
import type { PromiseOffer, Promises } from '../../../shared/domain/promise'

/** Whether a material may be brought later, as its card shows it. */
export interface PromiseView {
  /** none: nothing is said. open: it can be promised. barred: this applicant may not. promised: it is. */
  readonly state: 'none' | 'open' | 'barred' | 'promised'
  readonly text: string
  /** The last day, as far as it is known; '' = it is not. */
  readonly last: string
}

/** What a promise means, before it is made: each line with a small label. */
export interface PromiseQuestion {
  readonly materialId: string
  readonly name: string
  /** Nothing else lacks: the letter is signed next. With more to promise it would be signed more than once. */
  readonly toLetter: boolean
  readonly lines: readonly {
    readonly icon: string
    readonly label: string
    readonly text: string
    readonly note: string
  }[]
}

/** When the office decides. */
const DECISION: Readonly<Record<PromiseKind, string>> = {
  tolerance: '先受理，补齐后窗口才作出决定',
  promiseApproval: '窗口先作出决定，材料随后补齐',
}

const NO_PROMISE: PromiseView = { state: 'none', text: '', last: '' }

const termOf = ({ kind, days }: Due): string => `${termText(kind, days)}补交`

/** `按今天受理估算，最晚 2026年12月16日`; '' = nobody knows the day. */
function lastDayText({ kind, dueBy, dueByIsEstimate }: Due): string {
  if (dueBy === undefined) return ''
  const day = formatBeijingDate(dueBy)
  const last = dueByIsEstimate ? `预计最晚 ${day}；${ESTIMATE_NOTE}` : `最晚 ${day}`
  return kind === 'tolerance' ? `按今天受理估算，${last}` : last
}

/** `受理后 15 个工作日内补交（按今天受理估算，最晚 2026年12月16日）` */
export function dueText(due: Due): string {
  const last = lastDayText(due)
  return last === '' ? termOf(due) : `${termOf(due)}（${last}）`
}

/** @param hasFiles something was uploaded already: then there is nothing to promise */
export function promiseView({ offers, barred }: Promises, materialId: string, hasFiles: boolean): PromiseView {
  const offer = offers.find((one) => one.materialId === materialId)
  if (offer === undefined) return NO_PROMISE
  if (offer.promised) return { state: 'promised', text: `${termOf(offer)}，不用现在上传`, last: lastDayText(offer) }
  if (hasFiles) return NO_PROMISE
  if (barred !== '') return { state: 'barred', text: barred, last: '' }
  return { state: 'open', text: '暂时没有？可以承诺后补', last: '' }
}

/** Which material, until when, what happens otherwise, and that it has to be signed. @param lacking materials that lack something */
export function promiseQuestion(offer: PromiseOffer, lacking: number): PromiseQuestion {
  const { materialId, name, kind } = offer
  return {
    materialId,
    name,
    toLetter: lacking === 1,
    lines: [
      { icon: 'time', label: '什么时候补', text: termOf(offer), note: lastDayText(offer) },
      { icon: 'task', label: `按${COMMITMENT_LABEL[kind]}办理`, text: DECISION[kind], note: '' },
      { icon: 'error-circle-filled', label: '到期没有补', text: NOT_KEPT[kind], note: '' },
      { icon: 'edit-1', label: '要签名', text: '在《容缺受理补正承诺书》上签一次', note: '' },
    ],
  }
}
