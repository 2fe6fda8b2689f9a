import {
  type CaseBrief,
  type CaseCategory,
  type CaseCounts,
  type CasePage,
  type CaseProgress,
} from '../../../miniprogram/shared/domain/case'
import { type Waiting } from '../../kernel/context'
import { must, rowsOf } from '../answers'
import { oneNetwork } from '../client'
import { toCaseBrief, toCaseCounts, toCaseProgress } from '../mappers/cases'
import { toEvaluatedCase } from '../mappers/evaluations'
import { type EvaluatedCase } from '../../../miniprogram/shared/domain/evaluation'
import { count, text } from '../read'

/** Numbers of the four lists (#18). */
export async function countCases(userToken: string, waiting: Waiting): Promise<CaseCounts> {
  const data = await oneNetwork().call('getCaseCounts', {}, waiting, { userToken })
  return must(toCaseCounts(data), 'counts')
}

/** One page of a list, newest first (#19). */
export async function listCases(
  category: CaseCategory,
  pageNo: number,
  pageSize: number,
  userToken: string,
  waiting: Waiting,
): Promise<CasePage> {
  const data = await oneNetwork().call('listCases', { category, pageNo, pageSize }, waiting, { userToken })
  const rows = rowsOf(data)
    .map(toCaseBrief)
    .filter((row) => row.caseNo !== '')
  const total = count(data?.total) ?? rows.length
  return { total, pageNo: count(data?.pageNo) ?? pageNo, pageSize: count(data?.pageSize) ?? pageSize, rows }
}

/** Progress of one case (#27). NOT_FOUND when it does not exist or is not the user's. */
export async function readProgress(caseNo: string, userToken: string, waiting: Waiting): Promise<CaseProgress> {
  return toCaseProgress(await progressData(caseNo, userToken, waiting))
}

/** The same case as the page of its evaluation shows it (#27). */
export async function readEvaluatedCase(caseNo: string, userToken: string, waiting: Waiting): Promise<EvaluatedCase> {
  return toEvaluatedCase(await progressData(caseNo, userToken, waiting))
}

async function progressData(caseNo: string, userToken: string, waiting: Waiting) {
  const data = await oneNetwork().call('getCaseProgress', { caseNo }, waiting, { userToken })
  must(text(data?.caseNo), 'caseNo')
  return data
}

const SEARCH_PAGE = 50
/** A case that was submitted minutes ago stands on the first pages: the lists are newest first. */
const SEARCH_PAGES = 2
/** Just submitted cases are in "processing"; the others follow in case that the office was fast. */
const SEARCH_ORDER: readonly CaseCategory[] = ['2', '1', '3']

/** The case that a declaration became, if any (#19; used when the answer to a submit was lost). */
export async function findCaseOf(
  declareNo: string,
  userToken: string,
  waiting: Waiting,
): Promise<CaseBrief | undefined> {
  for (const category of SEARCH_ORDER) {
    for (let pageNo = 1; pageNo <= SEARCH_PAGES; pageNo += 1) {
      const body = { category, pageNo, pageSize: SEARCH_PAGE }
      const rows = rowsOf(await oneNetwork().call('listCases', body, waiting, { userToken }))
      const found = rows.find((row) => text(row.declareNo) === declareNo && text(row.caseNo) !== undefined)
      if (found) return toCaseBrief(found)
      if (rows.length < SEARCH_PAGE) break
    }
  }
  return undefined
}
