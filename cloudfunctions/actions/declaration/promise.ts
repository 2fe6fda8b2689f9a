import * as v from 'valibot'
import { letterFor, promisedOf } from '../../../miniprogram/shared/domain/promise'
import { toBeijingDate, toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { type Context } from '../../kernel/context'
import { defineAction } from '../../kernel/define-action'
import { AppError, invalidInput } from '../../kernel/errors'
import { ourId, providerId, version } from '../../kernel/inputs'
import { listAttachments } from '../../stores/attachments'
import { type DeclarationRow, type FormRow, updateDeclaration } from '../../stores/declarations'
import { filesAt } from '../../domain/attachment/place'
import { type OwnDeclaration, requireDeclaration, requireEditable, staleVersion } from '../../domain/declaration/access'
import { factsOf } from '../../domain/declaration/facts'
import { currentForms, newForms, openForms, sealAnswers } from '../../domain/declaration/form-rows'
import { isLetter, promisable, promisesOf } from '../../domain/declaration/promises'
import { openSources } from '../../domain/declaration/sources'

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
  const fields = { ...next, promisedMaterialIds, ...(await formsOf(own, changed, context)) }
  if (await updateDeclaration(row._id, { version: row.version, state: 'draft' }, fields)) return next
  const current = await requireDeclaration(row._id, context)
  requireEditable(current.row)
  throw staleVersion(current.row.version)
})

async function requirePromisable({ row, active }: OwnDeclaration, wanted: readonly string[], context: Context) {
  const added = wanted.filter((materialId) => !row.promisedMaterialIds.includes(materialId))
  if (added.length === 0) return
  const { barred } = promisesOf(row, active.profile, factsOf(row, active.profile), context.now())
  if (barred) throw new AppError('FORBIDDEN', 'applicant may not promise', { userMessage: barred })
  const offered = promisable(row)
  const files = await listAttachments(row._id)
  const fields = added.flatMap((field) => {
    if (offered.every(({ materialId }) => materialId !== field)) return [{ field, message: '这项材料不能承诺后补' }]
    const has = filesAt(files, { materialId: field, fieldId: '' }).length > 0
    return has ? [{ field, message: '这项材料已经有文件。要承诺后补，请先删除这些文件' }] : []
  })
  if (fields.length) throw invalidInput('materials cannot be promised', { fields })
}

/** The letter is among the forms as long as something is promised, and aside otherwise. */
async function formsOf(
  { active }: OwnDeclaration,
  row: DeclarationRow,
  context: Context,
): Promise<Pick<DeclarationRow, 'forms' | 'parkedForms'>> {
  const letterId = row.materials.find(isLetter)?.materialId ?? ''
  const isOfLetter = ({ materialId }: FormRow): boolean => materialId === letterId
  const others = row.forms.filter((form) => !isOfLetter(form))
  const parked = row.parkedForms.filter((form) => !isOfLetter(form))
  const known = [...row.forms, ...row.parkedForms].filter(isOfLetter)
  if (row.promisedMaterialIds.length === 0) return { forms: others, parkedForms: [...parked, ...known] }

  const facts = factsOf(row, active.profile)
  const sources = openSources(row) ?? { openedOn: toBeijingDate(context.now()), previous: {} }
  const asked = currentForms(row.materials, row.promisedMaterialIds).filter(({ materialId }) => materialId === letterId)
  const letters = known.length > 0 ? known : await newForms(row, asked, facts, sources)
  const promised = promisedOf(promisesOf(row, active.profile, facts, context.now()))
  const opened = await openForms({ _id: row._id, forms: letters })
  const written = opened.map(({ row: form, answers }) => ({
    ...form,
    answers: sealAnswers(row._id, letterId, letterFor(answers, promised)),
  }))
  return { forms: [...others, ...written], parkedForms: parked }
}
