import * as v from 'valibot'
import { type DeclarationFacts, type FormPatch } from '../../../miniprogram/shared/domain/declaration'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import {
  type Answers,
  answersSize,
  applyPatch,
  LARGEST_DRAFT,
  sameAnswer,
  situationValues,
} from '../../../miniprogram/shared/form'
import { type FieldProblem } from '../../../miniprogram/shared/contract/reply'
import { defineAction } from '../../kernel/define-action'
import { invalidInput } from '../../kernel/errors'
import { formPatch, ourId, version } from '../../kernel/inputs'
import { situationOf } from '../../matters/ids'
import { updateDeclaration } from '../../stores/declarations'
import { requireDeclaration, requireEditable, staleVersion } from './access'
import { openForms, sealAnswers, type OpenForm } from './form-rows'

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
  const forms = patched.map(({ form, answers, touched }) =>
    touched.length === 0 ? form.row : { ...form.row, answers: sealAnswers(row._id, form.row.materialId, answers) },
  )
  const next = { version: row.version + 1, savedAt: toBeijingTime(context.now()) }
  const expected = { version: row.version, state: 'draft' as const }
  if (await updateDeclaration(row._id, expected, { ...next, forms })) return next
  const current = await requireDeclaration(patch.draftId, context)
  requireEditable(current.row)
  throw staleVersion(current.row.version, 'baseVersion')
})

/** A form of a draft or correction with a patch applied. */
export interface PatchedForm {
  readonly form: OpenForm
  readonly answers: Answers
  /** Fields that the patch names. */
  readonly touched: readonly string[]
}

/** The forms after the patches; INVALID_INPUT when one does not fit its form. */
export function patchedForms(forms: readonly OpenForm[], patches: readonly FormPatch[]): readonly PatchedForm[] {
  const unknown = patches.find((patch) => !forms.some((form) => form.row.materialId === patch.materialId))
  if (unknown) throw invalidInput('patch of a form that the draft does not have')
  return forms.map((form) =>
    patches.filter((patch) => patch.materialId === form.row.materialId).reduce(patchForm, unpatched(form)),
  )
}

const unpatched = (form: OpenForm): PatchedForm => ({ form, answers: form.answers, touched: [] })

function patchForm({ form, answers: before, touched }: PatchedForm, patch: FormPatch): PatchedForm {
  const { answers, problems } = applyPatch(form.schema, before, patch)
  if (problems.length) {
    const fields = problems.map(({ field, message }) => ({ field: `${patch.materialId}.${field}`, message }))
    throw invalidInput('patch does not fit the form', { fields })
  }
  return { form, answers, touched: [...touched, ...Object.keys(patch.answers), ...Object.keys(patch.rows ?? {})] }
}

/** Materials follow from the situation, so a field that it decides cannot say anything else. */
function requireSituation(patched: readonly PatchedForm[], situation: DeclarationFacts['situation']): void {
  const fields = patched.flatMap(({ form, answers, touched }) => {
    const decided = situationValues(form.schema, situation)
    return touched
      .filter((id) => id in decided && !sameAnswer(answers[id] ?? null, decided[id] ?? null))
      .map((id) => ({
        field: `${form.row.materialId}.${id}`,
        message: '这一项随办理情形，要改请用“更改办理情形”',
      }))
  })
  if (fields.length) throw invalidInput('patch contradicts the situation', { fields })
}

/** A draft that grows beyond what one answer can carry could never be opened again: the largest change is refused. */
function requireRoom(patched: readonly PatchedForm[]): void {
  const size = patched.reduce((sum, { answers }) => sum + answersSize(answers), 0)
  if (size <= LARGEST_DRAFT) return
  const changes = patched.flatMap(({ form, answers, touched }) =>
    touched.map((id) => ({
      path: `${form.row.materialId}.${id}`,
      grown: answersSize({ [id]: answers[id] ?? null }) - answersSize({ [id]: form.answers[id] ?? null }),
    })),
  )
  const largest = changes.reduce((a, b) => (b.grown > a.grown ? b : a), { path: '', grown: 0 })
  // A patch that makes the draft smaller, or leaves it, is always welcome.
  if (largest.grown === 0) return
  const fields: readonly FieldProblem[] = [
    { field: largest.path, message: '这份申报的内容太多，放不下了，请精简这一项' },
  ]
  throw invalidInput('draft is too large', { fields })
}
