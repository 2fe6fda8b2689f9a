import { LOADING } from '../../../../behaviors/page-status'
import { endVisit, visitOf } from '../../../../behaviors/visit'
import { goTo } from '../../../../platform/routes'
import { listDocuments } from '../../../../services/documents'
import type { Failure } from '../../../../services/service-error'
import type { AccountView } from '../../../../shared/domain/account'
import { casesWithDocuments, seenText, type CaseDocumentsView } from './documents-view'

type CaseTap = WechatMiniprogram.TouchEvent<object, object, { caseNo: string }>

Page({
  data: {
    /** From the server. */
    account: null as AccountView | null,
    cases: [] as readonly CaseDocumentsView[],
    more: false,
    seen: '',
    /** Cases looked through. */
    count: 0,
    /** Page state. */
    status: LOADING,
    pageNo: 1,
    busy: false,
    moreFailure: null as Failure | null,
  },

  onLoad(): Promise<void> {
    return this.load()
  },

  onUnload: endVisit,

  load(): Promise<void> {
    return visitOf(this).load(
      () => listDocuments(1),
      (page) => ({
        account: page.account,
        cases: casesWithDocuments(page),
        more: page.more,
        count: page.cases.length,
        seen: seenText(page.cases.length, page.total, page.more),
        pageNo: 1,
        moreFailure: null,
      }),
    )
  },

  /** Another identity: what is shown is not its own. */
  onIdentityChange(): Promise<void> {
    visitOf(this).restart({ cases: [], more: false, seen: '' })
    return this.load()
  },

  onMoreTap(): Promise<boolean> {
    const { pageNo, account } = this.data
    return visitOf(this).act(async () => {
      const page = await listDocuments(pageNo + 1)
      // The list was read anew in the meantime.
      if (this.data.pageNo !== pageNo || this.data.account !== account) return
      const known = new Set(this.data.cases.map(({ caseNo }) => caseNo))
      const count = this.data.count + page.cases.length
      visitOf(this).show({
        cases: [...this.data.cases, ...casesWithDocuments(page).filter(({ caseNo }) => !known.has(caseNo))],
        more: page.more,
        count,
        seen: seenText(count, page.total, page.more),
        pageNo: pageNo + 1,
      })
    }, 'moreFailure')
  },

  onCaseTap(event: CaseTap): void {
    void goTo('progress', { caseNo: event.currentTarget.dataset.caseNo })
  },

  onCasesTap(): void {
    void goTo('cases', {})
  },
})
