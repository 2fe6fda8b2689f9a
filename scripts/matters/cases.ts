import { kindOf } from '../../miniprogram/shared/form/fields'
import type { Field } from '../../miniprogram/shared/form/schema'
import type { FormFile } from './folders'
import type { Guide, GuideSituation } from './guide'
import { all, formTruth, type Known, situationTruth, type Truth } from './truth'

/** One case type of a matter (首次, 变更：名称, 注销 …), with the answers that make it. */
export interface CaseType {
  readonly name: string
  readonly known: Known
}

/**
 * Every case type that a guide names by its questions (`cases`): each option of the first, with each option of the next
 * where that is asked then. Without any the matter has one case.
 */
export function caseTypes({ cases = [], situations }: Guide, form: FormFile): readonly CaseType[] {
  const questions = cases.flatMap((key) => situations.find((one) => one.key === key) ?? [])
  const start: readonly CaseType[] = [{ name: '', known: { situation: {}, form: {} } }]
  const found = questions.reduce((so, question) => so.flatMap((one) => answered(one, question)), start)
  return found.map(({ name, known }) => ({
    name: name || '全部情形',
    known: withForm(form, unasked(known, situations)),
  }))
}

/** Is a field of the form filled in? One that there is not is not. */
export function fieldTruth({ sections }: FormFile, id: string, known: Known): Truth {
  const section = sections.find(({ fields }) => fields.some((field) => field.id === id))
  const field = section?.fields.find((one) => one.id === id)
  return field ? all([formTruth(section?.showWhen, known), formTruth(field.showWhen, known)]) : 'no'
}

/** A question that is not asked in this case has no answer, which is known too. */
const unasked = (known: Known, situations: readonly GuideSituation[]): Known =>
  situations.reduce(
    (so, { key, showWhen }) => (situationTruth(showWhen, so) === 'no' ? withAnswer(so, key, []) : so),
    known,
  )

/** What the form takes from the answers of the guide; a field that is not shown then is empty. */
function withForm(form: FormFile, known: Known): Known {
  const answered: Known = { ...known, form: formAnswers(form, known.situation) }
  const ids = form.sections.flatMap(({ fields }) => fields.map(({ id }) => id))
  return ids.reduce<Known>(
    (so, id) => (fieldTruth(form, id, so) === 'no' ? { ...so, form: { ...so.form, [id]: null } } : so),
    answered,
  )
}

function answered(one: CaseType, { key, options, showWhen }: GuideSituation): readonly CaseType[] {
  if (situationTruth(showWhen, one.known) === 'no') return [{ ...one, known: withAnswer(one.known, key, []) }]
  return options.map((option) => ({
    name: [one.name, option.label].filter(Boolean).join('：'),
    known: withAnswer(one.known, key, [option.key]),
  }))
}

const withAnswer = (known: Known, key: string, chosen: readonly string[]): Known => ({
  ...known,
  situation: { ...known.situation, [key]: chosen },
})

/** What the form takes from these answers of the guide. */
function formAnswers({ sections }: FormFile, situation: Known['situation']): Readonly<Record<string, unknown>> {
  const fields: readonly Field[] = sections.flatMap((section) => section.fields)
  return Object.fromEntries(
    fields.flatMap((field) => {
      const chosen = field.prefill?.source === 'situation' ? situation[field.prefill.path] : undefined
      if (chosen === undefined) return []
      const answer = chosen.length === 0 ? null : kindOf(field.type).fromSituation(chosen, field)
      return [[field.id, answer] as const]
    }),
  )
}
