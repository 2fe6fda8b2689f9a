import { look } from '../../../../behaviors/look'
import { LOADING } from '../../../../behaviors/page-status'
import { endVisit, visits } from '../../../../behaviors/visit'
import { confirm, tick } from '../../../../platform/feedback'
import { goTo, readParams, replaceWith } from '../../../../platform/routes'
import { scrollToTop } from '../../../../platform/scroll'
import { checkOutcome, reviewDeclaration, submitDeclaration, type Review } from '../../../../services/declarations'
import { notePlace } from '../../../../services/draft-place'
import { tellFailure } from '../../../../services/tell-failure'
import { failureOf, saysConfirming, type Failure } from '../../../../services/service-error'
import { isOwner } from '../../../../services/owner-check'
import { OutcomeWatch, type WatchState } from '../../outcome/outcome-watch'
import { showPrinted } from '../../print/show-printed'
import { FormSummaries } from '../../review/form-summary-view'
import { reviewView, type ReviewView } from '../../review/review-view'

/** Nothing that is required lacks in the forms. */
const isComplete = ({ problems }: Review): boolean =>
  !Object.values(problems).some((list) => list.some(({ severity }) => severity === 'error'))

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
  behaviors: [look],

  data: {
    /** From the server. */
    view: null as ReviewView | null,
    version: 0,
    /** Page state. */
    draftId: '',
    status: LOADING,
    /** review → asking → submitting → confirming (the answer got lost or takes long). */
    phase: 'review',
    patience: false,
    askFailure: null as Failure | null,
    submitFailure: null as Failure | null,
    printing: false,
    /** ID numbers, telephones and addresses are shown as they are. */
    revealed: false,
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
        const { declaration } = review
        const forms = new FormSummaries(declaration, review.pictures, isComplete(review))
        forms.reveal(this.data.revealed)
        visitOf(this).work.forms = forms
        this.follow(declaration)
        return { view: reviewView(review, forms.views), version: declaration.version }
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
    const { view, phase } = this.data
    if (phase !== 'review' || view === null || view.obstacles.length > 0) return
    // Taken before the first await: a second tap finds the page busy.
    visitOf(this).show({ phase: 'checking', submitFailure: null })
    visitOf(this).show({ phase: (await this.meansOther()) ? 'asking' : 'review' })
  },

  onAskClose() {
    if (this.data.phase === 'asking') visitOf(this).show({ phase: 'review' })
  },

  /** It was said what is sent, by whom and to whom. */
  async onAgreeTap() {
    const { version, draftId, phase } = this.data
    if (phase !== 'asking') return
    visitOf(this).show({ phase: 'submitting' })
    scrollToTop()
    try {
      const outcome = await submitDeclaration(draftId, version)
      if (outcome.state === 'submitted') await this.arrive()
      else this.watch()
    } catch (error) {
      await this.afterFailure(failureOf(error))
    }
  },

  /** It was read back: the receipt, and the hand feels it. */
  arrive(): Promise<void> {
    tick()
    return replaceWith('receipt', { draftId: this.data.draftId })
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
      void this.arrive()
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
    this.openPlace(event.detail)
  },

  openPlace({ materialId, fieldId }: PlaceEvent['detail']) {
    const { draftId } = this.data
    void (fieldId ? goTo('form', { draftId, materialId, fieldId }) : goTo('attachments', { draftId, materialId }))
  },

  onSectionEdit(event: WechatMiniprogram.CustomEvent<{ materialId: string; sectionId: string }>) {
    void goTo('form', { draftId: this.data.draftId, ...event.detail })
  },

  onSectionToggle(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
    this.changeForms((forms) => forms.toggle(event.detail.key))
  },

  async onRevealTap() {
    const revealed = !this.data.revealed
    if (revealed && !(await isOwner('显示号码和地址'))) return
    visitOf(this).show({ revealed })
    this.changeForms((forms) => forms.reveal(revealed))
  },

  onCreditTap() {
    void goTo('credit', {})
  },

  onTableTurn(event: WechatMiniprogram.CustomEvent<{ materialId: string; fieldId: string; page: number }>) {
    const { materialId, fieldId, page } = event.detail
    this.changeForms((forms) => forms.turn(materialId, fieldId, page))
  },

  changeForms(change: (forms: FormSummaries) => void) {
    const { forms } = visitOf(this).work
    const { view } = this.data
    if (!forms || !view) return
    change(forms)
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

  /** To the first thing that stands in the way; one without a place of its own is read above. */
  onBlockedTap() {
    const [first] = this.data.view?.obstacles ?? []
    if (first === undefined || first.materialId === '') void wx.pageScrollTo({ scrollTop: 0, duration: 240 })
    else this.openPlace(first)
  },
})
