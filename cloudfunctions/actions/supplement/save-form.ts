import * as v from 'valibot'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { answersSize, LARGEST_DRAFT } from '../../../miniprogram/shared/form'
import { defineAction } from '../../kernel/define-action'
import { invalidInput } from '../../kernel/errors'
import { formPatch, ourId, version } from '../../kernel/inputs'
import { updateSupplement } from '../../stores/supplements'
import { staleVersion } from '../../domain/declaration/access'
import { openForms } from '../../domain/declaration/form-rows'
import { patchedForms, savedRows } from '../../domain/declaration/patched-forms'
import { requireAnswerable, requireSupplement } from '../../domain/supplement/access'
import { groundsOfRound } from '../../domain/supplement/grounds'
import { requireSettled } from '../../domain/supplement/settled'

const input = v.object({
  supplementId: ourId,
  baseVersion: version,
  forms: v.pipe(v.array(formPatch), v.maxLength(20)),
})

/** Saves changed fields and rows of a correction, as `declaration.save` does of a draft. */
export const saveSupplementForm = defineAction('supplement.saveForm', input, async (patch, context) => {
  const { row, active } = await requireSupplement(patch.supplementId, context)
  requireAnswerable(row, context.now())
  if (row.version !== patch.baseVersion) throw staleVersion(row.version, 'baseVersion')
  const patched = patchedForms(await openForms(row), patch.forms)
  const { grounds } = await groundsOfRound(row, active, context.now())
  requireSettled(patched, grounds.facts.situation)
  if (patched.reduce((sum, { answers }) => sum + answersSize(answers), 0) > LARGEST_DRAFT) {
    throw invalidInput('correction is too large', { userMessage: '表里的内容太多，放不下了，请精简' })
  }
  const forms = savedRows(row._id, patched)
  const next = { version: row.version + 1, savedAt: toBeijingTime(context.now()) }
  if (await updateSupplement(row._id, { version: row.version, state: 'open' }, { ...next, forms })) return next
  const current = await requireSupplement(patch.supplementId, context)
  requireAnswerable(current.row, context.now())
  throw staleVersion(current.row.version, 'baseVersion')
})
