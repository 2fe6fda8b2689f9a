import type { Field, FormSchema } from './schema'

/** Every top-level field of a form, in its order. */
export function fieldsOf(schema: FormSchema): readonly Field[] {
  return schema.sections.flatMap((section) => section.fields)
}

export function fieldById(schema: FormSchema, fieldId: string): Field | undefined {
  return fieldsOf(schema).find((field) => field.id === fieldId)
}

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
