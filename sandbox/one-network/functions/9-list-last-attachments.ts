import { toAttachmentWire } from '../attachments/attachment-wire'
import { wholeList } from '../catalogue/page'
import { ProviderError } from '../protocol/errors'
import { defineFunction, userOf } from './define'

interface Request {
  readonly materialId: string
}

/** #9 查询当前材料上一次申报上传的附件: those of the user's newest case that brought this material. */
export const listLastAttachments = defineFunction<Request>(9, (call, { materialId }) => {
  const { store, catalogue } = call.platform
  if (!catalogue.materialById.has(materialId)) throw new ProviderError('3002')
  const [newest] = store.cases
    .ownedBy(userOf(call).userId)
    .filter(({ materials }) => materials.some((it) => it.materialId === materialId && it.attachIds.length > 0))
    .slice()
    .sort((a, b) => b.submittedAt - a.submittedAt || b.caseNo.localeCompare(a.caseNo))
  const attachIds = newest?.materials.find((it) => it.materialId === materialId)?.attachIds ?? []
  const rows = attachIds.flatMap((attachId) => store.attachments.get(attachId) ?? [])
  return { materialId, ...wholeList(rows.map(toAttachmentWire)) }
})
