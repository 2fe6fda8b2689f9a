import { createReadStream } from 'node:fs'
import * as v from 'valibot'
import { fileTypeOf } from '../../../miniprogram/shared/domain/file-kind'
import { defineAction } from '../../kernel/define-action'
import { notFound } from '../../kernel/errors'
import { providerId } from '../../kernel/inputs'
import { LARGEST_FILE } from '../../one-network/limits'
import { readProgress } from '../../one-network/resources/cases'
import { readFileInfo } from '../../one-network/resources/past-files'
import { requireIdentity } from '../../domain/account/identity'
import { sessionOf } from '../../domain/account/session'
import { offerFile } from '../../domain/storage/offer'
import { withDownload } from '../../domain/storage/stored-file'
import { refuse } from '../../files/refuse'

/** Moving a file takes time; the transfer function's own timeout limits it. */
const BUDGET_MS = 60_000

/**
 * A short-lived address of a document that the office issued (#27, #8), passed through our storage as
 * `attachment.previewEarlier` does. Whose case it is the provider decides by the token; another's case, a missing one and a
 * file that is no document of this case answer the same NOT_FOUND.
 */
export const previewDocument = defineAction(
  'document.preview',
  v.object({ caseNo: providerId, documentId: providerId }),
  async ({ caseNo, documentId }, context) => {
    const active = await requireIdentity(context)
    const session = sessionOf(active.bindingId, context)
    const { documents } = await readProgress(session, caseNo)
    const document = documents.find((issued) => issued.documentId === documentId)
    if (document === undefined) throw notFound('document of the case')
    const info = await readFileInfo(session, documentId)
    if (info.blocked) throw refuse('这份文书没有通过一网通的安全检查，不能打开，请到窗口领取纸质件')
    const place = { draftId: '', purpose: 'preview', materialId: '', fieldId: '' } as const
    const fileName = info.fileName || `${document.name}.pdf`
    const offered = await withDownload(info.downloadUrl, LARGEST_FILE, context, ({ path }) =>
      offerFile(createReadStream(path), fileTypeOf(fileName), place, active, context),
    )
    return { ...offered, fileName }
  },
  { budgetMs: BUDGET_MS },
)
