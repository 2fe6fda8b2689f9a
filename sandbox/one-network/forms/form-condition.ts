import type { FormData, FormValue } from '../state/records'

/** JsonLogic, as far as forms say by it when a field is shown or required: operators over `form.<field>`. */
export type FormCondition = boolean | { readonly [operator: string]: Operand | readonly Operand[] }
type Operand = string | number | boolean | null | readonly string[] | { readonly [operator: string]: unknown }

type Value = FormValue | boolean | null | undefined

export function isFilled(value: FormValue | undefined): value is FormValue {
  if (value === undefined || value === '') return false
  if (Array.isArray(value)) return value.length > 0
  return true
}

/** The value of `{var: 'form.x'}`, or the literal itself. */
function valueOf(operand: Operand | undefined, data: FormData): Value {
  if (typeof operand !== 'object' || operand === null || Array.isArray(operand)) return operand as Value
  const name = (operand as { readonly var?: unknown }).var
  if (typeof name !== 'string' || !name.startsWith('form.')) throw new Error(`no operand: ${JSON.stringify(operand)}`)
  return data[name.slice('form.'.length)]
}

/** Among several: one of the field's choices, or the field's value one of a list. */
function isIn(one: Value, list: Value): boolean {
  return Array.isArray(list) && typeof one === 'string' && (list as readonly unknown[]).includes(one)
}

const COMPARE: Readonly<Record<string, (a: Value, b: Value) => boolean>> = {
  '===': (a, b) => a === b,
  '!==': (a, b) => a !== b,
  '>': (a, b) => typeof a === 'number' && typeof b === 'number' && a > b,
  '>=': (a, b) => typeof a === 'number' && typeof b === 'number' && a >= b,
  '<': (a, b) => typeof a === 'number' && typeof b === 'number' && a < b,
  '<=': (a, b) => typeof a === 'number' && typeof b === 'number' && a <= b,
  in: isIn,
}

/** The form's own conditions (showWhen, requiredWhen) over its data. Throws for an operator that it lacks. */
export function holdsForForm(condition: FormCondition, data: FormData): boolean {
  if (typeof condition === 'boolean') return condition
  const [[operator, inner] = []] = Object.entries(condition)
  const operands = (Array.isArray(inner) ? inner : [inner]) as readonly Operand[]
  const parts = () => operands.map((part) => holdsForForm(part as FormCondition, data))
  if (operator === 'and') return parts().every(Boolean)
  if (operator === 'or') return parts().some(Boolean)
  if (operator === '!') return !parts()[0]
  if (operator === 'filled') return isFilled(valueOf(operands[0], data) as FormValue | undefined)
  const compare = COMPARE[operator ?? '']
  if (compare === undefined) throw new Error(`a form's condition uses ${operator ?? 'nothing'}`)
  return compare(valueOf(operands[0], data), valueOf(operands[1], data))
}
