import * as v from 'valibot'
import { type Attachment } from '../../../miniprogram/shared/domain/attachment'
import { defineAction } from '../../kernel/define-action'
import { ourId, providerId } from '../../kernel/inputs'
import { requireDeclaration, requireEditable } from '../../domain/declaration/access'
import { earlierInfo } from '../../domain/attachment/earlier-row'
import { takeEarlier } from '../../domain/attachment/take-earlier'
import { toAttachment } from '../../domain/attachment/view'
import { refusalIn } from '../../files/refuse'

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
  for (const info of infos)
    try {
      attachments.push(toAttachment(await takeEarlier(info, row, request.materialId, active, context)))
    } catch (error) {
      refused.push({ earlierId: info.attachId, fileName: info.fileName, reason: refusalIn(error) })
    }
  return { attachments, refused }
})
