import { kindOf } from './fields/index'
import type { Shape } from './kind/shape'
import { isList } from './logic'
import type { Field, Logic } from './schema'

/** What the answer of a field looks like to a rule. */
export const shapeOfField = (field: Field): Shape => kindOf(field.type).shape(field)

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
