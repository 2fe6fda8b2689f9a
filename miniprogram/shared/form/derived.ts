import { idCardBirth, isIdCard } from './checksums'
import type { FormContext } from './context'
import { ageOn } from './days'
import type { FormSchema } from './schema'
import { visibleForm } from './visibility'

/** What an ID number tells about its holder (GB 11643-1999): the birth day, and the sex by the 17th digit. */
export interface IdCardFacts {
  readonly birth: string
  readonly sex: 'm' | 'f'
}

/** null when the number is not valid. */
export function factsOfIdCard(idCard: string): IdCardFacts | null {
  const birth = isIdCard(idCard) ? idCardBirth(idCard) : null
  return birth === null ? null : { birth, sex: Number(idCard[16]) % 2 === 1 ? 'm' : 'f' }
}

/** `46 周岁`: the age of who has this ID number, on a Beijing day; '' while it is not a valid one (a passport tells none). */
export function ageText(idCard: unknown, today: string): string {
  const birth = typeof idCard === 'string' ? factsOfIdCard(idCard)?.birth : undefined
  const age = birth === undefined ? null : ageOn(birth, today)
  return age === null || age < 0 ? '' : `${age} 周岁`
}

/**
 * What follows from the answers, shown read-only beside the fields: field id → text, only of shown fields that have one.
 * Nothing of it is stored or submitted. (Ages and totals inside a table are the table component's.)
 */
export function derivedValues(schema: FormSchema, context: FormContext): Readonly<Record<string, string>> {
  const { fields, context: seen } = visibleForm(schema, context)
  const ages = fields
    .filter(({ type }) => type === 'id_card')
    .map(({ id }) => [id, ageText(seen.form[id], context.today)] as const)
  return Object.fromEntries(ages.filter(([, text]) => text !== ''))
}
