import { LOADING } from '../../behaviors/page-status'
import { endVisit, visits } from '../../behaviors/visit'
import { goTo } from '../../platform/routes'
import { offerNewVersion } from '../../services/app-update'
import { openHome } from '../../services/home'
import { recommendMatters } from '../../services/matters'
import type { SubjectType } from '../../shared/domain/account'
import type { CaseCategory } from '../../shared/domain/case'
import type { MatterBatch } from '../../shared/domain/matter'
import { viewOf, type HomeView } from './home-view'

const visitOf = visits(
  () => ({
    /** What 换一批 brought, and for whom: a refresh must not take it away. */
    chosen: null as { readonly active: SubjectType | null; readonly batch: MatterBatch } | null,
  }),
  ['view'],
)

Page({
  data: {
    /** From the server. */
    view: null as HomeView | null,
    /** Page state. */
    status: LOADING,
    swapping: false,
    swapFailed: false,
  },

  onShow(): Promise<void> {
    void offerNewVersion()
    return this.load()
  },

  onUnload: endVisit,

  load(): Promise<void> {
    const { work } = visitOf(this)
    return visitOf(this).load(openHome, (home) => {
      if (work.chosen?.active !== home.account.active) work.chosen = null
      return { view: viewOf(home, work.chosen?.batch), swapFailed: false }
    })
  },

  onWayTap(event: WechatMiniprogram.TouchEvent<object, object, { way: 'matters' | 'inbox' | 'bind' }>) {
    void goTo(event.currentTarget.dataset.way, {})
  },

  onMatterSelect(event: WechatMiniprogram.CustomEvent<{ matterId: string }>) {
    void goTo('guide', { matterId: event.detail.matterId })
  },

  /** 换一批: the old ones stay until the new ones are there, and when they do not come. */
  async onAnotherTap() {
    const { view } = this.data
    if (view === null) return
    const { active } = view.account
    const swap = async (): Promise<void> => {
      visitOf(this).show({ swapFailed: false })
      const { matters, more } = await recommendMatters(view.matters.map(({ matterId }) => matterId))
      const now = this.data.view
      // Another identity acts by now: these were for the one before.
      if (now === null || now.account.active !== active || matters.length === 0) return
      visitOf(this).work.chosen = { active, batch: { matters, more } }
      visitOf(this).show({ view: { ...now, matters, more, recommended: true } })
    }
    await visitOf(this).act(swap, () => visitOf(this).show({ swapFailed: true }), 'swapping')
  },

  onCountTap(event: WechatMiniprogram.TouchEvent<object, object, { category: CaseCategory }>) {
    void goTo('cases', { category: event.currentTarget.dataset.category })
  },
})
