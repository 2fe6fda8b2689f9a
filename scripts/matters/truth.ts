import { isList } from '../../miniprogram/shared/form/logic'
import type { Logic } from '../../miniprogram/shared/form/schema'
import type { SituationCondition } from './guide'

/** Holds, does not, or depends on what is not known yet. */
export type Truth = 'yes' | 'no' | 'depends'

/** What is known of a filing: answers of the situation guide, and of the form. */
export interface Known {
  readonly situation: Readonly<Record<string, readonly string[]>>
  readonly form: Readonly<Record<string, unknown>>
}

const not = (truth: Truth): Truth => (truth === 'yes' ? 'no' : truth === 'no' ? 'yes' : 'depends')
/** All of them hold. */
export const all = (parts: readonly Truth[]): Truth =>
  parts.includes('no') ? 'no' : parts.every((part) => part === 'yes') ? 'yes' : 'depends'
const any = (parts: readonly Truth[]): Truth => not(all(parts.map(not)))
const sure = (holds: boolean): Truth => (holds ? 'yes' : 'no')

/** A condition of the situation guide, as far as its questions are answered. */
export function situationTruth(condition: SituationCondition | undefined, known: Known): Truth {
  if (condition === undefined) return 'yes'
  if ('all' in condition) return all(condition.all.map((part) => situationTruth(part, known)))
  if ('any' in condition) return any(condition.any.map((part) => situationTruth(part, known)))
  if ('not' in condition) return not(situationTruth(condition.not, known))
  const chosen = known.situation[condition.situation]
  return chosen === undefined ? 'depends' : sure(chosen.some((option) => condition.in.includes(option)))
}

const UNKNOWN = Symbol('unknown')

/** The value of an operand; a path that is not known is UNKNOWN. */
function valueOf(operand: Logic | undefined, known: Known): unknown {
  if (typeof operand !== 'object' || operand === null || isList(operand)) return operand
  const path = operand.var
  if (typeof path !== 'string') return UNKNOWN
  const [root, name = ''] = path.split('.')
  const from = root === 'form' ? known.form : root === 'situation' ? known.situation : {}
  return name in from ? from[name] : UNKNOWN
}

/** A condition of a form (JsonLogic), as far as its answers are known; an operator that reads more depends. */
export function formTruth(logic: Logic | undefined, known: Known): Truth {
  if (logic === undefined || logic === true) return 'yes'
  if (typeof logic !== 'object' || logic === null || isList(logic)) return sure(Boolean(logic))
  const [[operator, inner] = ['']] = Object.entries(logic)
  const operands: readonly Logic[] = inner !== undefined && isList(inner) ? inner : []
  if (operator === 'and') return all(operands.map((part) => formTruth(part, known)))
  if (operator === 'or') return any(operands.map((part) => formTruth(part, known)))
  if (operator === '!') return not(formTruth(operands[0], known))
  const [left, right] = operands.map((operand) => valueOf(operand, known))
  if (left === UNKNOWN || right === UNKNOWN) return 'depends'
  if (operator === '===') return sure(left === right)
  if (operator === '!==') return sure(left !== right)
  if (operator === 'in') return sure(Array.isArray(right) && right.includes(left))
  return 'depends'
}
