import { look } from '../../../../behaviors/look'
import { LOADING } from '../../../../behaviors/page-status'
import { endVisit, visitOf } from '../../../../behaviors/visit'
import { goTo } from '../../../../platform/routes'
import { listDocuments, type DocumentsPage } from '../../../../services/documents'
import { appendNew, readPages } from '../../../../services/paged-list'
import type { Failure } from '../../../../services/service-error'
import type { AccountView } from '../../../../shared/domain/account'
import { casesWithDocuments, seenText, type CaseDocumentsView } from './documents-view'

type CaseTap = WechatMiniprogram.TouchEvent<object, object, { caseNo: string }>

Page({
  behaviors: [look],

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

  /** As many cases as were looked through: a part that is asked for again stays where it is. */
  load(): Promise<void> {
    return visitOf(this).load(
      () => readPages(listDocuments, this.data.pageNo),
      (pages) => {
        // Older ones came meanwhile: what is shown is as new as this.
        if (pages.length !== this.data.pageNo) return
        return { ...pages.reduce(appended, { cases: [], count: 0 }), moreFailure: null }
      },
    )
  },

  onMoreTap(): Promise<boolean> {
    const { pageNo, account } = this.data
    return visitOf(this).act(async () => {
      const page = await listDocuments(pageNo + 1)
      // The list was read anew in the meantime.
      if (this.data.pageNo !== pageNo || this.data.account !== account) return
      visitOf(this).show({ ...appended(this.data, page), pageNo: pageNo + 1 })
    }, 'moreFailure')
  },

  onCaseTap(event: CaseTap): void {
    void goTo('progress', { caseNo: event.currentTarget.dataset.caseNo })
  },

  onCasesTap(): void {
    void goTo('cases', {})
  },
})

interface Looked {
  readonly cases: readonly CaseDocumentsView[]
  /** Cases looked through. */
  readonly count: number
}

/** What the list is after a further page. */
function appended({ cases, count }: Looked, page: DocumentsPage) {
  const seen = count + page.cases.length
  const all = appendNew(cases, casesWithDocuments(page), ({ caseNo }) => caseNo)
  return {
    account: page.account,
    cases: all,
    more: page.more,
    count: seen,
    seen: seenText(seen, all.length, page.total, page.more),
  }
}
