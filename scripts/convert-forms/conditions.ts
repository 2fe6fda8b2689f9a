import type { FieldType, Logic } from '../../miniprogram/shared/form/schema'
import type { SeedCondition, SeedValue } from './seed'

/** Type of a field of the form that a condition belongs to. */
export type TypeOf = (fieldId: string) => FieldType | undefined

/**
 * A condition of the specification → JsonLogic. Over several choices, to be equal or among means that one of them is
 * chosen.
 */
export function toLogic(condition: SeedCondition, typeOf: TypeOf = () => undefined): Logic {
  if (condition.all) return { and: condition.all.map((part) => toLogic(part, typeOf)) }
  if (condition.any) return { or: condition.any.map((part) => toLogic(part, typeOf)) }
  if (condition.not) return { '!': [toLogic(condition.not, typeOf)] }
  if (condition.situation !== undefined) return situationLogic(condition.situation, condition.in ?? [])
  if (condition.field !== undefined) {
    const field: Logic = { var: `form.${condition.field}` }
    return typeOf(condition.field) === 'multi_choice' ? choicesLogic(field, condition) : fieldLogic(field, condition)
  }
  throw new Error(`condition without a field or situation: ${JSON.stringify(condition)}`)
}

/** A question is answered by any of these options (an unanswered or hidden question is not). */
export function situationLogic(key: string, options: readonly string[]): Logic {
  const chosen = options.map((option): Logic => ({ in: [option, { var: `situation.${key}` }] }))
  return chosen.length === 1 && chosen[0] !== undefined ? chosen[0] : { or: chosen }
}

function choicesLogic(field: Logic, condition: SeedCondition): Logic {
  const { op, value } = condition
  if (op === 'ne') return { '!': [choicesLogic(field, { ...condition, op: 'eq' })] }
  if (op === 'filled' || op === 'contains' || value === undefined) return fieldLogic(field, condition)
  if (op !== 'eq' && op !== 'in') throw new Error(`${String(op)} does not go with several choices`)
  const options = Array.isArray(value) ? (value as readonly string[]) : [String(value)]
  const chosen = options.map((option): Logic => ({ in: [option, field] }))
  return chosen.length === 1 && chosen[0] !== undefined ? chosen[0] : { or: chosen }
}

function fieldLogic(field: Logic, { op, value }: SeedCondition): Logic {
  if (op === 'filled') return { filled: [field] }
  if (value === undefined) throw new Error(`condition without a value: ${JSON.stringify(field)}`)
  const operand = toOperand(value)
  switch (op) {
    case 'eq':
      return { '===': [field, operand] }
    case 'ne':
      return { '!==': [field, operand] }
    case 'in':
      return { in: [field, operand] }
    case 'contains':
      return { in: [operand, field] }
    case 'gt':
      return { '>': [field, operand] }
    case 'gte':
      return { '>=': [field, operand] }
    case 'lt':
      return { '<': [field, operand] }
    case 'lte':
      return { '<=': [field, operand] }
    default:
      throw new Error(`unknown operator: ${String(op)}`)
  }
}

/** Yes and no are "1" and "0" in answers (contract chapter 12). */
export function toOperand(value: SeedValue): Logic {
  return typeof value === 'boolean' ? (value ? '1' : '0') : value
}
