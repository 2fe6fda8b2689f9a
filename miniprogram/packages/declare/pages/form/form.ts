import { dropPendingLoads, loadPage } from '../../../../behaviors/loadable-page'
import type {
  FieldChangeDetail,
  FieldDetail,
  FieldRevealDetail,
  FieldSignDetail,
} from '../../../../components/form-field/form-field'
import { tell } from '../../../../platform/feedback'
import { watchNetwork } from '../../../../platform/network'
import { goTo, readParams } from '../../../../platform/routes'
import { isOpen } from '../../draft/filled'
import { anchorOf } from '../../draft/form-view'
import { noteLeaving } from '../../draft/leaving'
import { INITIAL_DATA } from './form-data'
import { FormSession } from './form-session'
import { sourceOf, type OpenedForms } from './form-source'

/** The visit of each page instance; it cannot live in `data`. */
const sessions = new WeakMap<object, FormSession>()
/** How each page instance stops watching the network. */
const watches = new WeakMap<object, () => void>()
/** Where each page instance was asked to open. */
const places = new WeakMap<object, ReturnType<typeof placeOf>>()

const placeOf = (query: Readonly<Record<string, string | undefined>>) => readParams('form', query)

Page({
  data: { ...INITIAL_DATA, hidden: false },

  onLoad(query: Readonly<Record<string, string | undefined>>): Promise<void> {
    places.set(this, placeOf(query))
    watches.set(
      this,
      watchNetwork((online) => {
        if (online) void sessions.get(this)?.retryFailedSave()
      }),
    )
    return this.load()
  },

  async onShow() {
    if (!this.data.hidden) return
    this.setData({ hidden: false })
    sessions.get(this)?.takeImported()
    await sessions.get(this)?.resume()
  },

  async onHide() {
    this.setData({ hidden: true })
    await sessions.get(this)?.leave(false)
  },

  async onUnload() {
    dropPendingLoads(this)
    watches.get(this)?.()
    const left = sessions.get(this)?.leave(true)
    if (!left) return
    noteLeaving(this.place().draftId ?? '', left)
    await left
  },

  load(): Promise<void> {
    const draftId = places.get(this)?.draftId ?? ''
    return loadPage(
      this,
      () => sourceOf(this.place()).open(draftId),
      (opened, status) => {
        this.setData({ status })
        void this.begin(opened)
      },
    )
  },

  async begin(opened: OpenedForms) {
    const { filled, account } = opened
    if (!isOpen(filled)) {
      await sourceOf(this.place()).leave()
      return
    }
    const matterName = filled.kind === 'correction' ? filled.name : filled.matterName
    const place = this.place()
    const source = sourceOf(place)
    const importable = filled.kind === 'declaration'
    if (!importable) void wx.setNavigationBarTitle({ title: '修改表格' })
    this.setData({ account, matterName, today: filled.today, importable, lastText: source.lastText })
    const session = new FormSession(opened, place, source, (patch) => this.setData(patch))
    sessions.set(this, session)
    await session.start()
    session.takeImported()
    if (place.fieldId) this.scrollTo(anchorOf(place.fieldId))
  },

  place(): ReturnType<typeof placeOf> {
    return places.get(this) ?? {}
  },

  onFieldChange(event: WechatMiniprogram.CustomEvent<FieldChangeDetail>) {
    sessions.get(this)?.change(event.detail.fieldId, event.detail.value)
  },

  onFieldBlur(event: WechatMiniprogram.CustomEvent<FieldDetail>) {
    sessions.get(this)?.blur(event.detail.fieldId)
  },

  async onFieldImport(event: WechatMiniprogram.CustomEvent<FieldDetail>) {
    const { materialId = '' } = sessions.get(this) ?? {}
    const draftId = places.get(this)?.draftId ?? ''
    await goTo('import', { draftId, materialId, fieldId: event.detail.fieldId })
  },

  onFieldReveal(event: WechatMiniprogram.CustomEvent<FieldRevealDetail>) {
    this.scrollTo(anchorOf(event.detail.fieldId), event.detail.offset)
  },

  async onFieldSign(event: WechatMiniprogram.CustomEvent<FieldSignDetail>) {
    await sessions.get(this)?.signatures.sign(event.detail.fieldId, event.detail.file)
  },

  async onFieldRetry(event: WechatMiniprogram.CustomEvent<FieldDetail>) {
    await sessions.get(this)?.signatures.retry(event.detail.fieldId)
  },

  async onFieldPreview(event: WechatMiniprogram.CustomEvent<FieldDetail>) {
    await sessions.get(this)?.signatures.preview(event.detail.fieldId)
  },

  onOffersTake() {
    sessions.get(this)?.prefill.takeAll()
  },

  onOffersUndo() {
    sessions.get(this)?.prefill.undo()
  },

  async onOffersRetry() {
    await sessions.get(this)?.prefill.retry()
  },

  onOfferTake(event: WechatMiniprogram.CustomEvent<object, object, { key: string }>) {
    sessions.get(this)?.prefill.take(event.currentTarget.dataset.key)
  },

  onStepPick(event: WechatMiniprogram.PickerChange) {
    sessions.get(this)?.goToStep(Number(event.detail.value))
    this.scrollToTop()
  },

  onBackTap() {
    sessions.get(this)?.move(-1)
    this.scrollToTop()
  },

  async onNextTap() {
    const session = sessions.get(this)
    if (!session) return
    if (session.check()) await this.goOn(session)
    else this.scrollToTop()
  },

  /** The applicant wants to fill in the rest first; the review lists everything that is still wrong. */
  async onSkipTap() {
    const session = sessions.get(this)
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
    const session = sessions.get(this)
    if (session) await this.finish(session)
  },

  async finish(session: FormSession) {
    const saved = await session.save()
    if (saved) await sourceOf(this.place()).finish()
    else await tell('还没有保存成功', '您填写的内容还在这一页。请看页面上方的提示，保存成功后再继续。')
  },

  /** What was typed is saved first: the change is based on it. */
  async onSituationTap() {
    const session = sessions.get(this)
    const place = session?.situationPlace()
    if (!session || !place) return
    if (await session.save()) await goTo('situation', place)
    else await tell('还没有保存成功', '请先看页面上方的提示，保存成功后再更改办理情形。')
  },

  onMoveToggle() {
    this.setData({ movesOpen: !this.data.movesOpen })
  },

  onMovePlace(event: WechatMiniprogram.CustomEvent<{ materialId: string; fieldId: string }>) {
    const { materialId, fieldId } = event.detail
    sessions.get(this)?.goToField(materialId, fieldId)
    this.scrollTo(anchorOf(fieldId))
  },

  onProblemTap(event: WechatMiniprogram.TouchEvent<object, object, { anchor: string; fieldId: string; row: number }>) {
    const { anchor, fieldId, row } = event.currentTarget.dataset
    if (Number(row) >= 0) sessions.get(this)?.openRow(fieldId, Number(row))
    this.scrollTo(anchor)
  },

  async onSaveTap() {
    await sessions.get(this)?.save()
  },

  /** The question about two versions stands above the fields, out of sight for who is further down. */
  onClashTap() {
    this.scrollToTop()
  },

  async onKeepMineTap() {
    await sessions.get(this)?.resolve('mine')
  },

  async onTakeNewestTap() {
    await sessions.get(this)?.resolve('newest')
  },

  onGivenUpClose() {
    this.setData({ givenUp: [] })
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
