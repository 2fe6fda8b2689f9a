/** The structure of a type as plain data: what a value may look like on the wire or in a row, and nothing of its rules. */
export type Shape =
  | 'string'
  | 'number'
  | 'boolean'
  | 'null'
  /** Anything at all. */
  | 'unknown'
  | { readonly literal: string | number | boolean }
  | { readonly array: Shape }
  | { readonly tuple: readonly Shape[] }
  /** Any key. */
  | { readonly record: Shape }
  /** A key that ends in `?` may be absent. */
  | { readonly object: Readonly<Record<string, Shape>> }
  | { readonly union: readonly Shape[] }
  /** Stands in `Types` under this name. */
  | { readonly type: string }

/** Named shapes, so that a type may contain itself. */
export type Types = Readonly<Record<string, Shape>>

/** A shape with the names in it. */
export interface Named {
  readonly shape: Shape
  readonly types: Types
}

/** The members of an object: whether each may be absent. */
export const membersOf = (object: Readonly<Record<string, Shape>>): ReadonlyMap<string, Member> =>
  new Map(
    Object.entries(object).map(([key, shape]) => {
      const optional = key.endsWith('?')
      return [optional ? key.slice(0, -1) : key, { shape, optional }]
    }),
  )

interface Member {
  readonly shape: Shape
  readonly optional: boolean
}

/** For a message. */
export function textOf(shape: Shape): string {
  if (typeof shape === 'string') return shape
  if ('literal' in shape) return JSON.stringify(shape.literal)
  if ('array' in shape) return `list of ${textOf(shape.array)}`
  if ('tuple' in shape) return `[${shape.tuple.map(textOf).join(', ')}]`
  if ('record' in shape) return `record of ${textOf(shape.record)}`
  if ('object' in shape) return `{${Object.keys(shape.object).join(', ')}}`
  if ('union' in shape) return shape.union.map(textOf).join(' | ')
  return shape.type
}
