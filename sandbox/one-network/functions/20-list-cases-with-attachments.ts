import { toCaseBrief } from '../case-life-cycle/case-wire'
import { pageOf, type PageRequest } from '../catalogue/page'
import { itemOf } from '../platform'
import type { CaseRecord } from '../state/records'
import { defineFunction, userOf } from './define'

interface Request extends PageRequest {
  readonly keyword?: string
  readonly itemId?: string
}

const attachCount = ({ materials }: CaseRecord): number =>
  materials.reduce((sum, { attachIds }) => sum + attachIds.length, 0)

/** #20 查找上传过附件的办件列表; newest first. */
export const listCasesWithAttachments = defineFunction<Request>(20, (call, request) => {
  const { platform } = call
  const keyword = request.keyword?.trim() ?? ''
  const rows = platform.store.cases
    .ownedBy(userOf(call).userId)
    .filter((record) => attachCount(record) > 0)
    .filter((record) => request.itemId === undefined || record.itemId === request.itemId)
    .filter((record) => record.caseNo.includes(keyword) || itemOf(platform, record.itemId).name.includes(keyword))
    .slice()
    .sort((a, b) => b.submittedAt - a.submittedAt || b.caseNo.localeCompare(a.caseNo))
  const page = pageOf(rows, request)
  return {
    ...page,
    rows: page.rows.map((record) => ({
      ...toCaseBrief(record, itemOf(platform, record.itemId), platform.now()),
      attachCount: attachCount(record),
    })),
  }
})
