import type { Attachment } from '../../../shared/domain/attachment'
import { NO_PROMISES } from '../../../shared/domain/promise'
import { workingDaysBy } from '../../../shared/form/index'
import type { Grounds, JudgedFile } from '../../../shared/judge/index'
import type { Filled } from './filled'

/** A file as the judge sees it. */
export const toJudged = ({
  attachmentId,
  materialId,
  fieldId = '',
  state,
  providerId = '',
}: Attachment): JudgedFile => ({ id: attachmentId, materialId, fieldId, state, providerId })

/** What the forms of the page are judged by; the server makes the same of its rows. */
export function groundsOf(filled: Filled): Grounds {
  const { facts, today, calendar } = filled
  const known = { facts, today, workingDays: workingDaysBy(calendar), barred: '' }
  if (filled.kind === 'correction') {
    return { ...known, files: { kind: 'case', counts: filled.fileCounts }, promises: NO_PROMISES }
  }
  const { materials, attachments, promises } = filled
  return { ...known, files: { kind: 'draft', materials, list: attachments.map(toJudged) }, promises }
}
