import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { ourId, providerId } from '../../kernel/inputs'
import { listFilesOfCase } from '../../one-network/resources/past-files'
import { listAttachments } from '../../stores/attachments'
import { sessionOf } from '../../domain/account/session'
import { requireDeclaration } from '../../domain/declaration/access'
import { toEarlierFile, wantedFor } from '../../domain/attachment/earlier-view'

const input = v.object({ draftId: ourId, materialId: providerId, caseNo: providerId })

/** The files of one earlier case (#21), those of the same material first. NOT_FOUND for another's case. */
export const filesOfCase = defineAction('attachment.caseFiles', input, async (request, context) => {
  const { active, row } = await requireDeclaration(request.draftId, context)
  const wanted = await wantedFor(row, request.materialId, await listAttachments(row._id))
  const materials = await listFilesOfCase(sessionOf(active.bindingId, context), request.caseNo)
  const isSame = (materialId: string): number => (materialId === request.materialId ? 0 : 1)
  const files = [...materials]
    .sort((a, b) => isSame(a.materialId) - isSame(b.materialId))
    .flatMap((material) => material.files)
    // The case was asked for by its number, so its files belong to it, whether or not each says so.
    .map((file) => ({ ...toEarlierFile(file, wanted), caseNo: request.caseNo }))
  return { files }
})
