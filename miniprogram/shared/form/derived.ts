import type { FormContext } from './context'
import { kindOf } from './fields/index'
import type { FormSchema } from './schema'
import { visibleForm } from './visibility'

/**
 * What follows from the answers, shown read-only beside the fields: field id → text, only of shown fields that have one.
 * Nothing of it is stored or submitted. (Ages and totals inside a table are the table component's.)
 */
export function derivedValues(schema: FormSchema, context: FormContext): Readonly<Record<string, string>> {
  const { fields, context: seen } = visibleForm(schema, context)
  const notes = fields.map(({ id, type }) => [id, kindOf(type).note(seen.form[id], context.today)] as const)
  return Object.fromEntries(notes.filter(([, text]) => text !== ''))
}
