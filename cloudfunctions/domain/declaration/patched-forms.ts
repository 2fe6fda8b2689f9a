import { type FieldProblem } from '../../../miniprogram/shared/contract/reply'
import { type DeclarationFacts, type FormPatch } from '../../../miniprogram/shared/domain/declaration'
import {
  applyPatch,
  type Answers,
  situationValues,
  sameAnswer,
  LARGEST_DRAFT,
  answersSize,
} from '../../../miniprogram/shared/form'
import { invalidInput } from '../../kernel/errors'
import { type FormRow } from '../../stores/declarations'
import { type OpenForm, withAnswers } from './form-rows'

/** A form of a draft or correction with a patch applied. */
export interface PatchedForm {
  readonly form: OpenForm
  readonly answers: Answers
  /** Fields that the patch names. */
  readonly touched: readonly string[]
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

/** The forms after the patches; INVALID_INPUT when one does not fit its form. */
export function patchedForms(forms: readonly OpenForm[], patches: readonly FormPatch[]): readonly PatchedForm[] {
  const unknown = patches.find((patch) => !forms.some((form) => form.row.materialId === patch.materialId))
  if (unknown) throw invalidInput('patch of a form that the draft does not have')
  return forms.map((form) =>
    patches.filter((patch) => patch.materialId === form.row.materialId).reduce(patchForm, unpatched(form)),
  )
}

/** Their rows: those that the patches do not touch stay as they are. */
export const savedRows = (draftId: string, patched: readonly PatchedForm[]): readonly FormRow[] =>
  patched.map(({ form, answers, touched }) => (touched.length === 0 ? form.row : withAnswers(draftId, form, answers)))

/** Materials follow from the situation, so a field that it decides cannot say anything else. */
export function requireSituation(patched: readonly PatchedForm[], situation: DeclarationFacts['situation']): void {
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
export function requireRoom(patched: readonly PatchedForm[]): void {
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
