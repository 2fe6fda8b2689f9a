import * as v from 'valibot'
import {
  CASE_CATEGORIES,
  type CaseCategory,
  type CaseCounts,
  type CasePage,
  firstCategory,
} from '../../../miniprogram/shared/domain/case'
import { type Context } from '../../kernel/context'
import { defineAction } from '../../kernel/define-action'
import { AppError } from '../../kernel/errors'
import { loadable } from '../../kernel/loadable'
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
  partly: v.optional(v.boolean()),
})

const PAGE_SIZE = 20

const NO_PAGE: CasePage = { total: 0, pageNo: 1, pageSize: PAGE_SIZE, rows: [] }
const NO_COUNTS: CaseCounts = { supplement: 0, processing: 0, finished: 0, promise: 0 }

interface Lists {
  readonly category: CaseCategory
  readonly counts: CaseCounts
  readonly page: CasePage
}

/** How many each list has says the list itself (#19), too. */
async function totalsOf(session: UserSession): Promise<CaseCounts> {
  const pages = await Promise.all(LISTS.map((category) => listCasesOf(session, category, 1, 1)))
  const totals = LISTS.map((category, index) => [category, pages[index]?.total ?? 0] as const)
  return { ...NO_COUNTS, ...Object.fromEntries(totals) }
}

/** The counts (#18), which the lists stand in for while they fail alone. */
const countsOf = (session: UserSession): Promise<CaseCounts> =>
  countCases(session).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
    return totalsOf(session)
  })

/** All lists at the same time, as nobody knows yet which needs the citizen; the counts then tell. */
async function firstNeeded(session: UserSession): Promise<Lists> {
  const [counts, ...pages] = await Promise.all([
    countsOf(session),
    ...LISTS.map((category) => listCasesOf(session, category, 1, PAGE_SIZE)),
  ])
  const category = firstCategory(counts)
  return { category, counts, page: pages[LISTS.indexOf(category)] ?? NO_PAGE }
}

async function chosen(session: UserSession, category: CaseCategory, pageNo: number): Promise<Lists> {
  const [counts, page] = await Promise.all([countsOf(session), listCasesOf(session, category, pageNo, PAGE_SIZE)])
  return { category, counts, page }
}

/** What the provider has of it; asked `partly`, why it does not say. */
async function listsOf(reading: Promise<Lists>, partly: boolean, context: Context) {
  if (!partly) return reading
  const lists = await loadable(reading, context)
  return lists.ok ? lists.value : { counts: NO_COUNTS, page: NO_PAGE, failed: lists.error }
}

/** One of the four lists (#19), all counts (#18), and what is not submitted yet, read at the same time. */
export const listCases = defineAction('case.list', input, async ({ category, pageNo, partly }, context) => {
  const { view, active } = await requireAccount(context)
  const session = sessionOf(active.bindingId, context)
  const reading = category === undefined ? firstNeeded(session) : chosen(session, category, pageNo)
  const [lists, unfinished] = await Promise.all([listsOf(reading, partly === true, context), listUnfinished(active)])
  const { page } = lists
  const rows = (await withSituations(page.rows, active)).map((row) => withWorkingDays(row, context.now()))
  return { account: view, ...lists, page: { ...page, rows }, unfinished: unfinished.map(toBrief) }
})
