import { look } from '../../../../behaviors/look'
import { LOADING } from '../../../../behaviors/page-status'
import { endVisit, visits } from '../../../../behaviors/visit'
import { dropWords, keepWords, readWords } from '../../../../platform/kept-words'
import { backTo, goBack, goTo, readParams } from '../../../../platform/routes'
import { scrollToTop } from '../../../../platform/scroll'
import { changeSituation, previewSituation, startDeclaration } from '../../../../services/declarations'
import { openMatter, readChecklist, type MatterPage } from '../../../../services/matters'
import { newId } from '../../../../services/new-id'
import { failureOf, type Failure } from '../../../../services/service-error'
import type { Material, Situation } from '../../../../shared/domain/matter'
import { mustCome } from '../../../../shared/judge/index'
import { showNotice } from '../../show-notice'
import { groupMaterials, type MaterialGroup } from '../../components/material-list/material-view'
import { changeView, type ChangeView } from './change-view'
import {
  choose,
  leaveQuestion,
  NO_PATH,
  NO_PATH_VIEW,
  pathIn,
  pathView,
  reopen,
  resumePath,
  type PathState,
} from './guide-path'
import { limitLines, type LimitLine } from './limit-lines'

const visitOf = visits(() => ({
  situations: [] as readonly Situation[],
  walked: NO_PATH,
  /** One per intention, so that a repeated tap finds the same draft. */
  startKey: '',
  /** Options that the draft has, when its situation is changed. */
  chosen: [] as readonly string[],
  /** Version of the draft that the shown summary is about. */
  version: 0,
}))

interface Checklist {
  readonly groups: readonly MaterialGroup[]
  /** e.g. 您要准备 6 项，填 1 张表 */
  readonly title: string
}

function checklistOf(materials: readonly Material[]): Checklist {
  const forms = materials.filter(({ kind }) => kind === 'form').length
  const papers = materials.filter((material) => material.kind !== 'form' && mustCome(material)).length
  const parts = [papers > 0 ? `准备 ${papers} 项` : '', forms > 0 ? `填 ${forms} 张表` : ''].filter(Boolean)
  const title = parts.length > 0 ? `您要${parts.join('，')}` : '不用准备材料'
  return { groups: groupMaterials(materials), title }
}

Page({
  behaviors: [look],

  data: {
    /** From the server. */
    page: null as MatterPage | null,
    checklist: null as Checklist | null,
    /** Page state. */
    status: LOADING,
    checklistStatus: LOADING,
    matterId: '',
    /** '' = a new declaration; else the draft whose situation is changed. */
    draftId: '',
    change: null as ChangeView | null,
    path: NO_PATH_VIEW,
    /** The answers stand below the head, to be changed one by one. */
    answersOpen: false,
    limits: [] as readonly LimitLine[],
    noticeBusy: false,
    noticeFailure: null as Failure | null,
    startFailure: null as Failure | null,
    busy: false,
  },

  onLoad(query: Record<string, string | undefined>): void {
    const { matterId = '', draftId = '', chosen = '' } = readParams('situation', query)
    visitOf(this).work.chosen = chosen.split(',').filter(Boolean)
    visitOf(this).show({ matterId, draftId })
    if (draftId) void wx.setNavigationBarTitle({ title: '更改办理情形' })
  },

  onShow(): Promise<void> {
    return this.load()
  },

  onUnload: endVisit,

  load(): Promise<void> {
    const { work } = visitOf(this)
    return visitOf(this).loadOf(
      this.data.matterId,
      async (matterId) => {
        const page = await openMatter(matterId)
        const kept = this.data.draftId ? null : await readWords(page.account.active ?? 'anyone', this.place())
        return { page, kept }
      },
      ({ page, kept }) => {
        const first = this.data.page === null || !this.data.page.situations.ok
        visitOf(this).show({ page, startFailure: null })
        if (page.situations.ok) {
          work.situations = page.situations.value
          // Coming back to this page keeps what was answered.
          if (first) this.walk(this.firstPath(kept))
        }
      },
    )
  },

  /** @param kept what was answered before the mini-program was closed; null = nothing */
  firstPath(kept: object | null): PathState {
    const { situations, chosen } = visitOf(this).work
    return this.data.draftId ? resumePath(situations, chosen) : pathIn(situations, kept)
  },

  place() {
    return `situation.${this.data.matterId}` as const
  },

  /** The phone keeps the answers until a declaration has begun with them. */
  keep(path: PathState): void {
    const owner = this.data.page?.account.active ?? 'anyone'
    if (this.data.draftId === '' && path.optionIds.length > 0) void keepWords(owner, this.place(), path)
  },

  walk(path: PathState): void {
    const { work } = visitOf(this)
    if (path.optionIds.join() !== work.walked.optionIds.join() || work.startKey === '') work.startKey = newId()
    work.walked = path
    this.keep(path)
    const view = pathView(work.situations, path)
    const { page, path: before } = this.data
    // The next question, or the list, begins at the top.
    if (view.complete || view.at !== before.at) scrollToTop()
    const limits = view.complete && page ? limitLines(page, path.optionIds) : []
    visitOf(this).show({ path: view, limits, answersOpen: false, startFailure: null, noticeFailure: null })
    // What an earlier path leads to is stale, also while this one is not complete.
    visitOf(this).restart({ checklist: null, change: null }, 'checklistStatus')
    if (!this.data.draftId) void wx.setNavigationBarTitle({ title: view.complete ? '我的材料清单' : '我的情形' })
    if (view.complete) void (this.data.draftId ? this.loadChange() : this.loadChecklist())
  },

  loadChecklist(): Promise<void> {
    visitOf(this).restart({ checklist: null }, 'checklistStatus')
    return visitOf(this).load(
      () => readChecklist(this.data.matterId, visitOf(this).work.walked.optionIds),
      (materials) => ({ checklist: checklistOf(materials) }),
      'checklistStatus',
    )
  },

  /** What the change would lead to, before anything is done. */
  loadChange(): Promise<void> {
    const { work } = visitOf(this)
    visitOf(this).restart({ change: null, startFailure: null }, 'checklistStatus')
    return visitOf(this).load(
      () => previewSituation(this.data.draftId, work.walked.optionIds),
      ({ version, change }) => {
        work.version = version
        return { change: changeView(change) }
      },
      'checklistStatus',
    )
  },

  /** The 一次性告知单 for these answers. */
  onNoticeTap(): Promise<boolean> {
    const { optionIds } = visitOf(this).work.walked
    return visitOf(this).act(() => showNotice(this.data.matterId, optionIds), 'noticeFailure', 'noticeBusy')
  },

  onOptionTap(event: WechatMiniprogram.TouchEvent<object, object, { optionId: string }>): void {
    const { situations, walked } = visitOf(this).work
    this.walk(choose(situations, walked, event.currentTarget.dataset.optionId))
  },

  onNextTap(): void {
    const { situations, walked } = visitOf(this).work
    this.walk(leaveQuestion(situations, walked))
  },

  onAnswersTap(): void {
    visitOf(this).show({ answersOpen: !this.data.answersOpen })
  },

  onRowTap(event: WechatMiniprogram.TouchEvent<object, object, { situationId: string }>): void {
    this.walk(reopen(visitOf(this).work.walked, event.currentTarget.dataset.situationId))
  },

  onGuideTap(): void {
    void backTo('guide', { matterId: this.data.matterId })
  },

  onMattersTap(): void {
    void goTo('matters', {})
  },

  async onChangeTap(): Promise<void> {
    const { draftId, change } = this.data
    if (!change || change.obstacle !== '') return
    const { version, walked } = visitOf(this).work
    await visitOf(this).act(async () => {
      try {
        await changeSituation(draftId, version, walked.optionIds)
      } catch (error) {
        // Somebody saved the draft meanwhile: what the change leads to may be something else by now.
        if (failureOf(error).code === 'CONFLICT') await this.loadChange()
        throw error
      }
      await backTo('form', { draftId })
    }, 'startFailure')
  },

  onKeepTap(): void {
    void goBack()
  },

  onOtherTap(): void {
    const { change } = this.data
    if (change?.otherDraftId) void goTo('form', { draftId: change.otherDraftId })
  },

  onStartTap(): Promise<boolean> {
    const { walked, startKey } = visitOf(this).work
    return visitOf(this).act(async () => {
      const { draftId } = await startDeclaration(this.data.matterId, walked.optionIds, startKey)
      void dropWords(this.data.page?.account.active ?? 'anyone', this.place())
      await goTo('form', { draftId })
    }, 'startFailure')
  },
})
