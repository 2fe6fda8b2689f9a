import { look } from '../../../../behaviors/look'
import { LOADING } from '../../../../behaviors/page-status'
import { endVisit, visits } from '../../../../behaviors/visit'
import { backTo, goTo, readParams, replaceWith } from '../../../../platform/routes'
import { readDraftCopy, type DraftCopy } from '../../../../platform/storage'
import { openDeclaration, type OpenedDeclaration } from '../../../../services/declarations'
import { keptDeclaration } from '../../../../services/kept-answers'
import { placeOfDraft } from '../../../../services/draft-place'
import { Draft } from '../../draft/draft'
import { afterLeaving } from '../../draft/leaving'
import { leaveNextPlace, type NextPlace } from '../../draft/next-place'
import { NO_SITUATION, situationView } from '../../draft/situation-view'
import { stepsView, type StepsView } from '../../draft/steps-view'

const visitOf = visits(() => ({
  /** Something else was in front of it. */
  hidden: false,
}))

Page({
  behaviors: [look],

  data: {
    draftId: '',
    status: LOADING,
    view: null as StepsView | null,
    agent: NO_SITUATION.agent,
    situation: NO_SITUATION.place,
  },

  onLoad(query: Readonly<Record<string, string | undefined>>): Promise<void> {
    visitOf(this).show({ draftId: readParams('steps', query).draftId ?? '' })
    return this.load()
  },

  async onShow() {
    const { work } = visitOf(this)
    if (!work.hidden) return
    work.hidden = false
    await this.load()
  },

  onHide() {
    visitOf(this).work.hidden = true
  },

  onUnload: endVisit,

  load(): Promise<void> {
    const { draftId } = this.data
    return visitOf(this).loadOf(
      draftId,
      async () => {
        // What the form page was saving when it was left is in the answer.
        await afterLeaving(draftId)
        return Promise.all([openDeclaration(draftId), readDraftCopy(draftId)] as const)
      },
      ([opened, copy]) => this.take(opened, copy),
      async () => {
        const kept = await keptDeclaration(draftId)
        return kept && { at: kept.at, value: [kept.value, await readDraftCopy(draftId)] as const }
      },
    )
  },

  take({ account, declaration }: OpenedDeclaration, copy: DraftCopy | null) {
    const { draftId } = this.data
    if (declaration.state !== 'draft') {
      void replaceWith(declaration.state === 'confirming' ? 'review' : 'receipt', { draftId })
      return
    }
    const draft = new Draft(declaration)
    if (copy) draft.restore(copy)
    void wx.setNavigationBarTitle({ title: declaration.shortName ?? declaration.matterName })
    const { agent, place } = situationView(declaration)
    const view = stepsView(draft, declaration, account, keptStep(draftId))
    return { view, agent, situation: place }
  },

  onSituationTap() {
    void goTo('situation', this.data.situation)
  },

  onStepOpen(event: WechatMiniprogram.TouchEvent<object, object, { group: number; row: number }>) {
    const { group, row } = event.currentTarget.dataset
    const step = this.data.view?.groups[Number(group)]?.rows[Number(row)]
    if (step) void this.fill(step)
  },

  onFilesTap() {
    void backTo('attachments', { draftId: this.data.draftId })
  },

  onReviewTap() {
    void backTo('review', { draftId: this.data.draftId })
  },

  onNextTap() {
    const next = this.data.view?.next
    if (next === undefined) return
    if (next.page === 'form') void this.fill(next.place)
    else void backTo(next.page, { draftId: this.data.draftId })
  },

  /** The form page may lie beneath: it is told where to go on. */
  async fill({ materialId, sectionId = '' }: NextPlace) {
    const { draftId } = this.data
    leaveNextPlace(draftId, { materialId, sectionId })
    await backTo('form', { draftId, materialId, sectionId })
  },
})

/** Where the applicant stopped, as the key of a step; '' = not in the form, or nobody knows. */
function keptStep(draftId: string): string {
  const { params } = placeOfDraft(draftId)
  return 'sectionId' in params ? `${params.materialId}/${params.sectionId}` : ''
}
