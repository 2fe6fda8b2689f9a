import type { Output } from '../shared/contract/actions'
import type { CaseCategory } from '../shared/domain/case'
import { call } from './call'
import { keepCases } from './kept-answers'

export type CaseListPage = Output<'case.list'>
export type OpenedCase = Output<'case.open'>

/**
 * One page of one of the four lists, the counts of all four, and my unfinished drafts. `pageNo` starts at 1; without a
 * `category` the first list that needs the citizen. With the first page the drafts come also when the lists `failed`.
 */
export async function listCases(category: CaseCategory | undefined, pageNo: number): Promise<CaseListPage> {
  const part = pageNo === 1 ? { partly: true } : {}
  const list = await call('case.list', { ...(category === undefined ? {} : { category }), pageNo, ...part })
  if (list.failed === undefined) keepCases(list)
  return list
}

/** Progress of one case, with the receipt when it was filed here. */
export const openCase = (caseNo: string): Promise<OpenedCase> => call('case.open', { caseNo })
