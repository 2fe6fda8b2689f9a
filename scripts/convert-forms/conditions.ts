import type { Logic } from '../../miniprogram/shared/form/schema'
import type { SeedCondition, SeedValue } from './seed'

export const fieldVar = (path: string): Logic => ({ var: `form.${path}` })

/** A condition of the specification → JsonLogic. */
export function toLogic(condition: SeedCondition): Logic {
  if (condition.all) return { and: condition.all.map(toLogic) }
  if (condition.any) return { or: condition.any.map(toLogic) }
  if (condition.not) return { '!': [toLogic(condition.not)] }
  if (condition.situation !== undefined) return situationLogic(condition.situation, condition.in ?? [])
  if (condition.field !== undefined) return fieldLogic(fieldVar(condition.field), condition)
  throw new Error(`condition without a field or situation: ${JSON.stringify(condition)}`)
}

/** A question is answered by any of these options (an unanswered or hidden question is not). */
export function situationLogic(key: string, options: readonly string[]): Logic {
  const chosen = options.map((option): Logic => ({ in: [option, { var: `situation.${key}` }] }))
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
