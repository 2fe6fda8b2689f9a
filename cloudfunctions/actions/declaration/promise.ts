import * as v from 'valibot'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { defineAction } from '../../kernel/define-action'
import { ourId, providerId, version } from '../../kernel/inputs'
import { updateDeclaration } from '../../stores/declarations'
import { requireDeclaration, requireEditable, staleVersion } from '../../domain/declaration/access'
import { formsWithLetter, requirePromisable } from '../../domain/declaration/promised-forms'

const input = v.object({ draftId: ourId, version, materialIds: v.pipe(v.array(providerId), v.maxLength(20)) })

/**
 * 承诺后补: says which materials of a draft are brought later; the others are to be uploaded. The letter of promise is
 * asked for from then on, filled with these materials and to be signed anew whenever they change; without a promise it is
 * put aside. FORBIDDEN for who may not promise; INVALID_INPUT for a material that cannot be promised or has files.
 */
export const promiseMaterials = defineAction('declaration.promise', input, async (request, context) => {
  const own = await requireDeclaration(request.draftId, context)
  const { row } = own
  requireEditable(row)
  const wanted = new Set(request.materialIds)
  const promisedMaterialIds = row.materials.map(({ materialId }) => materialId).filter((id) => wanted.has(id))
  if (promisedMaterialIds.join() === row.promisedMaterialIds.join() && wanted.size === promisedMaterialIds.length) {
    return { version: row.version, savedAt: row.savedAt }
  }
  if (row.version !== request.version) throw staleVersion(row.version)
  await requirePromisable(own, [...wanted], context)
  const next = { version: row.version + 1, savedAt: toBeijingTime(context.now()) }
  const changed = { ...row, promisedMaterialIds }
  const fields = { ...next, promisedMaterialIds, ...(await formsWithLetter(own, changed, context)) }
  if (await updateDeclaration(row._id, { version: row.version, state: 'draft' }, fields)) return next
  const current = await requireDeclaration(row._id, context)
  requireEditable(current.row)
  throw staleVersion(current.row.version)
})
