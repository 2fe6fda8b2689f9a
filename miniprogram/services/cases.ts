import type { Output } from '../shared/contract/actions'
import type { CaseCategory } from '../shared/domain/case'
import { call } from './call'

export type CaseListPage = Output<'case.list'>
export type OpenedCase = Output<'case.open'>

/**
 * One page of one of the four lists, the counts of all four, and my unfinished drafts. `pageNo` starts at 1; without a
 * `category` the first list that needs the citizen.
 */
export const listCases = (category: CaseCategory | undefined, pageNo: number): Promise<CaseListPage> =>
  call('case.list', { ...(category === undefined ? {} : { category }), pageNo })

/** Progress of one case, with the receipt when it was filed here. */
export const openCase = (caseNo: string): Promise<OpenedCase> => call('case.open', { caseNo })
