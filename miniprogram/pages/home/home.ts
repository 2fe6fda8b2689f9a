import { LOADING, loadPage } from '../../behaviors/loadable-page'
import { goTo } from '../../platform/routes'
import { openHome } from '../../services/home'
import type { CaseCategory } from '../../shared/domain/case'
import { viewOf, type HomeView } from './home-view'

Page({
  data: {
    /** From the server. */
    view: null as HomeView | null,
    /** Page state. */
    status: LOADING,
  },

  onShow(): Promise<void> {
    return this.load()
  },

  load(): Promise<void> {
    return loadPage(this, openHome, (home, status) => this.setData({ view: viewOf(home), status }))
  },

  onSearchTap() {
    void goTo('matters', {})
  },

  onMatterSelect(event: WechatMiniprogram.CustomEvent<{ matterId: string }>) {
    void goTo('guide', { matterId: event.detail.matterId })
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
