import { look } from '../../../../behaviors/look'
import { endVisit, visits } from '../../../../behaviors/visit'
import { tell, tick, withLoading } from '../../../../platform/feedback'
import { endPullDown } from '../../../../platform/pull-down'
import { goTo, readParams } from '../../../../platform/routes'
import { scrollToTop } from '../../../../platform/scroll'
import { callPhone } from '../../../../platform/telephone'
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
import type { FileEvent } from '../../upload/files-session'
import type { FileSource } from '../../upload/pick-files'
import { showFile } from '../../upload/show-file'
import { INITIAL_DATA, type SupplementStep } from './supplement-data'
import { STANDING, SupplementSession } from './supplement-session'

type ItemEvent<D extends object> = WechatMiniprogram.CustomEvent<D>

const visitOf = visits(() => ({
  session: null as SupplementSession | null,
  /** Something else was in front of it. */
  hidden: false,
  /** The running question about a submit. */
  watch: null as OutcomeWatch<SupplementReceipt> | null,
}))

Page({
  behaviors: [look],

  data: INITIAL_DATA,

  onLoad(query: Readonly<Record<string, string | undefined>>): Promise<void> {
    const { caseNo = '', round = '' } = readParams('supplement', query)
    const visit = visitOf(this)
    visit.show({ caseNo })
    const session = new SupplementSession(Number(round), visit)
    visit.work.session = session
    visit.stopAtEnd(() => session.leave())
    visit.onNetwork((online) => {
      if (online) session.files?.resume()
    })
    return this.load()
  },

  onHide() {
    visitOf(this).work.hidden = true
  },

  async onShow() {
    // WeChat cuts transfers five seconds after the mini-program goes to the background.
    const { work } = visitOf(this)
    work.session?.files?.resume()
    if (!work.hidden) return
    work.hidden = false
    if (this.data.phase === 'confirming') await work.watch?.check()
    else if (this.data.phase === 'answer') {
      // A form may have been corrected, and the office may have gone on.
      await afterLeaving(work.session?.round?.supplementId ?? '')
      await this.load()
    }
  },

  onUnload: endVisit,

  load(): Promise<void> {
    return visitOf(this).loadOf(this.data.caseNo, openSupplement, (opened) => {
      void visitOf(this)
        .work.session?.begin(opened)
        .then(() => this.watchIfOpen())
    })
  },

  /** While something is sent or checked there is nothing to read anew. */
  async onPullDownRefresh(): Promise<void> {
    if (this.data.phase === 'answer') await this.load()
    endPullDown()
  },

  /** What the provider could not say before, it may say now. */
  onRefreshTap(): Promise<void> {
    return withLoading('正在刷新', () => this.load())
  },

  async onRoundTap(event: WechatMiniprogram.TouchEvent<object, object, { round: number }>) {
    visitOf(this).show({ phase: 'answer', submitFailure: null })
    await visitOf(this).work.session?.choose(Number(event.currentTarget.dataset.round))
    this.watchIfOpen()
  },

  async onAdd({ detail }: ItemEvent<{ materialId: string; source: FileSource }>) {
    await visitOf(this).work.session?.files?.add(detail.materialId, detail.source)
  },

  async onFileEvent({ type, detail }: FileEvent) {
    await visitOf(this).work.session?.files?.[type](detail)
  },

  async onCaseFileRemove({ detail }: ItemEvent<{ fileId: string; name: string }>) {
    if (await visitOf(this).work.session?.removeElsewhere(detail.fileId, detail.name)) await this.load()
  },

  async onCaseFilePreview({ detail }: ItemEvent<{ fileId: string; name: string }>) {
    await showFile(detail.name, STANDING, () => previewSupplementFile(this.data.caseNo, detail.fileId))
  },

  /** At the field that the officer named, when one is. */
  onForm({ detail: { materialId, fieldId } }: ItemEvent<{ materialId: string; fieldId: string }>) {
    const draftId = visitOf(this).work.session?.round?.supplementId ?? ''
    const { caseNo } = this.data
    void goTo('form', fieldId ? { draftId, materialId, caseNo, fieldId } : { draftId, materialId, caseNo })
  },

  onRemarkInput(event: ItemEvent<{ value: string }>) {
    void visitOf(this).work.session?.say(event.detail.value)
  },

  /** Its box is made anew when it opens. */
  onRemarkFold() {
    visitOf(this).show({ remark: visitOf(this).work.session?.remark ?? '' })
  },

  /** 关怀模式 shows one item at a time: another one. */
  onItemTap(event: WechatMiniprogram.TouchEvent<object, object, { materialId: string }>) {
    visitOf(this).work.session?.lookAt(event.currentTarget.dataset.materialId)
    scrollToTop()
  },

  onCallTap() {
    void callPhone(this.data.phone)
  },

  onLackTap() {
    const { firstLack = '' } = this.data.view ?? {}
    if (firstLack) void wx.pageScrollTo({ selector: `#${materialAnchor(firstLack)}`, offsetTop: -20, duration: 200 })
  },

  async onReviewTap() {
    const { busy, remarkObstacle } = this.data
    if (busy) await tell('还有文件正在上传', '请等全部传完，再核对提交。')
    else if (remarkObstacle) await tell('想对窗口说的话太长', `${remarkObstacle}。`)
    else this.turnTo('review')
  },

  onBackTap() {
    this.turnTo('answer')
  },

  turnTo(phase: SupplementStep) {
    const remark = visitOf(this).work.session?.remark ?? ''
    visitOf(this).show({ phase, remark, submitFailure: null })
    scrollToTop()
  },

  async onSubmitTap() {
    const round = visitOf(this).work.session?.round
    if (!round || this.data.phase !== 'review') return
    visitOf(this).show({ phase: 'submitting', submitFailure: null })
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
      visitOf(this).show({ submitFailure: failure })
      await this.load()
    }
  },

  watchIfOpen() {
    if (visitOf(this).work.session?.round?.state === 'confirming') this.watch()
  },

  /** Asks what became of the submit until it is known. */
  watch() {
    const supplementId = visitOf(this).work.session?.round?.supplementId
    if (supplementId === undefined) return
    OutcomeWatch.during(
      visitOf(this),
      () => checkSupplementOutcome(supplementId),
      (state) => this.onOutcome(state),
    )
  },

  onOutcome(state: WatchState<SupplementReceipt>) {
    if (state.kind === 'submitted') this.showReceipt(state.receipt)
    else if (state.kind === 'confirming') {
      visitOf(this).show({ phase: 'confirming', patience: state.patience, askFailure: state.failure })
    } else {
      // It was not submitted after all: everything is still there.
      this.turnTo('answer')
      visitOf(this).show({ submitFailure: state.failure })
      void this.load()
    }
  },

  showReceipt(receipt: SupplementReceipt) {
    tick()
    this.turnTo('done')
    visitOf(this).show({ receipt: supplementReceiptView(receipt) })
    const { session } = visitOf(this).work
    void forgetOnPhone(session?.round?.supplementId ?? '')
    void session?.forgetRemark()
  },

  async onCheckTap() {
    await visitOf(this).work.watch?.check()
  },

  onProgressTap() {
    void goTo('progress', { caseNo: this.data.caseNo })
  },

  onHomeTap() {
    void goTo('home', {})
  },
})
