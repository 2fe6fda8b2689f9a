import {
  CASE_CATEGORIES,
  type CaseCategory,
  type CaseCounts,
  type CasePage,
  firstCategory,
} from '../../../miniprogram/shared/domain/case'
import { type Context } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { loadable } from '../../kernel/loadable'
import { countCases, listCases } from '../../one-network/resources/cases'
import { type UserSession } from '../../one-network/user-session'

const LISTS = CASE_CATEGORIES.map(({ category }) => category)
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
  const pages = await Promise.all(LISTS.map((category) => listCases(session, category, 1, 1)))
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
    ...LISTS.map((category) => listCases(session, category, 1, PAGE_SIZE)),
  ])
  const category = firstCategory(counts)
  return { category, counts, page: pages[LISTS.indexOf(category)] ?? NO_PAGE }
}

async function chosen(session: UserSession, category: CaseCategory, pageNo: number): Promise<Lists> {
  const [counts, page] = await Promise.all([countsOf(session), listCases(session, category, pageNo, PAGE_SIZE)])
  return { category, counts, page }
}

interface Wanted {
  /** Absent: the first list that needs the citizen. */
  readonly category?: CaseCategory | undefined
  readonly pageNo: number
  /** A failure is a part of the answer. */
  readonly partly?: boolean | undefined
}

/** One of the four lists (#19) with all counts (#18); asked `partly`, why the provider does not say. */
export async function listsOf(session: UserSession, { category, pageNo, partly }: Wanted, context: Context) {
  const reading = category === undefined ? firstNeeded(session) : chosen(session, category, pageNo)
  if (partly !== true) return reading
  const lists = await loadable(reading, context)
  return lists.ok ? lists.value : { counts: NO_COUNTS, page: NO_PAGE, failed: lists.error }
}
