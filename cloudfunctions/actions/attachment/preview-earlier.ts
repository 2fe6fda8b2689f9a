import { createReadStream } from 'node:fs'
import * as v from 'valibot'
import { fileTypeOf } from '../../../miniprogram/shared/domain/file-kind'
import { defineAction } from '../../kernel/define-action'
import { ourId, providerId } from '../../kernel/inputs'
import { LARGEST_FILE } from '../../one-network/limits'
import { readFileInfo } from '../../one-network/resources/past-files'
import { sessionOf } from '../../domain/account/session'
import { requireDeclaration } from '../../domain/declaration/access'
import { offerFile } from '../../domain/storage/offer'
import { withDownload } from '../../domain/storage/stored-file'
import { refuse } from '../../files/refuse'

/** Moving a file takes time; the transfer function's own timeout limits it. */
const BUDGET_MS = 60_000

const input = v.object({ draftId: ourId, earlierId: providerId })

/**
 * A short-lived address of a file that was submitted before. The provider's own address (#8) is good for whoever has it
 * and must not be passed on, so the bytes go through our storage, from where the clean-up deletes them.
 */
export const previewEarlier = defineAction(
  'attachment.previewEarlier',
  input,
  async ({ draftId, earlierId }, context) => {
    const { active } = await requireDeclaration(draftId, context)
    const info = await readFileInfo(sessionOf(active.bindingId, context), earlierId)
    if (info.blocked) throw refuse('这个文件没有通过一网通的安全检查，不能打开，请选择别的文件')
    const place = { draftId, purpose: 'preview', materialId: '', fieldId: '' } as const
    return withDownload(info.downloadUrl, LARGEST_FILE, context, ({ path }) =>
      offerFile(createReadStream(path), fileTypeOf(info.fileName), place, active, context),
    )
  },
  { budgetMs: BUDGET_MS },
)
