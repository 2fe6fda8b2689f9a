import { look } from '../../../../behaviors/look'
import { visits } from '../../../../behaviors/visit'
import type {
  FieldChangeDetail,
  FieldDetail,
  FieldRevealDetail,
  FieldSignDetail,
} from '../../components/form-field/form-field'
import { tell } from '../../../../platform/feedback'
import { goTo, readParams } from '../../../../platform/routes'
import { scrollToTop } from '../../../../platform/scroll'
import { isOpen } from '../../draft/filled'
import { anchorOf } from '../../draft/form-view'
import { noteLeaving } from '../../draft/leaving'
import { takeNextPlace } from '../../draft/next-place'
import { Timer } from '../../draft/timer'
import { INITIAL_DATA, type ProblemView } from './form-data'
import { FormSession } from './form-session'
import { sourceOf, type OpenedForms } from './form-source'

/** The head, and 16 px of air, in CSS px. */
const UNDER_HEAD = 68

/** A tap takes the focus itself until it is over. */
const TAP_MS = 100

/** So long a keyboard takes to come up, which scrolls to its field. */
const KEYBOARD_MS = 300

const placeOf = (query: Readonly<Record<string, string | undefined>>) => readParams('form', query)

const visitOf = visits(
  () => ({
    session: null as FormSession | null,
    /** Something else was in front of it. */
    hidden: false,
    /** Where the page was asked to open. */
    place: placeOf({}),
    /** What follows a tap a little later. */
    later: new Timer(),
  }),
  ['fields', 'fields[]'],
)

Page({
  behaviors: [look],

  data: INITIAL_DATA,

  onLoad(query: Readonly<Record<string, string | undefined>>): Promise<void> {
    const visit = visitOf(this)
    visit.work.place = placeOf(query)
    visit.stopAtEnd(() => visit.work.later.cancel())
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
    scrollToTop()
  },

  async onHide() {
    const { work } = visitOf(this)
    work.hidden = true
    const left = work.session?.leave(false)
    if (!left) return
    noteLeaving(work.place.draftId ?? '', left)
    await left
    work.session?.keepOnPhone()
  },

  async onUnload() {
    const visit = visitOf(this)
    visit.end()
    const left = visit.work.session?.leave(true)
    if (!left) return
    noteLeaving(visit.work.place.draftId ?? '', left)
    await left
    // From beneath another page: it may have been submitted there, and forgotten on this phone.
    if (!visit.work.hidden) visit.work.session?.keepOnPhone()
  },

  load(): Promise<void> {
    const { place } = visitOf(this).work
    const { open, kept } = sourceOf(place)
    const id = place.draftId ?? ''
    return visitOf(this).load(
      () => open(id),
      (opened) => {
        const { session } = visitOf(this).work
        // It began with what this phone had: what was filled in meanwhile goes on from there.
        if (session) void session.takeUp(opened.filled)
        else void this.begin(opened)
      },
      'status',
      kept && (() => kept(id)),
    )
  },

  async begin(opened: OpenedForms) {
    const { filled } = opened
    const visit = visitOf(this)
    const { place } = visit.work
    if (!isOpen(filled)) {
      await sourceOf(place).leave()
      return
    }
    const source = sourceOf(place)
    const correction = filled.kind === 'correction'
    void wx.setNavigationBarTitle({
      title: filled.kind === 'correction' ? `改${filled.name}` : (filled.shortName ?? filled.matterName),
    })
    visit.show({ today: filled.today, correction, importable: !correction, lastText: source.lastText })
    const session = new FormSession(opened, place, source, visit)
    visit.work.session = session
    await session.start()
    session.takeImported()
    this.takeNextPlace()
    const [fieldId] = place.fieldId?.split(',') ?? []
    if (fieldId === undefined) return
    if (this.data.named === 0) this.scrollTo(anchorOf(fieldId))
    this.focusOn({ fieldId, row: -1 })
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

  onOfferTake(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
    visitOf(this).work.session?.prefill.take(event.detail.key)
  },

  /** The task list; of a correction, which has none, its steps in a sheet. */
  async onStepsTap() {
    const { session, place } = visitOf(this).work
    if (this.data.correction) visitOf(this).show({ stepsOpen: true, rows: session?.rows() ?? [] })
    else await goTo('steps', { draftId: place.draftId ?? '' })
  },

  onStepsClose() {
    visitOf(this).show({ stepsOpen: false })
  },

  onStepPick(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
    visitOf(this).show({ stepsOpen: false })
    visitOf(this).work.session?.goToStep(Number(event.currentTarget.dataset.index))
    scrollToTop()
  },

  onWholeTap() {
    visitOf(this).work.session?.showWhole()
    scrollToTop()
  },

  onBackTap() {
    visitOf(this).work.session?.move(-1)
    scrollToTop()
  },

  async onNextTap() {
    const { session } = visitOf(this).work
    if (!session) return
    if (session.check()) await this.goOn(session)
    else this.showProblems()
  },

  /** The list comes into sight, and the first wrong field can be written in: its keyboard must not push the list away. */
  showProblems() {
    const [first] = this.data.problems
    scrollToTop()
    if (first) this.focusOn(first, () => scrollToTop())
  },

  /** Gives a field the keyboard, when the tap is over that asked for it; `then` once the keyboard is up. */
  focusOn({ fieldId, row }: Pick<ProblemView, 'fieldId' | 'row'>, then?: () => void) {
    const { session, later } = visitOf(this).work
    later.set(TAP_MS, () => {
      if (row < 0) session?.focusOn(fieldId)
      if (then) later.set(KEYBOARD_MS, then)
    })
  },

  /** The applicant wants to fill in the rest first; the review lists everything that is still wrong. */
  async onSkipTap() {
    const { session } = visitOf(this).work
    if (!session) return
    if (this.data.correction) await this.finish(session)
    else await this.goOn(session)
  },

  async goOn(session: FormSession) {
    if (session.isLastStep) await this.finish(session)
    else {
      session.move(1)
      scrollToTop()
    }
  },

  /** A correction may be done after any step. */
  async onFinishTap() {
    const { session } = visitOf(this).work
    if (!session) return
    if (session.check()) await this.finish(session)
    else this.showProblems()
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

  onProblemJump(event: WechatMiniprogram.CustomEvent<ProblemView>) {
    const { anchor, fieldId, row } = event.detail
    this.scrollTo(anchor)
    if (row >= 0) visitOf(this).work.session?.openRow(fieldId, row)
    this.focusOn({ fieldId, row }, () => row < 0 && this.scrollTo(anchor))
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
    scrollToTop()
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
    void wx.pageScrollTo({ selector: `#${anchor}`, offsetTop: below - UNDER_HEAD, duration: 240 })
  },
})
