import { look } from '../../../../behaviors/look'
import { LOADING } from '../../../../behaviors/page-status'
import { endVisit, visits } from '../../../../behaviors/visit'
import { copyText } from '../../../../platform/clipboard'
import { goTo, readParams, replaceWith } from '../../../../platform/routes'
import { checkOutcome } from '../../../../services/declarations'
import type { Failure } from '../../../../services/service-error'
import { seenPhone } from '../../../../services/seen-phone'
import { tellFailure } from '../../../../services/tell-failure'
import type { Receipt, SubmitOutcome } from '../../../../shared/domain/declaration'
import type { Reminders } from '../../../../shared/domain/message'
import { forgetOnPhone } from '../../draft/forget-on-phone'
import { OutcomeWatch, type WatchState } from '../../outcome/outcome-watch'
import { showPrinted } from '../../print/show-printed'
import { receiptView, type ReceiptView } from './receipt-view'

const visitOf = visits(() => ({ watch: null as OutcomeWatch | null }))

Page({
  behaviors: [look],

  data: {
    /** From the server. */
    receipt: null as ReceiptView | null,
    version: 0,
    /** null: not known. */
    reminders: null as Reminders | null,
    /** Page state. */
    draftId: '',
    status: LOADING,
    printing: false,
    confirming: false,
    patience: false,
    askFailure: null as Failure | null,
    /** Of the window; '' = not known. */
    phone: '',
  },

  onLoad(query: Readonly<Record<string, string | undefined>>): Promise<void> {
    visitOf(this).show({ draftId: readParams('receipt', query).draftId ?? '' })
    return this.load()
  },

  async onShow() {
    if (this.data.confirming) await visitOf(this).work.watch?.check()
  },

  onUnload: endVisit,

  load(): Promise<void> {
    return visitOf(this).load(
      () => checkOutcome(this.data.draftId),
      (outcome) => {
        this.take(outcome)
        return { version: outcome.version, reminders: outcome.reminders ?? null }
      },
    )
  },

  take(outcome: SubmitOutcome) {
    if (outcome.state === 'submitted') {
      this.showReceipt(outcome.receipt)
      return
    }
    OutcomeWatch.during(
      visitOf(this),
      () => checkOutcome(this.data.draftId),
      (state) => this.onOutcome(state),
    )
  },

  showReceipt(receipt: Receipt) {
    visitOf(this).show({ receipt: receiptView(receipt), confirming: false, phone: seenPhone() })
    void forgetOnPhone(this.data.draftId)
  },

  onOutcome(state: WatchState) {
    if (state.kind === 'submitted') this.showReceipt(state.receipt)
    else if (state.kind === 'confirming') {
      visitOf(this).show({ confirming: true, patience: state.patience, askFailure: state.failure })
    } else {
      // It was not submitted after all: the review page says what is missing.
      void replaceWith('review', { draftId: this.data.draftId })
    }
  },

  async onCheckTap() {
    await visitOf(this).work.watch?.check()
  },

  onCopyTap(): Promise<void> {
    return copyText(this.data.receipt?.caseNo ?? '', '办件号已复制')
  },

  onPrintTap(): Promise<boolean> {
    return visitOf(this).act(() => showPrinted(this.data.draftId, this.data.version), tellFailure, 'printing')
  },

  onProgressTap() {
    void goTo('progress', { caseNo: this.data.receipt?.caseNo ?? '' })
  },

  onHomeTap() {
    void goTo('home', {})
  },
})
