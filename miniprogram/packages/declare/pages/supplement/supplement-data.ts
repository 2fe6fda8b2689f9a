import { LOADING } from '../../../../behaviors/page-status'
import type { Failure } from '../../../../services/service-error'
import type { SupplementReceiptView } from '../../supplement/receipt-view'
import { NO_ITEM } from '../../supplement/one-item'
import type { EarlierView, RoundView } from '../../supplement/round-view'

/** answer: items are worked on. review: what will be sent. The others follow from the submit. */
export type SupplementStep = 'answer' | 'review' | 'submitting' | 'confirming' | 'done'

/** Everything that the supplement page binds. */
export const INITIAL_DATA = {
  /** From the server. */
  matterName: '',
  statusName: '',
  receipt: null as SupplementReceiptView | null,
  earlier: [] as readonly EarlierView[],
  /** Why they could not be read; '' = they were. */
  earlierFailure: '',
  /** Page state. */
  status: LOADING,
  caseNo: '',
  ready: false,
  phase: 'answer' as SupplementStep,
  /** Rounds that wait, when there are several. */
  rounds: [] as readonly { readonly round: number; readonly label: string }[],
  chosen: 0,
  view: null as RoundView | null,
  /** The item that 关怀模式 shows. */
  one: NO_ITEM,
  /** What its box begins with, and what is reviewed: writing back what is typed into the box would move the caret. */
  remark: '',
  /** What is wrong with it, e.g. too many words; '' = nothing. */
  remarkObstacle: '',
  /** The phone did not keep it. */
  remarkUnkept: false,
  busy: false,
  /** Of the window that asks, or as it was last seen; '' = never. */
  phone: '',
  submitFailure: null as Failure | null,
  patience: false,
  askFailure: null as Failure | null,
}

export type SupplementData = typeof INITIAL_DATA
