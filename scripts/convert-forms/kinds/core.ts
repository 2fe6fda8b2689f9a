import type { Logic, RuleOutcome } from '../../../miniprogram/shared/form/schema'
import { toOperand } from '../conditions'
import type { SeedField } from '../seed'

/** What a check's kind becomes: the rule's core. The rest (message, basis, evidence) is the same for all kinds. */
export interface RuleCore {
  readonly each?: string
  readonly when?: Logic
  readonly holds: Logic
  readonly reads: readonly string[]
  readonly marks: readonly string[]
  readonly outcome?: RuleOutcome
}

/** Reads a check's parameters. What no kind has asked for stops the conversion, so that nothing is lost silently. */
export interface Reader {
  readonly text: (name: string) => string
  readonly texts: (name: string) => readonly string[]
  /** The number, or its parameter when the office may still change it. */
  readonly number: (name: string) => Logic
  /** A number that becomes part of the rule's shape, such as the steps of a calendar. */
  readonly fixed: (name: string) => number
  /** One plain value as rules compare it. */
  readonly operand: (name: string) => Logic
  readonly has: (name: string) => boolean
  readonly raw: (name: string) => unknown
  /** The parameter that stands for a value, when there is one. */
  readonly parameter: (name: string) => Logic | undefined
  /** The fields of the form that the check belongs to. */
  readonly field: (id: string) => SeedField
  readonly hasField: (id: string) => boolean
  /** The field that takes its first value from a question of the situation: where a word about the answer is shown. */
  readonly filledBy: (situation: string) => readonly string[]
  readonly column: (table: string, id: string) => SeedField
}

export type Kind = (read: Reader) => RuleCore

export const fieldVar = (path: string): Logic => ({ var: `form.${path}` })
export const rowVar = (column: string): Logic => ({ var: `row.${column}` })
export const TODAY: Logic = { var: 'today' }

const OPERATORS: Readonly<Record<string, string>> = {
  eq: '===',
  ne: '!==',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
}

/** `left op right`; amounts may differ by a tolerance when they must be equal. */
export function compare(op: string, left: Logic, right: Logic, tolerance?: Logic): Logic {
  if (tolerance !== undefined) {
    if (op !== 'eq') throw new Error(`a tolerance goes with eq, not ${op}`)
    return { near: [left, right, tolerance] }
  }
  const operator = OPERATORS[op]
  if (operator === undefined) throw new Error(`unknown operator: ${op}`)
  return { [operator]: [left, right] }
}

const OPPOSITES: Readonly<Record<string, string>> = { eq: 'ne', ne: 'eq', gt: 'lte', gte: 'lt', lt: 'gte', lte: 'gt' }

/** The comparison that holds when `op` does not; neither ordering holds for an empty value. */
export function opposite(op: string): string {
  const other = OPPOSITES[op]
  if (other === undefined) throw new Error(`unknown operator: ${op}`)
  return other
}

export function allOf(conditions: readonly Logic[]): Logic {
  const [only, ...others] = conditions
  if (only === undefined) throw new Error('nothing to check')
  return others.length === 0 ? only : { and: conditions }
}

export function anyOf(conditions: readonly Logic[]): Logic {
  const [only, ...others] = conditions
  if (only === undefined) throw new Error('nothing to check')
  return others.length === 0 ? only : { or: conditions }
}

/** Is none of the options chosen? */
export function noneChosen(field: SeedField, options: readonly string[]): Logic {
  if (field.type !== 'multi_choice') return { '!': [{ in: [fieldVar(field.id), options] }] }
  return { '!': [anyOf(options.map((option): Logic => ({ in: [option, fieldVar(field.id)] })))] }
}

export function plainOperand(value: unknown): Logic {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return toOperand(value)
  throw new Error(`not a plain value: ${JSON.stringify(value)}`)
}
