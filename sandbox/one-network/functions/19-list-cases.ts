import { toCaseBrief } from '../case-life-cycle/case-wire'
import { isInCategory } from '../case-life-cycle/facts'
import type { CaseCategory } from '../case-life-cycle/statuses'
import { pageOf, type PageRequest } from '../catalogue/page'
import { beijingDate } from '../clock'
import { itemOf } from '../platform'
import { defineFunction, userOf } from './define'

interface Request extends PageRequest {
  readonly category: CaseCategory
  readonly keyword?: string
  readonly beginDate?: string
  readonly endDate?: string
}

/** #19 查看补证件、在办件、办结件、承诺补证件; newest first. */
export const listCases = defineFunction<Request>(19, (call, request) => {
  const { platform } = call
  const keyword = request.keyword?.trim() ?? ''
  const rows = platform.store.cases
    .ownedBy(userOf(call).userId)
    .filter((record) => {
      const day = beijingDate(record.submittedAt)
      return (
        isInCategory(record, request.category) &&
        (request.beginDate === undefined || day >= request.beginDate) &&
        (request.endDate === undefined || day <= request.endDate) &&
        (record.caseNo.includes(keyword) || itemOf(platform, record.itemId).name.includes(keyword))
      )
    })
    .slice()
    .sort((a, b) => b.submittedAt - a.submittedAt || b.caseNo.localeCompare(a.caseNo))
  const page = pageOf(rows, request)
  return {
    ...page,
    rows: page.rows.map((record) => toCaseBrief(record, itemOf(platform, record.itemId), platform.now())),
  }
})
