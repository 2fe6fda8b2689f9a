import { LOADING, loadPage, NOTHING_TO_SHOW } from '../../../../behaviors/loadable-page'
import { goTo, readParams } from '../../../../platform/routes'
import { startDeclaration } from '../../../../services/declarations'
import { openMatter, readChecklist, type MatterPage } from '../../../../services/matters'
import { failureOf, type Failure } from '../../../../services/service-error'
import type { Material, Situation } from '../../../../shared/domain/matter'
import { choose, leaveQuestion, NO_PATH, NO_PATH_VIEW, pathView, reopen, startPath, type PathState } from './guide-path'

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
    path: NO_PATH_VIEW,
    startFailure: null as Failure | null,
    busy: false,
  },

  situations: [] as readonly Situation[],
  walked: NO_PATH,
  startKey: '',
  /** Counts the checklists asked for: an answer for an earlier path is stale. */
  checklistTurn: 0,

  onLoad(query: Record<string, string | undefined>): void {
    this.setData({ matterId: readParams('situation', query).matterId ?? '' })
  },

  onShow(): Promise<void> {
    return this.load()
  },

  async load(): Promise<void> {
    const { matterId } = this.data
    if (matterId === '') {
      this.setData({ status: NOTHING_TO_SHOW })
      return
    }
    await loadPage(
      this,
      () => openMatter(matterId),
      (page, status) => {
        const first = this.data.page === null || !this.data.page.situations.ok
        this.setData({ page, status, startFailure: null })
        if (page.situations.ok) {
          this.situations = page.situations.value
          // Coming back to this page keeps what was answered.
          if (first) this.walk(startPath(this.situations))
        }
      },
    )
  },

  walk(path: PathState): void {
    if (path.optionIds.join() !== this.walked.optionIds.join() || this.startKey === '') this.startKey = newStartKey()
    this.walked = path
    const view = pathView(this.situations, path)
    this.setData({ path: view, checklist: null, startFailure: null })
    if (view.complete) void this.loadChecklist()
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

  onOptionTap(event: WechatMiniprogram.TouchEvent<object, object, { optionId: string }>): void {
    this.walk(choose(this.situations, this.walked, event.currentTarget.dataset.optionId))
  },

  onNextTap(): void {
    this.walk(leaveQuestion(this.situations, this.walked))
  },

  onRowTap(event: WechatMiniprogram.TouchEvent<object, object, { situationId: string }>): void {
    this.walk(reopen(this.walked, event.currentTarget.dataset.situationId))
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
