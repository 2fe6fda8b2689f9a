import {
  type CaseBrief,
  type CaseCategory,
  type CaseCounts,
  type CasePage,
  type CaseProgress,
} from '../../../miniprogram/shared/domain/case'
import { must, rowsOf } from '../answers'
import { fromCategory, toCaseBrief, toCaseCounts, toCaseProgress } from '../mappers/cases'
import { toEvaluatedCase } from '../mappers/evaluations'
import { type EvaluatedCase } from '../../../miniprogram/shared/domain/evaluation'
import { count, text } from '../read'
import { type UserSession } from '../user-session'

/** Numbers of the four lists (#18). */
export async function countCases(user: UserSession): Promise<CaseCounts> {
  const data = await user.call('getCaseCounts', {})
  return must(toCaseCounts(data), 'counts')
}

/** One page of a list, newest first (#19). */
export async function listCases(
  user: UserSession,
  category: CaseCategory,
  pageNo: number,
  pageSize: number,
): Promise<CasePage> {
  const data = await user.call('listCases', { category: fromCategory(category), pageNo, pageSize })
  const rows = rowsOf(data)
    .map(toCaseBrief)
    .filter((row) => row.caseNo !== '')
  const total = count(data?.total) ?? rows.length
  return { total, pageNo: count(data?.pageNo) ?? pageNo, pageSize: count(data?.pageSize) ?? pageSize, rows }
}

/** Progress of one case (#27). NOT_FOUND when it does not exist or is not the user's. */
export async function readProgress(user: UserSession, caseNo: string): Promise<CaseProgress> {
  return toCaseProgress(await progressData(user, caseNo))
}

/** The same case as the page of its evaluation shows it (#27). */
export async function readEvaluatedCase(user: UserSession, caseNo: string): Promise<EvaluatedCase> {
  return toEvaluatedCase(await progressData(user, caseNo))
}

async function progressData(user: UserSession, caseNo: string) {
  const data = await user.call('getCaseProgress', { caseNo })
  must(text(data?.caseNo), 'caseNo')
  return data
}

const SEARCH_PAGE = 50
/** A case that was submitted minutes ago stands on the first pages: the lists are newest first. */
const SEARCH_PAGES = 2
/** Just submitted cases are in "processing"; the others follow in case that the office was fast. */
const SEARCH_ORDER: readonly CaseCategory[] = ['processing', 'supplement', 'finished']

/** The case that a declaration became, if any (#19; used when the answer to a submit was lost). */
export async function findCaseOf(user: UserSession, declareNo: string): Promise<CaseBrief | undefined> {
  for (const category of SEARCH_ORDER) {
    for (let pageNo = 1; pageNo <= SEARCH_PAGES; pageNo += 1) {
      const body = { category: fromCategory(category), pageNo, pageSize: SEARCH_PAGE }
      const rows = rowsOf(await user.call('listCases', body))
      const found = rows.find((row) => text(row.declareNo) === declareNo && text(row.caseNo) !== undefined)
      if (found) return toCaseBrief(found)
      if (rows.length < SEARCH_PAGE) break
    }
  }
  return undefined
}
