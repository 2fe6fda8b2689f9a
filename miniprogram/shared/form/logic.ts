import { LogicEngine } from 'json-logic-engine'
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

/** It keeps each expression as a chain of functions; a row's rule runs some hundred times a keystroke. */
const engine = new LogicEngine()

/**
 * Evaluates an expression over the context. Comparisons of a missing value are false, whatever the operator.
 * @throws LogicError on an operator that is not allowed or a malformed expression
 */
export function evaluate(logic: Logic, context: FormContext, workingDays?: WorkingDays): unknown {
  const listed = allowed(logic)
  const outer = surroundings
  surroundings = { context, ...(workingDays === undefined ? {} : { workingDays }) }
  try {
    return engine.run(listed, context) as unknown
  } catch (error) {
    throw error instanceof LogicError ? error : new LogicError(error instanceof Error ? error.message : String(error))
  } finally {
    surroundings = outer
  }
}

/** Does the expression hold (JsonLogic's truth: an empty list is false)? */
export function holds(logic: Logic, context: FormContext, workingDays?: WorkingDays): boolean {
  return Boolean(engine.truthy(evaluate(logic, context, workingDays)))
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

/** Expressions that were looked through already. */
const looked = new WeakMap<object, Logic>()

/** The expression, when all its operators may be used, as the engine takes it. */
function allowed(logic: Logic): Logic {
  if (typeof logic !== 'object' || logic === null) return logic
  const known = looked.get(logic)
  if (known !== undefined) return known
  walk(logic, (operator) => {
    if (!STANDARD_OPERATORS.has(operator) && ownOperator(operator) === undefined) {
      throw new LogicError(`operator ${operator} is not allowed`)
    }
  })
  const listed = withLists(logic)
  looked.set(logic, listed)
  return listed
}

/** `{count: x}` → `{count: [x]}`: the engine would take the items of a list x for the arguments. */
function withLists(logic: Logic): Logic {
  if (isList(logic)) return logic.map(withLists)
  if (typeof logic !== 'object' || logic === null) return logic
  return Object.fromEntries(
    Object.entries(logic).map(([operator, args]) => [operator, (isList(args) ? args : [args]).map(withLists)]),
  )
}

/** Ordering of numbers or of texts (days are texts that sort); anything else, null above all, is false. */
function ordered(compare: (a: number | string, b: number | string) => boolean) {
  return ([a, b]: readonly unknown[]): boolean => {
    if (typeof a === 'number' && typeof b === 'number') return compare(a, b)
    return typeof a === 'string' && typeof b === 'string' && compare(a, b)
  }
}

/** Arithmetic with numbers; with anything else, null above all, it gives null, which no comparison accepts. */
function counted(count: (numbers: readonly number[]) => number) {
  return (args: readonly unknown[]): number | null =>
    args.every((arg): arg is number => typeof arg === 'number') ? count(args) : null
}

const STRICT: Readonly<Record<string, (args: readonly unknown[]) => unknown>> = {
  '<': ordered((a, b) => a < b),
  '<=': ordered((a, b) => a <= b),
  '>': ordered((a, b) => a > b),
  '>=': ordered((a, b) => a >= b),
  '+': counted((all) => all.reduce((sum, one) => sum + one, 0)),
  '-': counted(([first = 0, ...rest]) => (rest.length === 0 ? -first : rest.reduce((left, one) => left - one, first))),
  '*': counted((all) => all.reduce((product, one) => product * one, 1)),
  '/': counted(([first = 0, second = 1]) => first / second),
  min: counted((all) => Math.min(...all)),
  max: counted((all) => Math.max(...all)),
}

function register(): void {
  for (const [name, run] of Object.entries(STRICT)) engine.addMethod(name, run)
  for (const [name, operator] of Object.entries(OPERATORS)) {
    engine.addMethod(name, (args: readonly unknown[]) => {
      if (surroundings === null) throw new LogicError(`operator ${name} outside of evaluate()`)
      return operator.run(args, surroundings)
    })
  }
}

register()
