import * as v from 'valibot'
import { type FormPatch } from '../../../miniprogram/shared/domain/declaration'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { normalizePatch } from '../../../miniprogram/shared/form'
import { defineAction } from '../../kernel/define-action'
import { AppError, invalidInput } from '../../kernel/errors'
import { answers, ourId, providerId, version } from '../../kernel/inputs'
import { type FormRow, updateDeclaration } from '../../stores/declarations'
import { requireDeclaration, requireEditable } from './access'
import { openForms, sealAnswers, type OpenForm } from './form-rows'

const input = v.object({
  draftId: ourId,
  baseVersion: version,
  forms: v.pipe(v.array(v.object({ materialId: providerId, answers })), v.maxLength(20)),
})

/**
 * Saves changed fields. Nobody's words are lost: a patch that is based on another version than the current one changes
 * nothing and answers CONFLICT, naming the current version. Wrong types, unknown fields and oversized values answer
 * INVALID_INPUT; what merely breaks a rule is kept, because a draft may be unfinished.
 */
export const saveDeclaration = defineAction('declaration.save', input, async (patch, context) => {
  const { row } = await requireDeclaration(patch.draftId, context)
  requireEditable(row)
  if (row.version !== patch.baseVersion) throw conflict(row.version)
  const forms = applyPatches(row._id, await openForms(row), patch.forms)
  const next = { version: row.version + 1, savedAt: toBeijingTime(context.now()) }
  const expected = { version: row.version, state: 'draft' as const }
  if (await updateDeclaration(row._id, expected, { ...next, forms })) return next
  const current = await requireDeclaration(patch.draftId, context)
  requireEditable(current.row)
  throw conflict(current.row.version)
})

const conflict = (current: number) =>
  new AppError('CONFLICT', 'patch is based on an older version', {
    fields: [{ field: 'baseVersion', message: `最新版本是 ${current}` }],
  })

function applyPatches(draftId: string, forms: readonly OpenForm[], patches: readonly FormPatch[]): readonly FormRow[] {
  const unknown = patches.find((patch) => !forms.some((form) => form.row.materialId === patch.materialId))
  if (unknown) throw invalidInput('patch of a form that the draft does not have')
  return forms.map((form) => {
    const { materialId } = form.row
    const own = patches.filter((patch) => patch.materialId === materialId).map((patch) => patch.answers)
    if (own.length === 0) return form.row
    const { answers: changed, problems } = normalizePatch(
      form.schema,
      Object.assign({}, ...own) as FormPatch['answers'],
    )
    if (problems.length) {
      const fields = problems.map(({ field, message }) => ({ field: `${materialId}.${field}`, message }))
      throw invalidInput('patch does not fit the form', { fields })
    }
    return {
      ...form.row,
      answers: sealAnswers(draftId, materialId, { ...form.answers, ...changed }),
      prefilled: form.row.prefilled.filter((fieldId) => !Object.hasOwn(changed, fieldId)),
    }
  })
}
