import { type DeclarationFacts } from '../../../miniprogram/shared/domain/declaration'
import { NO_PROMISES } from '../../../miniprogram/shared/domain/promise'
import { toBeijingDate } from '../../../miniprogram/shared/domain/time'
import { fieldsOf, sameAnswer, situationValues } from '../../../miniprogram/shared/form'
import { type Grounds } from '../../../miniprogram/shared/judge'
import { workingDays } from '../../calendar/working-days'
import { situationKeysOf } from '../../matters/ids'
import { findByCaseNo } from '../../stores/declarations'
import { type SupplementRow } from '../../stores/supplements'
import { type ActiveIdentity } from '../account/identity'
import { factsOf } from '../declaration/facts'
import { openForms } from '../declaration/form-rows'

/** What the corrected forms of a round are judged by. */
export interface RoundGrounds {
  readonly grounds: Grounds
  /** The situation was not chosen here but read from the forms. */
  readonly guessed: boolean
}

/** A case that was filed elsewhere does not say its situation: the forms do. @param now ms since the epoch */
export async function groundsOfRound(row: SupplementRow, active: ActiveIdentity, now: number): Promise<RoundGrounds> {
  const { fileCounts, matterId } = row
  const on = (facts: DeclarationFacts): Grounds => ({
    facts,
    files: { kind: 'case', counts: fileCounts },
    promises: NO_PROMISES,
    barred: '',
    today: toBeijingDate(now),
    workingDays,
  })
  const filed = await findByCaseNo(row.caseNo, active)
  if (filed) return { grounds: on(factsOf(filed, active.profile)), guessed: false }
  const facts = factsOf({ _id: '', matterId, optionIds: [], sources: '' }, active.profile)
  return { grounds: on({ ...facts, situation: await situationOfForms(row, facts.situation) }), guessed: true }
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
