import { type FormCorrection } from '../../../miniprogram/shared/domain/supplement'
import {
  type AnswerValue,
  type Answers,
  displayMasked,
  displayValue,
  emptyAnswers,
  type Field,
  fieldsOf,
  type FormContext,
  type FormSchema,
  isFilled,
  normalizePatch,
  sameAnswer,
  submittedAnswers,
  visibleForm,
} from '../../../miniprogram/shared/form'
import { contextOf, type Grounds, type Verdict } from '../../../miniprogram/shared/judge'
import { formById } from '../../matters/forms'
import { Sealed } from '../../kernel/sealed'
import { type CaseForm } from '../../one-network/mappers/supplements'
import { type FilledForm } from '../../one-network/resources/declarations'
import { type FormRow } from '../../stores/declarations'
import { type AskedItemRow, type SupplementRow } from '../../stores/supplements'
import { newFormRow, type OpenForm, openForms } from '../declaration/form-rows'
import { type RoundGrounds } from './grounds'

type Before = Readonly<Record<string, Answers>>

export const BEFORE = new Sealed<Before>('before')

/** The forms as they were submitted, by materialId. */
export const beforeOf = ({ _id, before }: Pick<SupplementRow, '_id' | 'before'>): Before =>
  before ? BEFORE.open(_id, before) : {}

/** Why a form cannot be corrected here; '' = it can. The provider takes only its own version (contract chapter 12). */
export function formObstacle({ formId, formVersion }: AskedItemRow): string {
  const schema = formById(formId)
  const fits = schema && (formVersion === '' || formVersion === schema.version)
  return fits ? '' : '暂时不能在小程序里修改，请到窗口或网上办事大厅办理'
}

/** A form to be corrected, with what was submitted in it. What no longer fits the form is left out. */
export async function newForm(
  supplementId: string,
  { materialId, formId }: AskedItemRow,
  submitted: CaseForm | undefined,
): Promise<{ readonly row: FormRow; readonly before: Answers } | undefined> {
  const schema = formById(formId)
  if (!schema) return undefined
  const before = { ...emptyAnswers(schema), ...normalizePatch(schema, submitted?.formData ?? {}).answers }
  return { row: await newFormRow(supplementId, { materialId, schema }, before), before }
}

/** What was changed, and what is still wrong. */
export function correctionOf(
  { materialId, schema, answers }: OpenForm,
  before: Answers,
  grounds: Grounds,
  verdict: Pick<Verdict, 'problems'>,
  reason: string,
): FormCorrection {
  const shown = visibleForm(schema, contextOf(answers, grounds)).ids
  const changes = fieldsOf(schema).flatMap((field) => {
    const [old, current] = [before[field.id] ?? null, shown.has(field.id) ? (answers[field.id] ?? null) : null]
    if (sameAnswer(old, current)) return []
    const text = (value: AnswerValue): string => displayValue(field, value) || '（空）'
    const change = { fieldId: field.id, label: field.label, before: text(old), after: text(current) }
    const masked = { before: displayMasked(field, old) || '（空）', after: displayMasked(field, current) || '（空）' }
    const isMasked = masked.before !== change.before || masked.after !== change.after
    return [isMasked ? { ...change, masked } : change]
  })
  const problems = (verdict.problems[materialId] ?? []).filter(({ severity }) => severity === 'error')
  const named = namedIn(
    reason,
    fieldsOf(schema).filter(({ id }) => shown.has(id)),
  )
  return { obstacle: '', changes, problems: problems.length, ...(named.length > 0 ? { named } : {}) }
}

/**
 * The provider names no field (contract #22): an officer calls it by its label. A label inside a longer one that is meant
 * (地址 in 通讯地址) is not.
 */
export function namedIn(reason: string, fields: readonly Pick<Field, 'id' | 'label'>[]) {
  const found = fields.filter(({ label }) => label.length > 1 && reason.includes(label))
  return found
    .filter(({ label }) => !found.some((other) => other.label !== label && other.label.includes(label)))
    .map(({ id, label }) => ({ fieldId: id, label }))
}

/** The corrected forms as the provider takes them; signatures stay as they were given. */
export async function correctedForms(
  row: SupplementRow,
  { grounds, guessed }: RoundGrounds,
): Promise<readonly FilledForm[]> {
  const before = beforeOf(row)
  return (await openForms(row)).map(({ row: form, schema, answers }) => {
    const { materialId, formVersion } = form
    const context = contextOf(answers, grounds)
    const kept = guessed ? hiddenAnswers(schema, context, before[materialId] ?? {}) : {}
    return { materialId, formVersion, formData: { ...kept, ...submittedAnswers(schema, context) } }
  })
}

/** When the situation is not known for sure, a field may be hidden by mistake: what was submitted in it must not get lost. */
function hiddenAnswers(schema: FormSchema, context: FormContext, before: Answers): Answers {
  const shown = visibleForm(schema, context).ids
  return Object.fromEntries(Object.entries(before).filter(([id, value]) => !shown.has(id) && isFilled(value)))
}
