import { dropPendingLoads, loadPageOf } from '../../../../behaviors/loadable-page'
import { tell, withLoading } from '../../../../platform/feedback'
import { watchNetwork } from '../../../../platform/network'
import { goTo, readParams } from '../../../../platform/routes'
import { previewAttachment } from '../../../../services/attachments'
import { failureOf } from '../../../../services/service-error'
import {
  checkSupplementOutcome,
  openSupplement,
  previewSupplementFile,
  submitSupplement,
} from '../../../../services/supplements'
import type { SupplementReceipt } from '../../../../shared/domain/supplement'
import { forgetOnPhone } from '../../draft/forget-on-phone'
import { afterLeaving } from '../../draft/leaving'
import { OutcomeWatch, type WatchState } from '../../outcome/outcome-watch'
import { supplementReceiptView } from '../../supplement/receipt-view'
import { materialAnchor } from '../../upload/material-view'
import type { FileSource } from '../../upload/pick-files'
import { showFile } from '../../upload/show-file'
import { INITIAL_DATA, type Phase } from './supplement-data'
import { SupplementSession } from './supplement-session'

type ItemEvent<D extends object> = WechatMiniprogram.CustomEvent<D>

/** The visit of each page instance; it cannot live in `data`. */
const sessions = new WeakMap<object, SupplementSession>()
const watches = new WeakMap<object, OutcomeWatch<SupplementReceipt>>()
/** How each page instance stops watching the network. */
const networkWatches = new WeakMap<object, () => void>()

Page({
  data: { ...INITIAL_DATA, hidden: false },

  onLoad(query: Readonly<Record<string, string | undefined>>): Promise<void> {
    const { caseNo = '', round = '' } = readParams('supplement', query)
    this.setData({ caseNo })
    const session = new SupplementSession(Number(round), (patch) => this.setData(patch))
    sessions.set(this, session)
    networkWatches.set(
      this,
      watchNetwork((online) => {
        if (online) session.resume()
      }),
    )
    return this.load()
  },

  onHide() {
    this.setData({ hidden: true })
  },

  async onShow() {
    // WeChat cuts transfers five seconds after the mini-program goes to the background.
    sessions.get(this)?.resume()
    if (!this.data.hidden) return
    this.setData({ hidden: false })
    if (this.data.phase === 'confirming') await watches.get(this)?.check()
    else if (this.data.phase === 'answer') {
      // A form may have been corrected, and the office may have gone on.
      await afterLeaving(sessions.get(this)?.round?.supplementId ?? '')
      await this.load()
    }
  },

  onUnload() {
    networkWatches.get(this)?.()
    watches.get(this)?.stop()
    sessions.get(this)?.leave()
    dropPendingLoads(this)
  },

  load(): Promise<void> {
    return loadPageOf(this, this.data.caseNo, openSupplement, (opened, status) => {
      this.setData({ status })
      void sessions
        .get(this)
        ?.begin(opened)
        .then(() => this.watchIfOpen())
    })
  },

  /** What the provider could not say before, it may say now. */
  onRefreshTap(): Promise<void> {
    return withLoading('正在刷新', () => this.load())
  },

  async onRoundTap(event: WechatMiniprogram.TouchEvent<object, object, { round: number }>) {
    this.setData({ phase: 'answer', remark: '', submitFailure: null })
    sessions.get(this)?.say('')
    await sessions.get(this)?.choose(Number(event.currentTarget.dataset.round))
    this.watchIfOpen()
  },

  async onAdd({ detail }: ItemEvent<{ materialId: string; source: FileSource }>) {
    await sessions.get(this)?.add(detail.materialId, detail.source)
  },

  onRetry({ detail }: ItemEvent<{ key: string }>) {
    sessions.get(this)?.retry(detail.key)
  },

  onLogIn() {
    void goTo('bind', {})
  },

  async onCancel({ detail }: ItemEvent<{ key: string }>) {
    await sessions.get(this)?.cancel(detail.key)
  },

  async onRemove({ detail }: ItemEvent<{ key: string; attachmentId: string; name: string }>) {
    await sessions.get(this)?.remove(detail.key, detail.attachmentId, detail.name)
  },

  async onCaseFileRemove({ detail }: ItemEvent<{ fileId: string; name: string }>) {
    const deleted = await sessions.get(this)?.removeElsewhere(detail.fileId, detail.name)
    if (deleted === 'reload') await this.load()
  },

  async onPreview({ detail }: ItemEvent<{ attachmentId: string; name: string }>) {
    await showFile(detail.name, '已经传好，不影响补正', () => previewAttachment(detail.attachmentId))
  },

  async onCaseFilePreview({ detail }: ItemEvent<{ fileId: string; name: string }>) {
    await showFile(detail.name, '已经传好，不影响补正', () => previewSupplementFile(this.data.caseNo, detail.fileId))
  },

  onForm({ detail: { materialId } }: ItemEvent<{ materialId: string }>) {
    const draftId = sessions.get(this)?.round?.supplementId ?? ''
    void goTo('form', { draftId, materialId, caseNo: this.data.caseNo })
  },

  onRemarkInput(event: WechatMiniprogram.TextareaInput) {
    this.setData({ remark: event.detail.value })
    sessions.get(this)?.say(event.detail.value)
  },

  onEarlierTap() {
    this.setData({ showEarlier: !this.data.showEarlier })
  },

  onLackTap() {
    const { firstLack = '' } = this.data.view ?? {}
    if (firstLack) void wx.pageScrollTo({ selector: `#${materialAnchor(firstLack)}`, offsetTop: -20, duration: 200 })
  },

  async onReviewTap() {
    if (this.data.busy) await tell('还有文件正在上传', '请等全部传完，再核对提交。')
    else this.turnTo('review')
  },

  onBackTap() {
    this.turnTo('answer')
  },

  turnTo(phase: Phase) {
    this.setData({ phase, submitFailure: null })
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 })
  },

  async onSubmitTap() {
    const round = sessions.get(this)?.round
    if (!round || this.data.phase !== 'review') return
    this.setData({ phase: 'submitting', submitFailure: null })
    try {
      const outcome = await submitSupplement(round.supplementId, round.version, this.data.remark)
      if (outcome.state === 'submitted') this.showReceipt(outcome.receipt)
      else this.watch()
    } catch (error) {
      const failure = failureOf(error)
      // The office may have it.
      if (failure.outcome === 'unknown') {
        this.watch()
        return
      }
      this.turnTo('answer')
      this.setData({ submitFailure: failure })
      await this.load()
    }
  },

  watchIfOpen() {
    if (sessions.get(this)?.round?.state === 'confirming') this.watch()
  },

  /** Asks what became of the submit until it is known. */
  watch() {
    const supplementId = sessions.get(this)?.round?.supplementId
    if (supplementId === undefined) return
    watches.get(this)?.stop()
    const watch = new OutcomeWatch<SupplementReceipt>(
      () => checkSupplementOutcome(supplementId),
      (state) => this.onOutcome(state),
    )
    watches.set(this, watch)
    watch.start()
  },

  onOutcome(state: WatchState<SupplementReceipt>) {
    if (state.kind === 'submitted') this.showReceipt(state.receipt)
    else if (state.kind === 'confirming') {
      this.setData({ phase: 'confirming', patience: state.patience, askFailure: state.failure })
    } else {
      // It was not submitted after all: everything is still there.
      this.turnTo('answer')
      this.setData({ submitFailure: state.failure })
      void this.load()
    }
  },

  showReceipt(receipt: SupplementReceipt) {
    this.turnTo('done')
    this.setData({ receipt: supplementReceiptView(receipt) })
    void forgetOnPhone(sessions.get(this)?.round?.supplementId ?? '')
  },

  async onCheckTap() {
    await watches.get(this)?.check()
  },

  onProgressTap() {
    void goTo('progress', { caseNo: this.data.caseNo })
  },

  onHomeTap() {
    void goTo('home', {})
  },
})
