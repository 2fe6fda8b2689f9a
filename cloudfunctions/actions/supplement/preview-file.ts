import * as v from 'valibot'
import { defineAction, MOVE_BUDGET_MS } from '../../kernel/define-action'
import { notFound } from '../../kernel/errors'
import { providerId } from '../../kernel/inputs'
import { readFileInfo } from '../../one-network/resources/past-files'
import { requireIdentity } from '../../domain/account/identity'
import { sessionOf } from '../../domain/account/session'
import { offerCopy } from '../../domain/storage/offer-copy'

/**
 * A short-lived address of a file of a case. Whose file it is the provider decides by the token; one of another case answers
 * NOT_FOUND as well.
 */
export const previewSupplementFile = defineAction(
  'supplement.previewFile',
  v.object({ caseNo: providerId, fileId: providerId }),
  async ({ caseNo, fileId }, context) => {
    const active = await requireIdentity(context)
    const info = await readFileInfo(sessionOf(active.bindingId, context), fileId)
    if (info.caseNo !== caseNo) throw notFound('file of the case')
    return offerCopy(info, '这个文件没有通过一网通的安全检查，不能打开，请以您手里的原件为准', active, context)
  },
  MOVE_BUDGET_MS,
)
