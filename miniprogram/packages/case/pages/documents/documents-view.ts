import type { ReplyError } from '../../../../shared/contract/reply'
import type { CaseDocuments, CaseDocumentsPage, IssuedDocument } from '../../../../shared/domain/case'
import { formatBeijingDate } from '../../../../shared/domain/time'

/** A case with documents, or one whose documents could not be read now. */
export interface CaseDocumentsView {
  readonly caseNo: string
  readonly matterName: string
  readonly facts: string
  readonly documents: readonly IssuedDocument[]
  readonly error: ReplyError | null
}

const viewOf = ({ caseNo, matterName, statusName, submittedAt, documents }: CaseDocuments): CaseDocumentsView => ({
  caseNo,
  matterName,
  facts: [submittedAt === '' ? '' : `${formatBeijingDate(submittedAt)}提交`, statusName].filter(Boolean).join('，'),
  documents: documents.ok ? documents.value : [],
  error: documents.ok ? null : documents.error,
})

/** The cases of a page that have something to show. */
export const casesWithDocuments = ({ cases }: CaseDocumentsPage): readonly CaseDocumentsView[] =>
  cases.map(viewOf).filter(({ documents, error }) => documents.length > 0 || error !== null)

/**
 * How far the list was looked through.
 * @param seen cases looked through @param found of them those with documents @param more = there are older ones to look at
 */
export function seenText(seen: number, found: number, total: number, more: boolean): string {
  if (more) return `最近 ${seen} 件办件里，${found} 件有文书。更早的还有 ${total - seen} 件没有列出。`
  if (seen < total) return `这里只看最近的 ${seen} 件办件。更早的，请到“办件”里打开那一件查看。`
  return `${total} 件办件都看过了。`
}
