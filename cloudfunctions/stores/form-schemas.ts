import { createHash } from 'node:crypto'
import { type FormSchema } from '../../miniprogram/shared/form/schema'
import { table } from '../kernel/cloud'

/** A form file as some draft was opened with; content-addressed, so a row never changes. */
interface FormSchemaRow {
  /** `<formId>_<version>_<digest>` */
  readonly _id: string
  /** The schema as JSON text: its conditions hold keys that a database would take for operators. */
  readonly json: string
}

const rows = table<FormSchemaRow>('form_schemas')
const known = new Map<string, FormSchema>()

function idOf(schema: FormSchema, json: string): string {
  const digest = createHash('sha256').update(json).digest('hex').slice(0, 16)
  return `${schema.formId}_${schema.version}_${digest}`
}

/** The provider's form id in the id of a kept schema. */
export const formIdOf = (schemaId: string): string => schemaId.split('_')[0] ?? ''

/** Keeps a schema for as long as drafts need it; resolves with its id. */
export async function pinSchema(schema: FormSchema): Promise<string> {
  const json = JSON.stringify(schema)
  const _id = idOf(schema, json)
  if (!known.has(_id)) {
    await rows.insert({ _id, json })
    known.set(_id, schema)
  }
  return _id
}

/**
 * The schema that a draft was opened with, also after the form file has changed.
 * @param currentOf the form file of today by the provider's form id: while it is the same, nothing has to be read
 */
export async function pinnedSchema(
  _id: string,
  currentOf: (formId: string) => FormSchema | undefined,
): Promise<FormSchema> {
  const cached = known.get(_id)
  if (cached) return cached
  const current = currentOf(formIdOf(_id))
  if (current && idOf(current, JSON.stringify(current)) === _id) {
    known.set(_id, current)
    return current
  }
  const row = await rows.first({ _id })
  if (!row) throw new Error(`form schema ${_id} is missing`)
  const schema = JSON.parse(row.json) as FormSchema
  known.set(_id, schema)
  return schema
}
