import { isList } from './logic'
import type { Field, Logic, Option } from './schema'

/** What an expression yields, as far as the form file tells. */
export type Shape =
  | { readonly kind: 'number' | 'text' | 'day' | 'boolean' | 'range' | 'list' | 'unknown' }
  /** One of a field's options (or yes/no). */
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  /** Several of a field's options, or the chosen options of a situation. */
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  | { readonly kind: 'rows'; readonly columns: readonly Field[] }

const YES_NO = ['1', '0'] as const
const values = (options: readonly Option[] = []): string[] => options.map((option) => option.value)

/** What the answer of a field looks like to a rule. */
export function shapeOfField(field: Field): Shape {
  switch (field.type) {
    case 'number':
    case 'money':
    case 'area':
      return { kind: 'number' }
    case 'date':
      return { kind: 'day' }
    case 'daterange':
      return { kind: 'range' }
    case 'single_choice':
      return { kind: 'choice', options: values(field.options) }
    case 'boolean':
      return { kind: 'choice', options: YES_NO }
    case 'multi_choice':
      return { kind: 'choices', options: values(field.options) }
    case 'table':
      return { kind: 'rows', columns: field.columns ?? [] }
    case 'signature':
      return { kind: 'list' }
    case 'text':
    case 'textarea':
    case 'region':
    case 'address':
    case 'id_card':
    case 'uscc':
    case 'phone':
    case 'email':
      return { kind: 'text' }
  }
}

/** Shape of a literal in an expression. */
export function shapeOfLiteral(literal: Logic): Shape {
  if (typeof literal === 'number') return { kind: 'number' }
  if (typeof literal === 'boolean') return { kind: 'boolean' }
  if (typeof literal === 'string') return { kind: /^\d{4}-\d{2}-\d{2}$/.test(literal) ? 'day' : 'text' }
  return { kind: isList(literal) ? 'list' : 'unknown' }
}

const isTextual = (shape: Shape): boolean => ['text', 'day', 'choice'].includes(shape.kind)
const isKnown = (shape: Shape): boolean => shape.kind !== 'unknown'

/** Can the two ever be equal? */
export function comparable(a: Shape, b: Shape): boolean {
  if (!isKnown(a) || !isKnown(b)) return true
  return (isTextual(a) && isTextual(b)) || (a.kind === b.kind && (a.kind === 'number' || a.kind === 'boolean'))
}

/** Can the two be put in order: numbers, or days? Other texts have no order that a citizen would expect. */
export function orderable(a: Shape, b: Shape): boolean {
  if (!isKnown(a) || !isKnown(b)) return true
  return a.kind === b.kind && (a.kind === 'number' || a.kind === 'day')
}

/** Would the operator get what it works on? */
export const accepts = {
  number: (shape: Shape): boolean => !isKnown(shape) || shape.kind === 'number',
  day: (shape: Shape): boolean => !isKnown(shape) || shape.kind === 'day',
  /** A birth day, or the ID number that holds one. */
  birth: (shape: Shape): boolean => !isKnown(shape) || shape.kind === 'day' || shape.kind === 'text',
  list: (shape: Shape): boolean => !isKnown(shape) || ['list', 'choices', 'rows'].includes(shape.kind),
  range: (shape: Shape): boolean => !isKnown(shape) || shape.kind === 'range',
  text: (shape: Shape): boolean => !isKnown(shape) || isTextual(shape),
} as const

/** The options that a shape allows, when it is a choice. */
export function optionsOf(shape: Shape): readonly string[] | null {
  return shape.kind === 'choice' || shape.kind === 'choices' ? shape.options : null
}
