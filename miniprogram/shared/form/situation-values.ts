import type { AnswerValue } from './answers'
import { applyPrefill } from './apply-prefill'
import { fieldsOf } from './fields-of'
import type { FormSchema } from './schema'

type Situation = Readonly<Record<string, readonly string[]>>

/** No date field takes its value from the situation. */
const ANY_DAY = '2000-01-01'

/**
 * The values that the situation decides: materials follow from it, so these fields follow too and are changed only by
 * changing the situation. A field whose question was not asked, or whose answer does not fit it, is the applicant's own.
 */
export function situationValues(schema: FormSchema, situation: Situation): Readonly<Record<string, AnswerValue>> {
  const asked = fieldsOf(schema).filter((field) => field.prefill?.source === 'situation')
  const part = { ...schema, sections: [{ id: 'situation', title: '', fields: asked }] }
  const { filled } = applyPrefill(part, { situation, today: ANY_DAY })
  const own = Object.entries(filled).filter(([, { source }]) => source === 'situation')
  return Object.fromEntries(own.map(([id, { value }]) => [id, value]))
}
