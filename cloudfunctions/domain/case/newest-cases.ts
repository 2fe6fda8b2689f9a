import { type CaseBrief, type CaseCategory } from '../../../miniprogram/shared/domain/case'
import { type Context } from '../../kernel/context'
import { listCases } from '../../one-network/resources/cases'
import { type ActiveIdentity } from '../account/identity'
import { sessionOf } from '../account/session'

/** With the three lists no more than the eight questions at once that a user may ask in a second (contract chapter 11). */
export const CASES_A_PAGE = 5
/** A hundred cases are looked through; who has more finds the older ones in the list of cases. */
export const MOST_PAGES = 20
/** The provider's largest page. */
const READ_AT_ONCE = 50

/** Every case is in exactly one of them; 承诺补证件 overlaps (contract chapter 4). */
const LISTS: readonly CaseCategory[] = ['finished', 'processing', 'supplement']

export interface NewestCases {
  readonly total: number
  readonly rows: readonly CaseBrief[]
}

async function firstOf(category: CaseCategory, wanted: number, active: ActiveIdentity, context: Context) {
  const session = sessionOf(active.bindingId, context)
  const rows: CaseBrief[] = []
  for (let pageNo = 1; ; pageNo += 1) {
    const page = await listCases(session, category, pageNo, READ_AT_ONCE)
    rows.push(...page.rows)
    if (rows.length >= wanted || page.rows.length < READ_AT_ONCE) return { total: page.total, rows }
  }
}

/** A page of all cases of the identity, newest first (#19): the lists, each newest first, are merged. */
export async function newestCases(pageNo: number, active: ActiveIdentity, context: Context): Promise<NewestCases> {
  const end = pageNo * CASES_A_PAGE
  const lists = await Promise.all(LISTS.map((category) => firstOf(category, end, active, context)))
  const rows = lists
    .flatMap((list) => list.rows)
    .sort((a, b) => b.submittedAt.localeCompare(a.submittedAt) || b.caseNo.localeCompare(a.caseNo))
  return { total: lists.reduce((sum, { total }) => sum + total, 0), rows: rows.slice(end - CASES_A_PAGE, end) }
}
