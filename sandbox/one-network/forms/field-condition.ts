import type { FieldCondition } from '../catalogue/seed-types'
import type { FormData, FormValue } from '../state/records'

export function isFilled(value: FormValue | undefined): value is FormValue {
  if (value === undefined || value === '') return false
  if (Array.isArray(value)) return value.length > 0
  return true
}

function compare(
  op: string,
  value: FormValue | undefined,
  wanted: string | number | readonly string[] | undefined,
): boolean {
  switch (op) {
    case 'filled':
      return isFilled(value)
    case 'eq':
      return value === wanted
    case 'ne':
      return value !== wanted
    case 'in':
      return Array.isArray(wanted) && typeof value === 'string' && wanted.includes(value)
    case 'contains':
      return Array.isArray(value) && typeof wanted === 'string' && value.some((part) => part === wanted)
    case 'gt':
      return typeof value === 'number' && typeof wanted === 'number' && value > wanted
    case 'gte':
      return typeof value === 'number' && typeof wanted === 'number' && value >= wanted
    case 'lt':
      return typeof value === 'number' && typeof wanted === 'number' && value < wanted
    case 'lte':
      return typeof value === 'number' && typeof wanted === 'number' && value <= wanted
    default:
      throw new Error(`unknown operator ${op}`)
  }
}

/** The form's own conditions (show_when, required_when) over its data. */
export function holdsForForm(condition: FieldCondition, data: FormData): boolean {
  if ('all' in condition) return condition.all.every((part) => holdsForForm(part, data))
  if ('any' in condition) return condition.any.some((part) => holdsForForm(part, data))
  if ('not' in condition) return !holdsForForm(condition.not, data)
  return compare(condition.op, data[condition.field], condition.value)
}
