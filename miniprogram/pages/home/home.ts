import { LOADING, loadPage } from '../../behaviors/loadable-page'
import { goTo } from '../../platform/routes'
import { openHome } from '../../services/home'
import { recommendMatters } from '../../services/matters'
import type { SubjectType } from '../../shared/domain/account'
import type { CaseCategory } from '../../shared/domain/case'
import type { MatterBatch } from '../../shared/domain/matter'
import { viewOf, type HomeView } from './home-view'

Page({
  data: {
    /** From the server. */
    view: null as HomeView | null,
    /** Page state. */
    status: LOADING,
    swapping: false,
    swapFailed: false,
  },

  /** What 换一批 brought, and for whom: a refresh must not take it away. */
  chosen: null as { readonly active: SubjectType | null; readonly batch: MatterBatch } | null,

  onShow(): Promise<void> {
    return this.load()
  },

  load(): Promise<void> {
    return loadPage(this, openHome, (home, status) => {
      if (this.chosen?.active !== home.account.active) this.chosen = null
      this.setData({ view: viewOf(home, this.chosen?.batch), status, swapFailed: false })
    })
  },

  onSearchTap() {
    void goTo('matters', {})
  },

  onMatterSelect(event: WechatMiniprogram.CustomEvent<{ matterId: string }>) {
    void goTo('guide', { matterId: event.detail.matterId })
  },

  /** 换一批: the old ones stay until the new ones are there, and when they do not come. */
  async onAnotherTap() {
    const { view, swapping } = this.data
    if (view === null || swapping) return
    this.setData({ swapping: true, swapFailed: false })
    try {
      const { matters, more } = await recommendMatters(view.matters.map(({ matterId }) => matterId))
      const now = this.data.view
      // Another identity acts by now: these were for the one before.
      if (now === null || now.account.active !== view.account.active || matters.length === 0) return
      this.chosen = { active: view.account.active, batch: { matters, more } }
      this.setData({ 'view.matters': matters, 'view.more': more, 'view.recommended': true })
    } catch {
      this.setData({ swapFailed: true })
    } finally {
      this.setData({ swapping: false })
    }
  },

  onAllMattersTap() {
    void goTo('matters', {})
  },

  onCountTap(event: WechatMiniprogram.TouchEvent<object, object, { category: CaseCategory }>) {
    void goTo('cases', { category: event.currentTarget.dataset.category })
  },

  onInboxTap() {
    void goTo('inbox', {})
  },

  onBindTap() {
    void goTo('bind', {})
  },
})
