import { LOADING, loadPageOf } from '../../../../behaviors/loadable-page'
import { backTo, goBack, goTo, readParams } from '../../../../platform/routes'
import { changeSituation, previewSituation, startDeclaration } from '../../../../services/declarations'
import { openMatter, readChecklist, type MatterPage } from '../../../../services/matters'
import { failureOf, type Failure } from '../../../../services/service-error'
import type { Material, Situation } from '../../../../shared/domain/matter'
import { showNotice } from '../../show-notice'
import { changeView, type ChangeView } from './change-view'
import {
  choose,
  leaveQuestion,
  NO_PATH,
  NO_PATH_VIEW,
  pathView,
  reopen,
  resumePath,
  startPath,
  type PathState,
} from './guide-path'
import { limitLines, type LimitLine } from './limit-lines'

/** Unique per intention, so that a repeated tap finds the same draft; 8–32 of [A-Za-z0-9-]. */
function newStartKey(): string {
  const random = Math.random().toString(36).slice(2, 12)
  return `start-${Date.now().toString(36)}-${random}`
}

Page({
  data: {
    /** From the server. */
    page: null as MatterPage | null,
    checklist: null as readonly Material[] | null,
    formCount: 0,
    /** Page state. */
    status: LOADING,
    checklistStatus: LOADING,
    matterId: '',
    /** '' = a new declaration; else the draft whose situation is changed. */
    draftId: '',
    change: null as ChangeView | null,
    path: NO_PATH_VIEW,
    limits: [] as readonly LimitLine[],
    noticeBusy: false,
    noticeFailure: null as Failure | null,
    startFailure: null as Failure | null,
    busy: false,
  },

  situations: [] as readonly Situation[],
  walked: NO_PATH,
  startKey: '',
  /** Options that the draft has, when its situation is changed. */
  chosen: [] as readonly string[],
  /** Version of the draft that the shown summary is about. */
  version: 0,
  /** Counts the checklists asked for: an answer for an earlier path is stale. */
  checklistTurn: 0,

  onLoad(query: Record<string, string | undefined>): void {
    const { matterId = '', draftId = '', chosen = '' } = readParams('situation', query)
    this.chosen = chosen.split(',').filter(Boolean)
    this.setData({ matterId, draftId })
    if (draftId) void wx.setNavigationBarTitle({ title: '更改办理情形' })
  },

  onShow(): Promise<void> {
    return this.load()
  },

  load(): Promise<void> {
    return loadPageOf(this, this.data.matterId, openMatter, (page, status) => {
      const first = this.data.page === null || !this.data.page.situations.ok
      this.setData({ page, status, startFailure: null })
      if (page.situations.ok) {
        this.situations = page.situations.value
        // Coming back to this page keeps what was answered.
        if (first) this.walk(this.firstPath())
      }
    })
  },

  firstPath(): PathState {
    return this.data.draftId ? resumePath(this.situations, this.chosen) : startPath(this.situations)
  },

  walk(path: PathState): void {
    if (path.optionIds.join() !== this.walked.optionIds.join() || this.startKey === '') this.startKey = newStartKey()
    this.walked = path
    const view = pathView(this.situations, path)
    const { page } = this.data
    const limits = view.complete && page ? limitLines(page, path.optionIds) : []
    this.setData({ path: view, limits, checklist: null, change: null, startFailure: null, noticeFailure: null })
    if (view.complete) void (this.data.draftId ? this.loadChange() : this.loadChecklist())
  },

  async loadChecklist(): Promise<void> {
    const turn = ++this.checklistTurn
    this.setData({ checklistStatus: LOADING, checklist: null })
    try {
      const checklist = await readChecklist(this.data.matterId, this.walked.optionIds)
      if (turn !== this.checklistTurn || !this.data.path.complete) return
      this.setData({
        checklist,
        formCount: checklist.filter(({ kind }) => kind === 'form').length,
        checklistStatus: { phase: 'ready', failure: null },
      })
    } catch (error) {
      if (turn === this.checklistTurn) {
        this.setData({ checklistStatus: { phase: 'failed', failure: failureOf(error) } })
      }
    }
  },

  /** What the change would lead to, before anything is done. */
  async loadChange(): Promise<void> {
    const turn = ++this.checklistTurn
    this.setData({ checklistStatus: LOADING, change: null, startFailure: null })
    try {
      const { version, change } = await previewSituation(this.data.draftId, this.walked.optionIds)
      if (turn !== this.checklistTurn || !this.data.path.complete) return
      this.version = version
      this.setData({ change: changeView(change), checklistStatus: { phase: 'ready', failure: null } })
    } catch (error) {
      if (turn === this.checklistTurn) {
        this.setData({ checklistStatus: { phase: 'failed', failure: failureOf(error) } })
      }
    }
  },

  /** The 一次性告知单 for these answers. */
  async onNoticeTap(): Promise<void> {
    if (this.data.noticeBusy) return
    this.setData({ noticeBusy: true, noticeFailure: null })
    try {
      await showNotice(this.data.matterId, this.walked.optionIds)
    } catch (error) {
      this.setData({ noticeFailure: failureOf(error) })
    } finally {
      this.setData({ noticeBusy: false })
    }
  },

  onOptionTap(event: WechatMiniprogram.TouchEvent<object, object, { optionId: string }>): void {
    this.walk(choose(this.situations, this.walked, event.currentTarget.dataset.optionId))
  },

  onNextTap(): void {
    this.walk(leaveQuestion(this.situations, this.walked))
  },

  onRowTap(event: WechatMiniprogram.TouchEvent<object, object, { situationId: string }>): void {
    this.walk(reopen(this.walked, event.currentTarget.dataset.situationId))
  },

  async onChangeTap(): Promise<void> {
    const { draftId, busy, change } = this.data
    if (busy || !change || change.obstacle !== '') return
    this.setData({ busy: true, startFailure: null })
    try {
      await changeSituation(draftId, this.version, this.walked.optionIds)
      await backTo('form', { draftId })
    } catch (error) {
      const failure = failureOf(error)
      // Somebody saved the draft meanwhile: what the change leads to may be something else by now.
      if (failure.code === 'CONFLICT') await this.loadChange()
      this.setData({ startFailure: failure })
    } finally {
      this.setData({ busy: false })
    }
  },

  onKeepTap(): void {
    void goBack()
  },

  onOtherTap(): void {
    const { change } = this.data
    if (change?.otherDraftId) void goTo('form', { draftId: change.otherDraftId })
  },

  async onStartTap(): Promise<void> {
    if (this.data.busy) return
    this.setData({ busy: true, startFailure: null })
    try {
      const { draftId } = await startDeclaration(this.data.matterId, this.walked.optionIds, this.startKey)
      await goTo('form', { draftId })
    } catch (error) {
      this.setData({ startFailure: failureOf(error) })
    } finally {
      this.setData({ busy: false })
    }
  },
})
