import { type Shape } from './shape'

/** What of a valibot schema is read here; every schema and action of the library has these members. */
interface Checked {
  readonly type: string
  readonly kind: 'schema' | 'validation' | 'transformation' | 'metadata'
  readonly pipe?: readonly Checked[]
  readonly requirement?: unknown
  readonly wrapped?: Checked
  readonly item?: Checked
  readonly key?: Checked
  readonly value?: Checked
  readonly entries?: Readonly<Record<string, Checked>>
  readonly options?: readonly unknown[]
}

/** What an input check lets through: its structure, and by path the limits beyond it, e.g. `string max_length 400`. */
export interface InputCheck {
  readonly shape: Shape
  readonly limits: Readonly<Record<string, readonly string[]>>
}

/** Reads a valibot schema. Throws for a kind of schema that is not used here yet. */
export function inputCheckOf(schema: object): InputCheck {
  const limits: Record<string, readonly string[]> = {}
  return { shape: shapeOf(schema as Checked, '', limits), limits }
}

function shapeOf(schema: Checked, path: string, limits: Record<string, readonly string[]>): Shape {
  const { pipe = [], type: name } = schema
  for (const { kind, type: check, requirement } of pipe) {
    if (kind !== 'validation') continue
    limits[path] = [...(limits[path] ?? []), `${name} ${check} ${textOf(requirement)}`.trim()].sort()
  }
  switch (name) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return name
    case 'optional':
      return schema.wrapped ? shapeOf(schema.wrapped, path, limits) : 'unknown'
    case 'array':
      return { array: inner(schema.item, `${path}[]`, limits) }
    case 'record':
      inner(schema.key, `${path}{key}`, limits)
      return { record: inner(schema.value, `${path}{}`, limits) }
    case 'picklist':
      return { union: (schema.options ?? []).map((option) => ({ literal: option as string })) }
    case 'union':
      return { union: (schema.options ?? []).map((option) => shapeOf(option as Checked, path, limits)) }
    case 'object':
    case 'strict_object': {
      if (name === 'strict_object') limits[path] = [...(limits[path] ?? []), 'object knows all members']
      const members = Object.entries(schema.entries ?? {}).map(([key, entry]): [string, Shape] => [
        entry.type === 'optional' ? `${key}?` : key,
        shapeOf(entry, path === '' ? key : `${path}.${key}`, limits),
      ])
      return { object: Object.fromEntries(members) }
    }
    default:
      throw new Error(`${path}: a valibot ${name} is not read here yet`)
  }
}

const inner = (schema: Checked | undefined, path: string, limits: Record<string, readonly string[]>): Shape =>
  schema ? shapeOf(schema, path, limits) : 'unknown'

/** A limit that is a function has no text: that it is there is all that can be told. */
function textOf(requirement: unknown): string {
  if (typeof requirement === 'function') return ''
  return requirement instanceof RegExp ? String(requirement) : (JSON.stringify(requirement) ?? '')
}

/**
 * Limits of `now` that let less through than those `before`.
 * @param members what could be sent before: a limit on a member that nobody sent narrows nothing
 */
export function narrowedLimits(
  before: InputCheck['limits'],
  now: InputCheck['limits'],
  members: ReadonlySet<string>,
): readonly string[] {
  const known = Object.entries(now).filter(([path]) => path === '' || members.has(path.split(/[.[{]/)[0] ?? ''))
  return known.flatMap(([path, limits]) =>
    limits
      .filter((limit) => !(before[path] ?? []).some((known) => isAsWide(known, limit)))
      .map((limit) => `${path === '' ? '(all of it)' : path}: ${limit}`),
  )
}

function isAsWide(known: string, limit: string): boolean {
  if (known === limit) return true
  const [before, now] = [numeric(known), numeric(limit)]
  if (!before || !now || before.name !== now.name) return false
  return /\bmax_/.test(now.name) ? now.value >= before.value : /\bmin_/.test(now.name) && now.value <= before.value
}

function numeric(limit: string): { readonly name: string; readonly value: number } | undefined {
  const [, name, value] = /^(.*) (-?[\d.]+)$/.exec(limit) ?? []
  return name === undefined ? undefined : { name, value: Number(value) }
}
