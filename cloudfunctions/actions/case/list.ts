import * as v from 'valibot'
import {
  CASE_CATEGORIES,
  type CaseCategory,
  type CaseCounts,
  type CasePage,
  firstCategory,
} from '../../../miniprogram/shared/domain/case'
import { defineAction } from '../../kernel/define-action'
import { countCases, listCases as listCasesOf } from '../../one-network/resources/cases'
import { type UserSession } from '../../one-network/user-session'
import { listUnfinished } from '../../stores/declarations'
import { requireAccount } from '../../domain/account/identity'
import { sessionOf } from '../../domain/account/session'
import { withSituations } from '../../domain/case/situations'
import { withWorkingDays } from '../../domain/case/turns'
import { toBrief } from '../../domain/declaration/view'

const LISTS = CASE_CATEGORIES.map(({ category }) => category)

const input = v.object({
  category: v.optional(v.picklist(LISTS)),
  pageNo: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
})

const PAGE_SIZE = 20

/** All lists at the same time, as nobody knows yet which needs the citizen; the counts (#18) then tell. */
async function firstNeeded(session: UserSession): Promise<readonly [CaseCategory, CaseCounts, CasePage]> {
  const [counts, ...pages] = await Promise.all([
    countCases(session),
    ...LISTS.map((category) => listCasesOf(session, category, 1, PAGE_SIZE)),
  ])
  const category = firstCategory(counts)
  const page = pages[LISTS.indexOf(category)]
  return [category, counts, page ?? { total: 0, pageNo: 1, pageSize: PAGE_SIZE, rows: [] }]
}

async function chosen(session: UserSession, category: CaseCategory, pageNo: number) {
  const [counts, page] = await Promise.all([countCases(session), listCasesOf(session, category, pageNo, PAGE_SIZE)])
  return [category, counts, page] as const
}

/** One of the four lists (#19), all counts (#18), and what is not submitted yet, read at the same time. */
export const listCases = defineAction('case.list', input, async ({ category, pageNo }, context) => {
  const { view, active } = await requireAccount(context)
  const session = sessionOf(active.bindingId, context)
  const [[shown, counts, page], unfinished] = await Promise.all([
    category === undefined ? firstNeeded(session) : chosen(session, category, pageNo),
    listUnfinished(active),
  ])
  const rows = (await withSituations(page.rows, active)).map((row) => withWorkingDays(row, context.now()))
  return { account: view, counts, page: { ...page, rows }, unfinished: unfinished.map(toBrief), category: shown }
})
