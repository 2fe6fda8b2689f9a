import * as v from 'valibot'
import { defineAction, MOVE_BUDGET_MS } from '../../kernel/define-action'
import { notFound } from '../../kernel/errors'
import { providerId } from '../../kernel/inputs'
import { readProgress } from '../../one-network/resources/cases'
import { readFileInfo } from '../../one-network/resources/past-files'
import { requireIdentity } from '../../domain/account/identity'
import { sessionOf } from '../../domain/account/session'
import { offerCopy } from '../../domain/storage/offer-copy'

/**
 * A short-lived address of a document that the office issued (#27). Whose case it is the provider decides by the token;
 * another's case, a missing one and a file that is no document of this case answer the same NOT_FOUND.
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
    const fileName = info.fileName || `${document.name}.pdf`
    const refusal = '这份文书没有通过一网通的安全检查，不能打开，请到窗口领取纸质件'
    return { ...(await offerCopy({ ...info, fileName }, refusal, active, context)), fileName }
  },
  MOVE_BUDGET_MS,
)
