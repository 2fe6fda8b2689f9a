import * as v from 'valibot'
import { defineAction, MOVE_BUDGET_MS } from '../../kernel/define-action'
import { ourId, providerId } from '../../kernel/inputs'
import { readFileInfo } from '../../one-network/resources/past-files'
import { sessionOf } from '../../domain/account/session'
import { requireDeclaration } from '../../domain/declaration/access'
import { offerCopy } from '../../domain/storage/offer-copy'

const input = v.object({ draftId: ourId, earlierId: providerId })

/** A short-lived address of a file that was submitted before. */
export const previewEarlier = defineAction(
  'attachment.previewEarlier',
  input,
  async ({ draftId, earlierId }, context) => {
    const { active } = await requireDeclaration(draftId, context)
    const info = await readFileInfo(sessionOf(active.bindingId, context), earlierId)
    return offerCopy(info, '这个文件没有通过一网通的安全检查，不能打开，请选择别的文件', active, context, draftId)
  },
  MOVE_BUDGET_MS,
)
