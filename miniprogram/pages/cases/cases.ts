import { LOADING } from '../../behaviors/page-status'
import { endVisit, visitOf } from '../../behaviors/visit'
import { goTo, takeTabParams } from '../../platform/routes'
import { offerNewVersion } from '../../services/app-update'
import { listCases, type CaseListPage } from '../../services/cases'
import type { Failure } from '../../services/service-error'
import type { AccountView } from '../../shared/domain/account'
import type { CaseBrief, CaseCategory } from '../../shared/domain/case'
import type { DeclarationBrief } from '../../shared/domain/declaration'
import { caseTabs, emptyText, type CaseTab } from './case-tabs'

interface Chosen {
  readonly category: CaseCategory
}

/** 在办件 is what most people look for. */
const FIRST: Chosen = { category: 'processing' }

Page({
  data: {
    /** From the server. */
    account: null as AccountView | null,
    tabs: [] as readonly CaseTab[],
    rows: [] as readonly CaseBrief[],
    total: 0,
    unfinished: [] as readonly DeclarationBrief[],
    /** Page state. */
    ...FIRST,
    hint: '',
    emptyText: '',
    status: LOADING,
    pageNo: 1,
    loadingMore: false,
    moreFailure: null as Failure | null,
  },

  onShow(): Promise<void> {
    void offerNewVersion()
    const { category } = takeTabParams('cases')
    if (category !== undefined && category !== this.data.category) {
      visitOf(this).restart({ category })
    }
    return this.load()
  },

  onUnload: endVisit,

  load(): Promise<void> {
    const { category } = this.data
    return visitOf(this).load(
      () => listCases(category, 1),
      (answer) => ({ ...this.shared(answer), rows: answer.page.rows, pageNo: 1 }),
    )
  },

  /** What every answer brings up to date, so that counts and lists agree. */
  shared({ account, counts, page, unfinished }: CaseListPage) {
    const tabs = caseTabs(counts)
    const { category } = this.data
    return {
      account,
      tabs,
      unfinished,
      total: page.total,
      hint: tabs.find((tab) => tab.category === category)?.hint ?? '',
      emptyText: emptyText(category),
      loadingMore: false,
      moreFailure: null,
    }
  },

  onCategoryTap(event: WechatMiniprogram.TouchEvent<object, object, { category: CaseCategory }>): Promise<void> {
    const { category } = event.currentTarget.dataset
    visitOf(this).restart({ category, rows: [], total: 0 })
    return this.load()
  },

  async onReachBottom(): Promise<void> {
    const { category, pageNo, rows, total, status } = this.data
    if (status.phase !== 'ready' || rows.length >= total) return
    const readMore = async (): Promise<void> => {
      const answer = await listCases(category, pageNo + 1)
      // The citizen has opened another list, or this one was read again, in the meantime.
      if (this.data.category !== category || this.data.pageNo !== pageNo) return
      visitOf(this).show({ ...this.shared(answer), rows: appendNew(rows, answer.page.rows), pageNo: pageNo + 1 })
    }
    await visitOf(this).act(readMore, 'moreFailure', 'loadingMore')
  },

  onCaseSelect(event: WechatMiniprogram.CustomEvent<{ caseNo: string }>): void {
    const { caseNo } = event.detail
    // In these two lists something is wanted of the applicant; the progress is one tap further.
    const isWanted = this.data.category === 'supplement' || this.data.category === 'promise'
    void goTo(isWanted ? 'supplement' : 'progress', { caseNo })
  },

  onMattersTap(): void {
    void goTo('matters', {})
  },
})

/** Pages shift when a case arrives in between: a row that is already shown is not shown twice. */
function appendNew(rows: readonly CaseBrief[], more: readonly CaseBrief[]): readonly CaseBrief[] {
  const known = new Set(rows.map(({ caseNo }) => caseNo))
  return [...rows, ...more.filter(({ caseNo }) => !known.has(caseNo))]
}
