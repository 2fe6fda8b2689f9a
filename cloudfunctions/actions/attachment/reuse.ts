import * as v from 'valibot'
import { type Attachment } from '../../../miniprogram/shared/domain/attachment'
import { defineAction } from '../../kernel/define-action'
import { AppError, notFound } from '../../kernel/errors'
import { ourId, providerId } from '../../kernel/inputs'
import { insertAttachment, listAttachments } from '../../stores/attachments'
import { requireDeclaration, requireEditable } from '../../domain/declaration/access'
import { checkEarlier, wantedFor } from '../../domain/attachment/earlier-view'
import { refuse } from '../../files/refuse'
import { checkRoom } from '../../domain/attachment/place'
import { toAttachment } from '../../domain/attachment/view'
import { earlierInfo, toEarlierRow } from '../../domain/attachment/earlier-row'

const input = v.object({
  draftId: ourId,
  materialId: providerId,
  earlierIds: v.pipe(v.array(providerId), v.minLength(1), v.maxLength(20)),
})

/**
 * Puts files of earlier cases under a material of the draft. No bytes move: the formal submit lists the file's own id,
 * and the provider copies the reference (contract README 7.3). Each is asked for first (#8): it exists, belongs to the
 * active identity, is part of a case, and fits the material. One that does not fit hinders no other. The same file twice
 * gives the same row.
 */
export const reuseFiles = defineAction('attachment.reuse', input, async (request, context) => {
  const { active, row } = await requireDeclaration(request.draftId, context)
  requireEditable(row)
  const attachments: Attachment[] = []
  const refused: { earlierId: string; fileName: string; reason: string }[] = []
  const infos = await Promise.all([...new Set(request.earlierIds)].map((id) => earlierInfo(id, active, context)))
  for (const info of infos) {
    const files = await listAttachments(row._id)
    const fresh = toEarlierRow(info, { draftId: row._id, materialId: request.materialId }, active, context)
    const known = files.find((file) => file._id === fresh._id)
    if (known) {
      attachments.push(toAttachment(known))
      continue
    }
    try {
      if (info.declareNo === row.declareNo) throw notFound('earlier file')
      if (info.blocked) throw refuse('这个文件没有通过一网通的安全检查，不能使用，请选择别的文件')
      const wanted = await wantedFor(row, request.materialId, files)
      checkRoom(files, fresh, fresh.size, wanted.rules)
      checkEarlier(info, wanted)
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'FILE_REFUSED')) throw error
      refused.push({ earlierId: info.attachId, fileName: info.fileName, reason: error.detail.userMessage ?? '' })
      continue
    }
    await insertAttachment(fresh)
    attachments.push(toAttachment(fresh))
  }
  return { attachments, refused }
})
