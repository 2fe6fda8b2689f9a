import { LOADING } from '../../../../behaviors/page-status'
import { endVisit, visits } from '../../../../behaviors/visit'
import { confirm, tell } from '../../../../platform/feedback'
import { goBack, goTo, readParams, replaceWith } from '../../../../platform/routes'
import { checkOutcome, reviewDeclaration, submitDeclaration, type Review } from '../../../../services/declarations'
import { notePlace } from '../../../../services/draft-place'
import { tellFailure } from '../../../../services/tell-failure'
import { failureOf, saysConfirming, type Failure } from '../../../../services/service-error'
import type { AccountView } from '../../../../shared/domain/account'
import { OutcomeWatch, type WatchState } from '../../outcome/outcome-watch'
import { showPrinted } from '../../print/show-printed'
import { FormSummaries } from '../../review/form-summary-view'
import { reviewView, type ReviewView } from '../../review/review-view'

type PlaceEvent = WechatMiniprogram.CustomEvent<{ materialId: string; fieldId: string }>

const visitOf = visits(
  () => ({
    /** The running question about a submit. */
    watch: null as OutcomeWatch | null,
    /** All rows of the forms' tables, of which the page shows a few. */
    forms: null as FormSummaries | null,
    /** Something else was in front of it. */
    hidden: false,
  }),
  ['view', 'view.forms'],
)

Page({
  data: {
    /** From the server. */
    account: null as AccountView | null,
    view: null as ReviewView | null,
    version: 0,
    /** Page state. */
    draftId: '',
    status: LOADING,
    /** review → submitting → confirming (the answer got lost or takes long). */
    phase: 'review',
    patience: false,
    askFailure: null as Failure | null,
    submitFailure: null as Failure | null,
    printing: false,
  },

  onLoad(query: Readonly<Record<string, string | undefined>>): Promise<void> {
    visitOf(this).show({ draftId: readParams('review', query).draftId ?? '' })
    return this.load()
  },

  async onShow() {
    const { work } = visitOf(this)
    notePlace(this.data.draftId, { page: 'review' })
    if (!work.hidden) return
    work.hidden = false
    if (this.data.phase === 'confirming') await work.watch?.check()
    else if (this.data.phase === 'review') {
      // Whoever comes back has done something about it (logged in again, mended a field).
      visitOf(this).show({ submitFailure: null })
      await this.load()
    }
  },

  onHide() {
    visitOf(this).work.hidden = true
  },

  onUnload: endVisit,

  load(): Promise<void> {
    return visitOf(this).load(
      () => reviewDeclaration(this.data.draftId),
      (review) => {
        const { account, declaration } = review
        const forms = new FormSummaries(declaration, review.pictures)
        visitOf(this).work.forms = forms
        this.follow(declaration)
        return { account, view: reviewView(review, forms.views), version: declaration.version }
      },
    )
  },

  /** What the page is about follows from how far the declaration is. */
  follow(declaration: Review['declaration']) {
    if (declaration.state === 'submitted') void replaceWith('receipt', { draftId: declaration.draftId })
    else if (declaration.state === 'confirming') this.watch()
    else visitOf(this).show({ phase: 'review' })
  },

  async onSubmitTap() {
    const { view, phase, version, draftId } = this.data
    if (phase !== 'review' || view === null || view.blocked !== '') return
    // Taken before the first await: a second tap finds the page busy.
    visitOf(this).show({ phase: 'asking', submitFailure: null })
    if (!(await this.meansOther())) {
      visitOf(this).show({ phase: 'review' })
      return
    }
    const agreed = await confirm({
      title: '确认提交？',
      content: `将以“${view.identity}”的身份提交。${view.promised > 0 ? `其中 ${view.promised} 项材料承诺后补。` : ''}提交后不能在这里修改，需要补正时窗口会通知您。`,
      confirmText: '提交',
      cancelText: '再看看',
    })
    if (!agreed) {
      visitOf(this).show({ phase: 'review' })
      return
    }
    visitOf(this).show({ phase: 'submitting' })
    try {
      const outcome = await submitDeclaration(draftId, version)
      if (outcome.state === 'submitted') await replaceWith('receipt', { draftId })
      else this.watch()
    } catch (error) {
      await this.afterFailure(failureOf(error))
    }
  },

  /** The forms name another person than the account: meant so, or to be mended. True also when they do not. */
  async meansOther(): Promise<boolean> {
    const [first, ...more] = this.data.view?.others ?? []
    if (first === undefined) return true
    const labels = [first, ...more].map(({ label }) => label).join('、')
    const isMeant = await confirm({
      title: '申请人是您本人吗？',
      content: `表里填的${labels}和您登录的账号不一样。以本人身份申请的，要填您自己的。填的没有错，可以继续提交。`,
      confirmText: '没有填错',
      cancelText: '去修改',
    })
    if (!isMeant) {
      const { materialId, fieldId } = first
      await goTo('form', { draftId: this.data.draftId, materialId, fieldId })
    }
    return isMeant
  },

  /** The server knows whether something was sent: its state decides what the page says next. */
  async afterFailure(failure: Failure) {
    if (failure.code === 'ALREADY_SUBMITTED') {
      await replaceWith('receipt', { draftId: this.data.draftId })
      return
    }
    visitOf(this).show({ submitFailure: failure })
    if (failure.outcome === 'unknown') {
      this.watch()
      return
    }
    visitOf(this).show({ phase: 'review' })
    await this.load()
  },

  watch() {
    OutcomeWatch.during(
      visitOf(this),
      () => checkOutcome(this.data.draftId),
      (state) => this.onOutcome(state),
    )
  },

  onOutcome(state: WatchState) {
    if (state.kind === 'confirming') {
      visitOf(this).show({ phase: 'confirming', patience: state.patience, askFailure: state.failure })
    } else if (state.kind === 'submitted') {
      void replaceWith('receipt', { draftId: this.data.draftId })
    } else {
      // Nothing was sent after all: the draft is as it was, and the first failure says why, if it says anything.
      const first = this.data.submitFailure
      const says = first !== null && !saysConfirming(first)
      visitOf(this).show({ phase: 'review', submitFailure: says ? first : state.failure })
      void this.load()
    }
  },

  async onCheckTap() {
    await visitOf(this).work.watch?.check()
  },

  onLeaveTap() {
    void goTo('home', {})
  },

  onPlaceOpen(event: PlaceEvent) {
    const { materialId, fieldId } = event.detail
    const { draftId } = this.data
    void (fieldId ? goTo('form', { draftId, materialId, fieldId }) : goTo('attachments', { draftId, materialId }))
  },

  onCreditTap() {
    void goTo('credit', {})
  },

  onTableTurn(event: WechatMiniprogram.CustomEvent<{ materialId: string; fieldId: string; page: number }>) {
    const { materialId, fieldId, page } = event.detail
    const { forms } = visitOf(this).work
    const { view } = this.data
    if (!forms || !view) return
    forms.turn(materialId, fieldId, page)
    visitOf(this).show({ view: { ...view, forms: forms.views } })
  },

  async onPrintTap() {
    const print = async () => {
      if (!(await showPrinted(this.data.draftId, this.data.version))) await this.load()
    }
    await visitOf(this).act(print, tellFailure, 'printing')
  },

  onFilesTap() {
    void goTo('attachments', { draftId: this.data.draftId })
  },

  async onBlockedTap() {
    await tell('还不能提交', `${this.data.view?.blocked ?? ''}。请点页面上方的条目逐项处理，已填的内容都会保留。`)
  },

  onBackTap() {
    void goBack()
  },
})
