import { createReadStream } from 'node:fs'
import * as v from 'valibot'
import { fileTypeOf } from '../../../miniprogram/shared/domain/file-kind'
import { defineAction } from '../../kernel/define-action'
import { notFound } from '../../kernel/errors'
import { providerId } from '../../kernel/inputs'
import { LARGEST_FILE } from '../../one-network/limits'
import { readFileInfo } from '../../one-network/resources/past-files'
import { requireIdentity } from '../../domain/account/identity'
import { sessionOf } from '../../domain/account/session'
import { withDownload } from '../../domain/storage/stored-file'
import { refuse } from '../../files/refuse'
import { offerFile } from '../../domain/storage/offer'

/** Moving a file takes time; the transfer function's own timeout limits it. */
const BUDGET_MS = 60_000

/**
 * A short-lived address of a file of a case (#8), passed through our storage as `attachment.previewEarlier` does. Whose
 * file it is the provider decides by the token; one of another case answers NOT_FOUND as well.
 */
export const previewSupplementFile = defineAction(
  'supplement.previewFile',
  v.object({ caseNo: providerId, fileId: providerId }),
  async ({ caseNo, fileId }, context) => {
    const active = await requireIdentity(context)
    const info = await readFileInfo(sessionOf(active.bindingId, context), fileId)
    if (info.caseNo !== caseNo) throw notFound('file of the case')
    if (info.blocked) throw refuse('这个文件没有通过一网通的安全检查，不能打开，请以您手里的原件为准')
    const place = { draftId: '', purpose: 'preview', materialId: '', fieldId: '' } as const
    return withDownload(info.downloadUrl, LARGEST_FILE, context, ({ path }) =>
      offerFile(createReadStream(path), fileTypeOf(info.fileName), place, active, context),
    )
  },
  { budgetMs: BUDGET_MS },
)
