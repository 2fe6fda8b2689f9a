import { look } from '../../../../behaviors/look'
import { LOADING } from '../../../../behaviors/page-status'
import { endVisit, visitOf } from '../../../../behaviors/visit'
import { confirm, toast, withLoading } from '../../../../platform/feedback'
import { goTo, readParams, routeUrl } from '../../../../platform/routes'
import { switchIdentity } from '../../../../services/account'
import { discardDeclaration } from '../../../../services/declarations'
import { placeOfDraft } from '../../../../services/draft-place'
import { keptMatter } from '../../../../services/kept-answers'
import { openMatter, type MatterPage } from '../../../../services/matters'
import type { Failure } from '../../../../services/service-error'
import { tellFailure } from '../../../../services/tell-failure'
import { showNotice } from '../../show-notice'
import { frequentQuestions, type Question } from './faq'
import { guideView, startOffer, type GuideView, type StartOffer } from './guide-view'

Page({
  behaviors: [look],

  data: {
    /** From the server. */
    page: null as MatterPage | null,
    guide: null as GuideView | null,
    offer: null as StartOffer | null,
    questions: [] as readonly Question[],
    /** Page state. */
    status: LOADING,
    matterId: '',
    busy: false,
    noticeBusy: false,
    noticeFailure: null as Failure | null,
  },

  onLoad(query: Record<string, string | undefined>): void {
    visitOf(this).show({ matterId: readParams('guide', query).matterId ?? '' })
  },

  onShow(): Promise<void> {
    return this.load()
  },

  onUnload: endVisit,

  load(): Promise<void> {
    return visitOf(this).loadOf(
      this.data.matterId,
      openMatter,
      (page) => ({ page, guide: guideView(page), offer: startOffer(page), questions: frequentQuestions(page) }),
      keptMatter,
    )
  },

  /** 开始办理, or what has to happen before. */
  async onOfferTap(): Promise<void> {
    const { offer, page, matterId } = this.data
    if (offer === null || page === null || this.data.busy) return
    // What this phone keeps says nothing of drafts and accounts: the network may be back.
    if (this.data.status.keptAt > 0) return this.load()
    const subject = page.guide.subjects.find((wanted) => wanted !== page.account.active)
    if (offer.kind === 'start') await goTo('situation', { matterId })
    else if (offer.kind === 'continue') await this.goOn(page)
    else if (offer.kind === 'login') await goTo('bind', page.account.active ? { subjectType: page.account.active } : {})
    else if (offer.kind === 'bind') {
      const [only] = page.guide.subjects
      await goTo('bind', page.guide.subjects.length === 1 && only !== undefined ? { subjectType: only } : {})
    } else if (offer.kind === 'switch' && subject !== undefined) {
      await this.change('正在切换', async () => {
        await switchIdentity(subject)
        toast('已切换身份')
      })
    }
  },

  /** The draft that was saved last, where it was left. */
  async goOn({ drafts }: MatterPage): Promise<void> {
    const [newest] = drafts
      .filter(({ state }) => state === 'draft')
      .sort((one, other) => other.savedAt.localeCompare(one.savedAt))
    if (newest === undefined) return
    const { route, params } = placeOfDraft(newest.draftId)
    await goTo(route, params)
  },

  /** Another situation of the matter, beside the drafts that there are. */
  async onAnotherTap(): Promise<void> {
    await goTo('situation', { matterId: this.data.matterId })
  },

  onNoticeTap(): Promise<boolean> {
    return visitOf(this).act(() => showNotice(this.data.matterId), 'noticeFailure', 'noticeBusy')
  },

  /** The guide itself can be shared: it holds nobody's data. */
  onShareAppMessage(): { title: string; path: string } {
    const { matterId, guide } = this.data
    return { title: `${guide?.shortName ?? '办事'}指南`, path: routeUrl('guide', { matterId }) }
  },

  /** 重新开始: the open draft is deleted, with the citizen's consent. */
  async onRestartTap(event: WechatMiniprogram.TouchEvent<object, object, { draftId: string }>): Promise<void> {
    const { draftId } = event.currentTarget.dataset
    const situation = this.data.page?.drafts.find((draft) => draft.draftId === draftId)?.situationText ?? ''
    const agreed = await confirm({
      title: '重新开始',
      content: `${situation === '' ? '原来的' : `“${situation}”这份`}草稿会被删除，已填写的内容不能找回。确定重新开始吗？`,
      confirmText: '重新开始',
    })
    if (!agreed) return
    const done = await this.change('正在删除草稿', () => discardDeclaration(draftId))
    if (done) await goTo('situation', { matterId: this.data.matterId })
  },

  /** Runs one change, shows why it failed, and reads the page again; true when it succeeded. */
  change(message: string, work: () => Promise<void>): Promise<boolean> {
    return visitOf(this).act(async () => {
      await withLoading(message, work)
      await this.load()
    }, tellFailure)
  },
})
