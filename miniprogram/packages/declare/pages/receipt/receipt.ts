import { dropPendingLoads, LOADING, loadPage } from '../../../../behaviors/loadable-page'
import { copyText } from '../../../../platform/clipboard'
import { goTo, readParams, replaceWith } from '../../../../platform/routes'
import { checkOutcome } from '../../../../services/declarations'
import type { Failure } from '../../../../services/service-error'
import type { AccountView } from '../../../../shared/domain/account'
import type { Receipt, SubmitOutcome } from '../../../../shared/domain/declaration'
import type { Reminders } from '../../../../shared/domain/message'
import { forgetOnPhone } from '../../draft/forget-on-phone'
import { OutcomeWatch, type WatchState } from '../../outcome/outcome-watch'
import { showPrinted } from '../../print/show-printed'
import { receiptView, type ReceiptView } from './receipt-view'

const watches = new WeakMap<object, OutcomeWatch>()

Page({
  data: {
    /** From the server. */
    account: null as AccountView | null,
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
  },

  onLoad(query: Readonly<Record<string, string | undefined>>): Promise<void> {
    this.setData({ draftId: readParams('receipt', query).draftId ?? '' })
    return this.load()
  },

  async onShow() {
    if (this.data.confirming) await watches.get(this)?.check()
  },

  onUnload() {
    dropPendingLoads(this)
    watches.get(this)?.stop()
  },

  load(): Promise<void> {
    return loadPage(
      this,
      () => checkOutcome(this.data.draftId),
      (outcome, status) => {
        this.setData({
          status,
          account: outcome.account,
          version: outcome.version,
          reminders: outcome.reminders ?? null,
        })
        this.show(outcome)
      },
    )
  },

  show(outcome: SubmitOutcome) {
    if (outcome.state === 'submitted') {
      this.showReceipt(outcome.receipt)
      return
    }
    const watch = new OutcomeWatch(
      () => checkOutcome(this.data.draftId),
      (state) => this.onOutcome(state),
    )
    watches.set(this, watch)
    watch.start()
  },

  showReceipt(receipt: Receipt) {
    this.setData({ receipt: receiptView(receipt), confirming: false })
    void forgetOnPhone(this.data.draftId)
  },

  onOutcome(state: WatchState) {
    if (state.kind === 'submitted') this.showReceipt(state.receipt)
    else if (state.kind === 'confirming') {
      this.setData({ confirming: true, patience: state.patience, askFailure: state.failure })
    } else {
      // It was not submitted after all: the review page says what is missing.
      void replaceWith('review', { draftId: this.data.draftId })
    }
  },

  async onCheckTap() {
    await watches.get(this)?.check()
  },

  onCopyTap(): Promise<void> {
    return copyText(this.data.receipt?.caseNo ?? '', '办件编号已复制')
  },

  async onPrintTap() {
    if (this.data.printing) return
    this.setData({ printing: true })
    await showPrinted(this.data.draftId, this.data.version)
    this.setData({ printing: false })
  },

  onProgressTap() {
    void goTo('progress', { caseNo: this.data.receipt?.caseNo ?? '' })
  },

  onHomeTap() {
    void goTo('home', {})
  },
})
