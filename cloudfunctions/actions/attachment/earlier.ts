import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { ourId, providerId } from '../../kernel/inputs'
import { loadable } from '../../kernel/loadable'
import { listCasesWithFiles, listLastFiles } from '../../one-network/resources/past-files'
import { listAttachments } from '../../stores/attachments'
import { sessionOf } from '../../domain/account/session'
import { requireDeclaration } from '../../domain/declaration/access'
import { toEarlierFile, wantedFor } from '../../domain/attachment/earlier-view'

const input = v.object({
  draftId: ourId,
  materialId: providerId,
  pageNo: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
})

const PAGE_SIZE = 20

/** What the active identity submitted before: the material's last files (#9) and its cases with files (#20). */
export const listEarlier = defineAction('attachment.earlier', input, async (request, context) => {
  const { view, active, row } = await requireDeclaration(request.draftId, context)
  const wanted = await wantedFor(row, request.materialId, await listAttachments(row._id))
  const session = sessionOf(active.bindingId, context)
  const lastFiles = async () =>
    (await listLastFiles(session, request.materialId)).map((file) => toEarlierFile(file, wanted))
  const [last, cases] = await Promise.all([
    loadable(lastFiles(), context),
    loadable(listCasesWithFiles(session, request.pageNo, PAGE_SIZE), context),
  ])
  const materialName = row.materials.find(({ materialId }) => materialId === request.materialId)?.name ?? ''
  return { account: view, materialName, last, cases }
})
