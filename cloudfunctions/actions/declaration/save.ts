import * as v from 'valibot'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { defineAction } from '../../kernel/define-action'
import { formPatch, ourId, version } from '../../kernel/inputs'
import { situationOf } from '../../matters/ids'
import { updateDeclaration } from '../../stores/declarations'
import { requireDeclaration, requireEditable, staleVersion } from '../../domain/declaration/access'
import { openForms } from '../../domain/declaration/form-rows'
import { patchedForms, requireRoom, requireSituation, savedRows } from '../../domain/declaration/patched-forms'

const input = v.object({
  draftId: ourId,
  baseVersion: version,
  forms: v.pipe(v.array(formPatch), v.maxLength(20)),
})

/**
 * Saves changed fields and rows. Nobody's words are lost: a patch that is based on another version than the current one
 * changes nothing and answers CONFLICT, naming the current version. Wrong types, unknown fields, rows that do not fit the
 * table and oversized values answer INVALID_INPUT; what merely breaks a rule is kept, because a draft may be unfinished.
 */
export const saveDeclaration = defineAction('declaration.save', input, async (patch, context) => {
  const { row } = await requireDeclaration(patch.draftId, context)
  requireEditable(row)
  if (row.version !== patch.baseVersion) throw staleVersion(row.version, 'baseVersion')
  const patched = patchedForms(await openForms(row), patch.forms)
  requireSituation(patched, situationOf(row.matterId, row.optionIds))
  requireRoom(patched)
  const forms = savedRows(row._id, patched)
  const next = { version: row.version + 1, savedAt: toBeijingTime(context.now()) }
  const expected = { version: row.version, state: 'draft' as const }
  if (await updateDeclaration(row._id, expected, { ...next, forms })) return next
  const current = await requireDeclaration(patch.draftId, context)
  requireEditable(current.row)
  throw staleVersion(current.row.version, 'baseVersion')
})
