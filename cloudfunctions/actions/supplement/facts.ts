import { type DeclarationFacts } from '../../../miniprogram/shared/domain/declaration'
import { type BeijingDate } from '../../../miniprogram/shared/domain/time'
import { type Answers, fieldsOf, type FormContext, sameAnswer, situationValues } from '../../../miniprogram/shared/form'
import { situationKeysOf } from '../../one-network/ids'
import { findByCaseNo } from '../../stores/declarations'
import { type SupplementRow } from '../../stores/supplements'
import { type ActiveIdentity } from '../account/identity'
import { factsOf } from '../declaration/facts'
import { openForms } from '../declaration/form-rows'

/** What the rules of corrected forms read besides their answers. */
export interface AnswerFacts {
  readonly facts: DeclarationFacts
  /** Files that the case has, by materialId. */
  readonly fileCounts: Readonly<Record<string, number>>
  /** The situation was not chosen here but read from the forms. */
  readonly guessed: boolean
}

/** Facts for the forms of a round. A case that was filed elsewhere does not say its situation: the forms do. */
export async function answerFacts(row: SupplementRow, active: ActiveIdentity): Promise<AnswerFacts> {
  const { fileCounts, matterId } = row
  const filed = await findByCaseNo(row.caseNo, active)
  if (filed) return { facts: factsOf(filed, active.profile), fileCounts, guessed: false }
  const facts = factsOf({ _id: '', matterId, optionIds: [], sources: '' }, active.profile)
  return { facts: { ...facts, situation: await situationOfForms(row, facts.situation) }, fileCounts, guessed: true }
}

/** The options that the forms' own fields repeat. */
async function situationOfForms(
  row: SupplementRow,
  unknown: DeclarationFacts['situation'],
): Promise<DeclarationFacts['situation']> {
  const forms = await openForms(row)
  const keys = situationKeysOf(row.matterId)
  const found = Object.entries(keys).map(([key, options]) => {
    const chosen = options.filter((option) =>
      forms.some(({ schema, answers }) => {
        const asked = fieldsOf(schema).filter(({ prefill }) => prefill?.source === 'situation' && prefill.path === key)
        const values = situationValues(schema, { [key]: [option] })
        return asked.some(({ id }) => id in values && sameAnswer(values[id] ?? null, answers[id] ?? null))
      }),
    )
    return [key, chosen] as const
  })
  return { ...unknown, ...Object.fromEntries(found) }
}

/** The context in which one form is judged. */
export function contextOf(answers: Answers, { facts, fileCounts }: AnswerFacts, today: BeijingDate): FormContext {
  const { situation, account, credit, param, materialKeys } = facts
  const attachments = Object.fromEntries(
    Object.entries(materialKeys).map(([materialId, key]) => [key, fileCounts[materialId] ?? 0]),
  )
  return { form: answers, situation, account, credit, param, attachments, today }
}
