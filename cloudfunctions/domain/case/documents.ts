import {
  type CaseBrief,
  type CaseDocuments,
  type CaseDocumentsPage,
  type IssuedDocument,
  shortNameOf,
} from '../../../miniprogram/shared/domain/case'
import { type Context } from '../../kernel/context'
import { loadable } from '../../kernel/loadable'
import { readProgress } from '../../one-network/resources/cases'
import { type ActiveIdentity } from '../account/identity'
import { sessionOf } from '../account/session'
import { CASES_A_PAGE, MOST_PAGES, newestCases } from './newest-cases'

const newestFirst = (documents: readonly IssuedDocument[]): readonly IssuedDocument[] =>
  [...documents].sort((a, b) => (b.issuedAt ?? '').localeCompare(a.issuedAt ?? ''))

async function documentsOf(brief: CaseBrief, active: ActiveIdentity, context: Context): Promise<CaseDocuments> {
  const { caseNo, status, submittedAt } = brief
  const read = readProgress(sessionOf(active.bindingId, context), caseNo)
  const documents = await loadable(
    read.then((progress) => newestFirst(progress.documents)),
    context,
  )
  return { caseNo, matterName: shortNameOf(brief), statusName: status.name, submittedAt, documents }
}

/** The documents of a few cases, those that were filed last first. */
export async function documentsOfCases(
  pageNo: number,
  active: ActiveIdentity,
  context: Context,
): Promise<CaseDocumentsPage> {
  const { total, rows } = await newestCases(pageNo, active, context)
  const cases = await Promise.all(rows.map((brief) => documentsOf(brief, active, context)))
  return { pageNo, total, more: pageNo < MOST_PAGES && pageNo * CASES_A_PAGE < total, cases }
}
