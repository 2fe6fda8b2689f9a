import jsonLogic, { type AdditionalOperation, type RulesLogic } from 'json-logic-js'
import type { FormContext } from './context'
import { LogicError, OPERATORS, ownOperator, type Surroundings, type WorkingDays } from './operators'
import type { Logic } from './schema'

/** JsonLogic's own operators that form files may use: the strict comparisons only, nothing that logs or mutates. */
export const STANDARD_OPERATORS: ReadonlySet<string> = new Set([
  ...['var', '===', '!==', '<', '<=', '>', '>=', 'in'],
  ...['!', '!!', 'and', 'or', 'if'],
  ...['+', '-', '*', '/', 'min', 'max'],
  ...['map', 'filter', 'all', 'some', 'none'],
])

/** Set while an expression runs (evaluation is synchronous): inside `all` and `map` the library only hands us the row. */
let surroundings: Surroundings | null = null

register()

/**
 * Evaluates an expression over the context. Comparisons of a missing value are false, whatever the operator.
 * @throws LogicError on an operator that is not allowed or a malformed expression
 */
export function evaluate(logic: Logic, context: FormContext, workingDays?: WorkingDays): unknown {
  assertAllowed(logic)
  const outer = surroundings
  surroundings = { context, ...(workingDays === undefined ? {} : { workingDays }) }
  try {
    return jsonLogic.apply(logic as RulesLogic<AdditionalOperation>, context) as unknown
  } catch (error) {
    throw error instanceof LogicError ? error : new LogicError(error instanceof Error ? error.message : String(error))
  } finally {
    surroundings = outer
  }
}

/** Does the expression hold (JsonLogic's truth: an empty list is false)? */
export function holds(logic: Logic, context: FormContext, workingDays?: WorkingDays): boolean {
  return jsonLogic.truthy(evaluate(logic, context, workingDays))
}

/** The paths that an expression reads by `var`, outside of row expressions: `form.cert_period.end`, `today`. */
export function pathsOf(logic: Logic): string[] {
  const paths = new Set<string>()
  walk(logic, (operator, args, inRow) => {
    if (operator === 'var' && !inRow && typeof args[0] === 'string') paths.add(args[0])
  })
  return [...paths]
}

/** Operators whose second argument runs once per row, with the row as its only data. */
export const ROW_OPERATORS: ReadonlySet<string> = new Set(['map', 'filter', 'all', 'some', 'none'])

/** Visits every operator of an expression; `inRow` tells that `var` reads a table's row there. */
export function walk(
  logic: Logic,
  visit: (operator: string, args: readonly Logic[], inRow: boolean) => void,
  inRow = false,
): void {
  if (isList(logic)) return logic.forEach((item) => walk(item, visit, inRow))
  if (typeof logic !== 'object' || logic === null) return
  for (const [operator, raw] of Object.entries(logic)) {
    const args = isList(raw) ? raw : [raw]
    visit(operator, args, inRow)
    args.forEach((arg, i) => walk(arg, visit, inRow || (ROW_OPERATORS.has(operator) && i === 1)))
  }
}

export function isList(logic: Logic): logic is readonly Logic[] {
  return Array.isArray(logic)
}

/** Expressions that were looked through already: a rule runs once per row and keystroke. */
const allowed = new WeakSet<object>()

function assertAllowed(logic: Logic): void {
  if (typeof logic !== 'object' || logic === null || allowed.has(logic)) return
  walk(logic, (operator) => {
    if (!STANDARD_OPERATORS.has(operator) && ownOperator(operator) === undefined) {
      throw new LogicError(`operator ${operator} is not allowed`)
    }
  })
  allowed.add(logic)
}

/** Ordering of numbers or of texts (days are texts that sort); anything else, null above all, is false. */
function ordered(compare: (a: number | string, b: number | string) => boolean) {
  return (a: unknown, b: unknown): boolean => {
    if (typeof a === 'number' && typeof b === 'number') return compare(a, b)
    return typeof a === 'string' && typeof b === 'string' && compare(a, b)
  }
}

function register(): void {
  jsonLogic.add_operation(
    '<',
    ordered((a, b) => a < b),
  )
  jsonLogic.add_operation(
    '<=',
    ordered((a, b) => a <= b),
  )
  jsonLogic.add_operation(
    '>',
    ordered((a, b) => a > b),
  )
  jsonLogic.add_operation(
    '>=',
    ordered((a, b) => a >= b),
  )
  for (const [name, operator] of Object.entries(OPERATORS)) {
    jsonLogic.add_operation(name, (...args: unknown[]) => {
      if (surroundings === null) throw new LogicError(`operator ${name} outside of evaluate()`)
      return operator.run(args, surroundings)
    })
  }
}
