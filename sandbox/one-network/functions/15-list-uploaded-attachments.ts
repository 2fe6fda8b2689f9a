import { toAttachmentWire } from '../attachments/attachment-wire'
import { wholeList } from '../catalogue/page'
import { defineFunction } from './define'
import { findDeclaration, findMaterial } from './lookup'

interface Request {
  readonly declareNo: string
  readonly materialId: string
}

/** #15 查询该材料已经上传的附件展示: all of them, also those that #4 will not list; oldest first. */
export const listUploadedAttachments = defineFunction<Request>(15, (call, { declareNo, materialId }) => {
  const declaration = findDeclaration(call, declareNo)
  findMaterial(call, declaration, materialId)
  const rows = call.platform.store.attachments
    .ownedBy(declareNo)
    // A copied reference belongs to the case, and a supplement's file to its round, not to what was uploaded here.
    .filter((it) => it.materialId === materialId && it.contentId === it.attachId && it.round === undefined)
    .slice()
    .sort((a, b) => a.uploadedAt - b.uploadedAt || a.attachId.localeCompare(b.attachId))
  return { materialId, ...wholeList(rows.map(toAttachmentWire)) }
})
