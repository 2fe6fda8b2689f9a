import { visits } from '../../../../behaviors/visit'
import type {
  FieldChangeDetail,
  FieldDetail,
  FieldRevealDetail,
  FieldSignDetail,
} from '../../components/form-field/form-field'
import { tell } from '../../../../platform/feedback'
import { goTo, readParams } from '../../../../platform/routes'
import { isOpen } from '../../draft/filled'
import { anchorOf } from '../../draft/form-view'
import { noteLeaving } from '../../draft/leaving'
import { takeNextPlace } from '../../draft/next-place'
import { INITIAL_DATA } from './form-data'
import { FormSession } from './form-session'
import { sourceOf, type OpenedForms } from './form-source'

const placeOf = (query: Readonly<Record<string, string | undefined>>) => readParams('form', query)

const visitOf = visits(
  () => ({
    session: null as FormSession | null,
    /** Something else was in front of it. */
    hidden: false,
    /** Where the page was asked to open. */
    place: placeOf({}),
  }),
  ['fields', 'fields[]'],
)

Page({
  data: INITIAL_DATA,

  onLoad(query: Readonly<Record<string, string | undefined>>): Promise<void> {
    const visit = visitOf(this)
    visit.work.place = placeOf(query)
    visit.onNetwork((online) => {
      if (online) void visit.work.session?.retryFailedSave()
    })
    return this.load()
  },

  async onShow() {
    const { work } = visitOf(this)
    if (!work.hidden) return
    work.hidden = false
    work.session?.takeImported()
    this.takeNextPlace()
    await work.session?.resume()
  },

  /** The task list may have said where to go on. */
  takeNextPlace() {
    const { place, session } = visitOf(this).work
    const next = takeNextPlace(place.draftId ?? '')
    if (!next) return
    session?.goToPlace(next)
    this.scrollToTop()
  },

  async onHide() {
    const { work } = visitOf(this)
    work.hidden = true
    const left = work.session?.leave(false)
    if (!left) return
    noteLeaving(work.place.draftId ?? '', left)
    await left
  },

  async onUnload() {
    const visit = visitOf(this)
    visit.end()
    const left = visit.work.session?.leave(true)
    if (!left) return
    noteLeaving(visit.work.place.draftId ?? '', left)
    await left
  },

  load(): Promise<void> {
    const { place } = visitOf(this).work
    return visitOf(this).load(
      () => sourceOf(place).open(place.draftId ?? ''),
      (opened) => void this.begin(opened),
    )
  },

  async begin(opened: OpenedForms) {
    const { filled, account } = opened
    const visit = visitOf(this)
    const { place } = visit.work
    if (!isOpen(filled)) {
      await sourceOf(place).leave()
      return
    }
    const matterName = filled.kind === 'correction' ? filled.name : filled.matterName
    const source = sourceOf(place)
    const importable = filled.kind === 'declaration'
    if (!importable) void wx.setNavigationBarTitle({ title: '修改表格' })
    visit.show({ account, matterName, today: filled.today, importable, lastText: source.lastText })
    const session = new FormSession(opened, place, source, visit)
    visit.work.session = session
    await session.start()
    session.takeImported()
    if (place.fieldId) this.scrollTo(anchorOf(place.fieldId))
  },

  onFieldChange(event: WechatMiniprogram.CustomEvent<FieldChangeDetail>) {
    visitOf(this).work.session?.change(event.detail.fieldId, event.detail.value)
  },

  onFieldBlur(event: WechatMiniprogram.CustomEvent<FieldDetail>) {
    visitOf(this).work.session?.blur(event.detail.fieldId)
  },

  async onFieldImport(event: WechatMiniprogram.CustomEvent<FieldDetail>) {
    const { session, place } = visitOf(this).work
    const { draftId = '' } = place
    const { materialId = '' } = session ?? {}
    await goTo('import', { draftId, materialId, fieldId: event.detail.fieldId })
  },

  onFieldReveal(event: WechatMiniprogram.CustomEvent<FieldRevealDetail>) {
    this.scrollTo(anchorOf(event.detail.fieldId), event.detail.offset)
  },

  async onFieldSign(event: WechatMiniprogram.CustomEvent<FieldSignDetail>) {
    await visitOf(this).work.session?.signatures.sign(event.detail.fieldId, event.detail.file)
  },

  async onFieldRetry(event: WechatMiniprogram.CustomEvent<FieldDetail>) {
    await visitOf(this).work.session?.signatures.retry(event.detail.fieldId)
  },

  async onFieldPreview(event: WechatMiniprogram.CustomEvent<FieldDetail>) {
    await visitOf(this).work.session?.signatures.preview(event.detail.fieldId)
  },

  onOffersTake() {
    visitOf(this).work.session?.prefill.takeAll()
  },

  onOffersUndo() {
    visitOf(this).work.session?.prefill.undo()
  },

  async onOffersRetry() {
    await visitOf(this).work.session?.prefill.retry()
  },

  onOfferTake(event: WechatMiniprogram.CustomEvent<object, object, { key: string }>) {
    visitOf(this).work.session?.prefill.take(event.currentTarget.dataset.key)
  },

  onStepPick(event: WechatMiniprogram.PickerChange) {
    visitOf(this).work.session?.goToStep(Number(event.detail.value))
    this.scrollToTop()
  },

  onBackTap() {
    visitOf(this).work.session?.move(-1)
    this.scrollToTop()
  },

  async onNextTap() {
    const { session } = visitOf(this).work
    if (!session) return
    if (session.check()) await this.goOn(session)
    else this.scrollToTop()
  },

  /** The applicant wants to fill in the rest first; the review lists everything that is still wrong. */
  async onSkipTap() {
    const { session } = visitOf(this).work
    if (session) await this.goOn(session)
  },

  async goOn(session: FormSession) {
    if (session.isLastStep) await this.finish(session)
    else {
      session.move(1)
      this.scrollToTop()
    }
  },

  /** A correction may be done after any step. */
  async onFinishTap() {
    const { session } = visitOf(this).work
    if (session) await this.finish(session)
  },

  async finish(session: FormSession) {
    const saved = await session.save()
    if (saved) await sourceOf(visitOf(this).work.place).finish()
    else await tell('还没有保存成功', '您填写的内容还在这一页。请看页面上方的提示，保存成功后再继续。')
  },

  /** What was typed is saved first: the change is based on it. */
  async onSituationTap() {
    const { session } = visitOf(this).work
    const situation = session?.situationPlace()
    if (!session || !situation) return
    if (await session.save()) await goTo('situation', situation)
    else await tell('还没有保存成功', '请先看页面上方的提示，保存成功后再更改办理情形。')
  },

  onMoveToggle() {
    visitOf(this).show({ movesOpen: !this.data.movesOpen })
  },

  onMovePlace(event: WechatMiniprogram.CustomEvent<{ materialId: string; fieldId: string }>) {
    const { materialId, fieldId } = event.detail
    visitOf(this).work.session?.goToPlace({ materialId, fieldId })
    this.scrollTo(anchorOf(fieldId))
  },

  onProblemTap(event: WechatMiniprogram.TouchEvent<object, object, { anchor: string; fieldId: string; row: number }>) {
    const { anchor, fieldId, row } = event.currentTarget.dataset
    if (Number(row) >= 0) visitOf(this).work.session?.openRow(fieldId, Number(row))
    this.scrollTo(anchor)
  },

  async onSaveTap() {
    await visitOf(this).work.session?.save()
  },

  /** The page stays beneath: who comes back finds what is not saved yet, and it is saved then. */
  onLogInTap() {
    void goTo('bind', {})
  },

  /** The question about two versions stands above the fields, out of sight for who is further down. */
  onClashTap() {
    this.scrollToTop()
  },

  async onKeepMineTap() {
    await visitOf(this).work.session?.resolve('mine')
  },

  async onTakeNewestTap() {
    await visitOf(this).work.session?.resolve('newest')
  },

  onGivenUpClose() {
    visitOf(this).show({ givenUp: [] })
  },

  /** @param below CSS px from the anchor down */
  scrollTo(anchor: string, below = 0) {
    // Below the sticky status line.
    void wx.pageScrollTo({ selector: `#${anchor}`, offsetTop: below - 110, duration: 200 })
  },

  scrollToTop() {
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 })
  },
})
