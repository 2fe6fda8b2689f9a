import { type DeclarationFacts } from '../../../../miniprogram/shared/domain/declaration'
import { type FormMove } from '../../../../miniprogram/shared/domain/form-move'
import { type BeijingDate } from '../../../../miniprogram/shared/domain/time'
import {
  type Answers,
  carryOver,
  fieldById,
  fieldsOf,
  firstAnswers,
  type FormSchema,
  hasRows,
  isFilled,
  isMadeAnew,
  leftToDo,
  type SetAside,
  situationValues,
} from '../../../../miniprogram/shared/form'
import { formChangedOn } from '../../../matters/forms'
import { type DeclarationRow } from '../../../stores/declarations'
import { type OpenForm } from '../form-rows'
import { prefillOf } from '../prefill'
import { type ReadSources } from '../sources'

/** What moving a form stands on, besides the form. */
export interface MoveBasis {
  readonly draft: Pick<DeclarationRow, 'matterName' | 'version'>
  readonly facts: DeclarationFacts
  readonly sources: ReadSources
  readonly today: BeijingDate
  /** What an earlier move of the same form left. */
  readonly earlier: FormMove | undefined
}

/** A form of a draft in another version: its answers, and what is said about it. */
export interface MovedForm {
  readonly answers: Answers
  readonly move: FormMove
}

/** A form of a draft as `to` has it. What an earlier move set aside comes back where it fits again. */
export function moveForm({ materialId, schema, answers }: OpenForm, to: FormSchema, basis: MoveBasis): MovedForm {
  const { draft, facts, sources, today, earlier } = basis
  const carried = carryOver(schema, to, answers)
  const { back, left } = returned(earlier?.setAside ?? [], to, carried.kept)
  const kept = { ...carried.kept, ...back }
  const setAside = [...left, ...carried.setAside]
  const first = firstAnswers(to, prefillOf({ materialId, schema: to }, draft, facts, sources))
  const decided = situationValues(to, facts.situation)
  return {
    answers: { ...first, ...anew(to), ...kept, ...readonlyOf(to, first), ...decided },
    move: {
      materialId,
      changedOn: formChangedOn(to.formId) ?? today,
      madeVersion: draft.version + 1,
      kept: Object.values(kept).filter(isFilled).length,
      ...leftToDo(schema, to, { kept, setAside: carried.setAside }),
      setAside,
    },
  }
}

/** Of what was set aside before, what fits again and stands nowhere yet. Rows of tables cannot be told apart any more. */
function returned(aside: readonly SetAside[], to: FormSchema, kept: Answers) {
  const isFree = ({ field, value }: SetAside): boolean =>
    !hasRows(field) && isFilled(value) && !isFilled(kept[field.id])
  const free = aside.filter(isFree)
  const fields = free.map(({ field }) => field)
  const before = { ...to, sections: [{ id: 'aside', title: '', fields }] }
  const found = carryOver(before, to, Object.fromEntries(free.map(({ field, value }) => [field.id, value])))
  const whole = ({ field }: SetAside): boolean =>
    isFilled(found.kept[field.id]) && found.setAside.every((it) => it.field.id !== field.id)
  const came = free.filter(whole)
  const back: Answers = Object.fromEntries(came.map(({ field }) => [field.id, found.kept[field.id] ?? null]))
  // A field that is there again and had no answer has nothing to tell any more.
  const isOver = (it: SetAside): boolean =>
    came.includes(it) || (!isFilled(it.value) && fieldById(to, it.field.id) !== undefined)
  return { back, left: aside.filter((it) => !isOver(it)) }
}

/** Nobody has signed this version yet, so no day of signing either. */
const anew = (to: FormSchema): Answers =>
  Object.fromEntries(
    fieldsOf(to)
      .filter(isMadeAnew)
      .map(({ id }) => [id, null]),
  )

/** What nobody can type is as in a new form. */
const readonlyOf = (to: FormSchema, first: Answers): Answers =>
  Object.fromEntries(
    fieldsOf(to)
      .filter(({ id, readonly }) => readonly === true && isFilled(first[id]))
      .map(({ id }) => [id, first[id] ?? null]),
  )
