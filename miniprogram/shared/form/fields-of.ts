import type { Field, FormSchema } from './schema'

interface FieldIndex {
  readonly fields: readonly Field[]
  readonly byId: ReadonlyMap<string, Field>
}

/** Forms that were looked through already: a form never changes once it is read, and a save asks for every field of it. */
const indexes = new WeakMap<FormSchema, FieldIndex>()

function indexOf(schema: FormSchema): FieldIndex {
  const known = indexes.get(schema)
  if (known) return known
  const fields = schema.sections.flatMap((section) => section.fields)
  const index = { fields, byId: new Map(fields.map((field) => [field.id, field])) }
  indexes.set(schema, index)
  return index
}

/** Every top-level field of a form, in its order. */
export const fieldsOf = (schema: FormSchema): readonly Field[] => indexOf(schema).fields

export const fieldById = (schema: FormSchema, fieldId: string): Field | undefined => indexOf(schema).byId.get(fieldId)

/** `resume[2].org` → {fieldId: 'resume', row: 2, columnId: 'org'}; `name` → {fieldId: 'name'}. */
export interface FieldPath {
  readonly fieldId: string
  readonly row?: number
  readonly columnId?: string
}

export function parseFieldPath(path: string): FieldPath {
  const match = /^([^[]+)\[(\d+)\]\.(.+)$/.exec(path)
  if (!match?.[1] || !match[3]) return { fieldId: path }
  return { fieldId: match[1], row: Number(match[2]), columnId: match[3] }
}

/** How a person calls the place of a problem: `姓名`, `经历 第 3 行 证明人`; '' when it is no field of the form. */
export function labelOf(schema: FormSchema, path: string): string {
  const { fieldId, row, columnId } = parseFieldPath(path)
  const field = fieldById(schema, fieldId)
  if (!field) return ''
  if (row === undefined) return field.label
  const column = field.columns?.find((candidate) => candidate.id === columnId)
  return `${field.label} 第 ${row + 1} 行${column ? ` ${column.label}` : ''}`
}
