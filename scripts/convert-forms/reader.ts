import type { Logic } from '../../miniprogram/shared/form/schema'
import { plainOperand, type Reader } from './kinds/core'
import { PARAMETERS } from './parameters'
import type { SeedField, SeedParams } from './seed'

/** What says how severe a check is or where it belongs; not the business of its kind. */
const NOT_OF_THE_KIND = ['severity_over', 'form']

/** @param key `<slug>.<check id>`, as parameters.ts and wording.ts name checks */
export function paramReader(
  key: string,
  params: SeedParams,
  fields: readonly SeedField[],
): Reader & { readonly unread: () => readonly string[] } {
  const read = new Set<string>(NOT_OF_THE_KIND)
  const raw = (path: string): unknown => {
    const [name = '', ...rest] = path.split('.')
    read.add(name)
    return rest.reduce<unknown>(
      (value, part) => new Map<string, unknown>(Object.entries(value ?? {})).get(part),
      params[name],
    )
  }
  const parameter = (name: string): Logic | undefined => {
    const found = PARAMETERS[`${key}.${name}`]
    if (found !== undefined) read.add(name)
    return found === undefined ? undefined : { param: [found] }
  }
  const fixed = (name: string): number => {
    const value = raw(name)
    if (typeof value !== 'number') throw new Error(`${key}: ${name} is missing`)
    return value
  }
  const field = (id: string): SeedField => {
    const found = fields.find((candidate) => candidate.id === id)
    if (found === undefined) throw new Error(`${key}: there is no field ${id}`)
    return found
  }
  const text = (name: string): string => {
    const value = raw(name)
    if (typeof value !== 'string') throw new Error(`${key}: ${name} is missing`)
    return value
  }
  return {
    raw,
    parameter,
    fixed,
    field,
    text,
    has: (name) => params[name] !== undefined,
    hasField: (id) => fields.some((candidate) => candidate.id === id),
    texts: (name) => {
      const value = raw(name)
      const list: readonly unknown[] = Array.isArray(value) ? value : []
      const texts = list.filter((item): item is string => typeof item === 'string')
      if (texts.length === 0 || texts.length !== list.length) throw new Error(`${key}: ${name} is missing`)
      return texts
    },
    filledBy: (situation) =>
      fields.filter(({ prefill }) => prefill?.source === 'situation' && prefill.path === situation).map(({ id }) => id),
    number: (name) => parameter(name) ?? fixed(name),
    operand: (name) => plainOperand(raw(name)),
    column: (table, id) => {
      const found = field(table).columns?.find((candidate) => candidate.id === id)
      if (found === undefined) throw new Error(`${key}: table ${table} has no column ${id}`)
      return found
    },
    unread: () => Object.keys(params).filter((name) => !read.has(name)),
  }
}
