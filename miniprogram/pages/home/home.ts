import { look, showLook } from '../../behaviors/look'
import { LOADING } from '../../behaviors/page-status'
import { endVisit, visits } from '../../behaviors/visit'
import { toast } from '../../platform/feedback'
import { isFirstTime } from '../../platform/first-time'
import { switchCare } from '../../platform/look'
import { endPullDown } from '../../platform/pull-down'
import { goTo, routeUrl } from '../../platform/routes'
import { scrollToTop } from '../../platform/scroll'
import { offerNewVersion } from '../../services/app-update'
import { openHome } from '../../services/home'
import { keptGuides, keptHome, type KeptGuide } from '../../services/kept-answers'
import { recommendMatters } from '../../services/matters'
import { offerSwitch, otherIdentity } from '../../services/offer-switch'
import { lastSeenAccount } from '../../services/seen-account'
import { tellFailure } from '../../services/tell-failure'
import type { SubjectType } from '../../shared/domain/account'
import type { CaseCategory } from '../../shared/domain/case'
import type { MatterBatch } from '../../shared/domain/matter'
import { viewOf, type HomeView } from './home-view'
import { identityHead } from './identity-head'

const visitOf = visits(
  () => ({
    /** What 换一批 brought, and for whom: a refresh must not take it away. */
    chosen: null as { readonly active: SubjectType | null; readonly batch: MatterBatch } | null,
  }),
  ['view'],
)

type Way = 'matters' | 'inbox' | 'bind' | 'cases' | 'account'

Page({
  behaviors: [look],

  data: {
    /** From the server. */
    view: null as HomeView | null,
    head: identityHead(null),
    /** Page state. */
    /** The first-time guide stands in home's place: nothing is covered, and home loads meanwhile. */
    guideOpen: false,
    /** Guides that this phone has, while there is no network. */
    keptGuides: [] as readonly KeptGuide[],
    status: LOADING,
    swapping: false,
    swapFailed: false,
    busy: false,
  },

  onLoad(): void {
    visitOf(this).show({ head: identityHead(lastSeenAccount()), guideOpen: isFirstTime() })
  },

  onShow(): Promise<void> {
    void offerNewVersion()
    return this.load()
  },

  async onPullDownRefresh(): Promise<void> {
    await this.load()
    endPullDown()
  },

  /** The mini-program itself: nothing of the citizen's. */
  onShareAppMessage(): { title: string; path: string } {
    return { title: '天津高新区政务服务：查事项、备材料、网上办、看进度', path: routeUrl('home', {}) }
  },

  onUnload: endVisit,

  async load(): Promise<void> {
    const { work } = visitOf(this)
    await visitOf(this).load(
      openHome,
      (home) => {
        if (work.chosen?.active !== home.account.active) work.chosen = null
        const view = viewOf(home, Date.now(), work.chosen?.batch)
        // What this phone keeps has nobody's name.
        return { view, head: identityHead(lastSeenAccount() ?? home.account), swapFailed: false }
      },
      'status',
      keptHome,
    )
    visitOf(this).show({ keptGuides: this.data.status.keptAt > 0 ? await keptGuides() : [] })
  },

  onGuideDone() {
    visitOf(this).show({ guideOpen: false })
    showLook()
  },

  async onIdentityTap(): Promise<void> {
    const account = this.data.view?.account ?? lastSeenAccount()
    const { way } = this.data.head
    const other = otherIdentity(account)
    if (way === 'account') await goTo('account', {})
    else if (way === 'login') await goTo('bind', account?.active ? { subjectType: account.active } : {})
    else if (way === 'switch' && other !== undefined) {
      await visitOf(this).act(async () => {
        if ((await offerSwitch(other)) === null) return
        // What is shown is not the other identity's.
        visitOf(this).restart({ view: null, head: identityHead(lastSeenAccount()) })
        await this.load()
      }, tellFailure)
    }
  },

  /** 关怀模式 on and off; which size, and the rest, is chosen in 我的. */
  onCareTap() {
    if (!switchCare()) return toast('手机存储空间不足，没有存下来')
    showLook()
    // What stood at this height stands elsewhere now.
    scrollToTop()
  },

  onWayTap(event: WechatMiniprogram.TouchEvent<object, object, { way: Way }>) {
    void goTo(event.currentTarget.dataset.way, {})
  },

  onTurnAct() {
    const turn = this.data.view?.turn
    if (turn) void goTo('supplement', { caseNo: turn.caseNo })
  },

  onMoreTurnsTap() {
    const supplements = this.data.view?.counts.some(({ category, count }) => category === 'supplement' && count > 0)
    void goTo('cases', { category: supplements ? 'supplement' : 'promise' })
  },

  onRateTap() {
    const caseNo = this.data.view?.toRate?.caseNo ?? ''
    if (caseNo === '') void goTo('cases', { category: 'finished' })
    else void goTo('rating', { caseNo })
  },

  onTopicChoose(event: WechatMiniprogram.CustomEvent<{ topic: string }>) {
    const { topic } = event.detail
    void goTo('matters', topic === '' ? {} : { topic })
  },

  onKeptGuideTap(event: WechatMiniprogram.TouchEvent<object, object, { matterId: string }>) {
    void goTo('guide', { matterId: event.currentTarget.dataset.matterId })
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
