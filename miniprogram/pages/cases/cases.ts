import { look } from '../../behaviors/look'
import { LOADING } from '../../behaviors/page-status'
import { endVisit, visits } from '../../behaviors/visit'
import { FEW, type FewMore, showsAll } from '../../components/few-more/few'
import { endPullDown } from '../../platform/pull-down'
import { goTo, takeTabParams } from '../../platform/routes'
import { offerNewVersion } from '../../services/app-update'
import { listCases, type CaseListPage } from '../../services/cases'
import { keptCases } from '../../services/kept-answers'
import { appendNew, readPages } from '../../services/paged-list'
import type { ReplyError } from '../../shared/contract/reply'
import type { Failure } from '../../services/service-error'
import { lastSeenAccount } from '../../services/seen-account'
import type { SubjectType } from '../../shared/domain/account'
import type { CaseBrief, CaseCategory } from '../../shared/domain/case'
import type { DeclarationBrief } from '../../shared/domain/declaration'
import { caseTabs, emptyText, headingOf, listsByTurn, otherLists, type CaseTab, type OtherList } from './case-tabs'

const NO_ROWS = { rows: [] as readonly CaseBrief[], total: 0, pageNo: 1 }

const caseNoOf = ({ caseNo }: CaseBrief): string => caseNo

const visitOf = visits(() => ({
  /** Whose list is shown. */
  active: null as SubjectType | null,
}))

Page({
  behaviors: [look],

  data: {
    /** From the server. */
    tabs: [] as readonly CaseTab[],
    others: [] as readonly OtherList[],
    /** 关怀模式 has no tabs: every other list that has something. */
    byTurn: [] as readonly OtherList[],
    heading: '',
    ...NO_ROWS,
    unfinished: [] as readonly DeclarationBrief[],
    /** Why the lists are not known, or as they were before; null = they are. */
    listError: null as ReplyError | null,
    /** Page state. */
    /** null = nobody chose yet: the first list that needs the citizen. */
    category: null as CaseCategory | null,
    hint: '',
    emptyText: '',
    status: LOADING,
    loadingMore: false,
    moreFailure: null as Failure | null,
    /** 关怀模式 shows so many. */
    few: FEW,
    fewDrafts: FEW,
  },

  onShow(): Promise<void> {
    void offerNewVersion()
    const { category } = takeTabParams('cases')
    if (category !== undefined && category !== this.data.category) {
      visitOf(this).restart({ category, ...NO_ROWS })
    }
    return this.load()
  },

  async onPullDownRefresh(): Promise<void> {
    await this.load()
    endPullDown()
  },

  onUnload: endVisit,

  /** As many rows as were there: who comes back from a case finds the list where it was left. */
  load(): Promise<void> {
    const { work } = visitOf(this)
    const active = lastSeenAccount()?.active ?? null
    // Another identity acts since: what is shown is not its own.
    if (work.active !== null && active !== null && active !== work.active) {
      work.active = active
      visitOf(this).restart({
        category: null,
        ...NO_ROWS,
        tabs: [],
        others: [],
        byTurn: [],
        unfinished: [],
        listError: null,
      })
    }
    const { category, pageNo } = this.data
    return visitOf(this).load(
      () => readPages((page) => listCases(category ?? undefined, page), pageNo),
      (pages) => this.taken(pages),
      'status',
      async () => {
        const kept = await keptCases(category)
        return kept && { value: [kept.value], at: kept.at }
      },
    )
  },

  taken(pages: readonly CaseListPage[]) {
    const [first] = pages
    if (first === undefined) return
    if (first.failed !== undefined) {
      visitOf(this).work.active = first.account.active
      return { unfinished: first.unfinished, listError: first.failed }
    }
    // A further page came meanwhile: what is shown is as new as this.
    if (pages.length !== this.data.pageNo) return this.shared(first)
    const rows = pages.reduce<readonly CaseBrief[]>((all, { page }) => appendNew(all, page.rows, caseNoOf), [])
    const { total, pageSize } = first.page
    return { ...this.shared(first), rows, pageNo: Math.max(1, Math.min(pages.length, Math.ceil(total / pageSize))) }
  },

  /** What every answer brings up to date, so that counts and lists agree. */
  shared({ account, counts, page, unfinished, category: answered }: CaseListPage) {
    visitOf(this).work.active = account.active
    const tabs = caseTabs(counts)
    const category = answered ?? this.data.category ?? 'processing'
    return {
      category,
      tabs,
      others: otherLists(counts, category),
      byTurn: listsByTurn(counts, category),
      heading: headingOf(category),
      unfinished,
      listError: null,
      total: page.total,
      hint: tabs.find((tab) => tab.category === category)?.hint ?? '',
      emptyText: emptyText(category),
      loadingMore: false,
      moreFailure: null,
    }
  },

  onFewMore({ detail: { few } }: FewMore): void {
    visitOf(this).show({ few })
  },

  onFewDraftsMore({ detail: { few } }: FewMore): void {
    visitOf(this).show({ fewDrafts: few })
  },

  onCategoryTap(event: WechatMiniprogram.TouchEvent<object, object, { category: CaseCategory }>): Promise<void> {
    const { category } = event.currentTarget.dataset
    visitOf(this).restart({ category, ...NO_ROWS, few: FEW })
    return this.load()
  },

  async onReachBottom(): Promise<void> {
    const { category, pageNo, rows, total, status, few } = this.data
    if (!showsAll(rows.length, few)) return
    if (status.phase !== 'ready' || category === null || rows.length >= total) return
    const readMore = async (): Promise<void> => {
      const answer = await listCases(category, pageNo + 1)
      // The citizen has opened another list, or this one has become shorter, in the meantime.
      if (this.data.category !== category || this.data.pageNo !== pageNo) return
      const all = appendNew(this.data.rows, answer.page.rows, caseNoOf)
      visitOf(this).show({ ...this.shared(answer), rows: all, pageNo: pageNo + 1 })
    }
    await visitOf(this).act(readMore, 'moreFailure', 'loadingMore')
  },

  onCaseSelect(event: WechatMiniprogram.CustomEvent<{ caseNo: string }>): void {
    void goTo('progress', { caseNo: event.detail.caseNo })
  },

  onCaseBegin(event: WechatMiniprogram.CustomEvent<{ caseNo: string }>): void {
    void goTo('supplement', { caseNo: event.detail.caseNo })
  },

  onMattersTap(): void {
    void goTo('matters', {})
  },
})
