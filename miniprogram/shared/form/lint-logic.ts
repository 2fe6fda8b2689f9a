import type { Shape } from './kind/shape'
import { accepts, comparable, optionsOf, orderable, shapeOfField, shapeOfLiteral } from './lint-types'
import { isList, ROW_OPERATORS, STANDARD_OPERATORS } from './logic'
import { ownOperator } from './operators'
import { isPatternName } from './patterns'
import type { Field, Logic } from './schema'

/** The matter's own words that a form may read; a part that is not given is not checked. */
export interface Vocabulary {
  /** Situation key → option keys. */
  readonly situations?: Readonly<Record<string, readonly string[]>>
  readonly materials?: readonly string[]
  readonly parameters?: Readonly<Record<string, unknown>>
}

/** What `var` can see: the whole context, or one row of a table. */
export interface Scope {
  readonly fields: readonly Field[]
  readonly vocabulary: Vocabulary
  readonly row?: Shape
  /** Columns of the table that a rule with `each` goes through; read as `row.<column>`. */
  readonly each?: readonly Field[]
}

type Report = (message: string) => void

const UNKNOWN: Shape = { kind: 'unknown' }
const NUMERIC: ReadonlySet<string> = new Set([
  ...['+', '-', '*', '/', 'min', 'max'],
  ...['sum', 'avg', 'count', 'occurrences', 'age', 'days', 'months', 'workingDays', 'minutes'],
])
/** Turning one of these round hides an empty value: `!(a < b)` would be true for nothing at all. */
const ORDERINGS: ReadonlySet<string> = new Set(['<', '<=', '>', '>='])

/** Checks an expression and tells what it yields; every complaint goes to `report`. */
export function lintLogic(logic: Logic, scope: Scope, report: Report): Shape {
  if (isList(logic)) {
    logic.forEach((item) => lintLogic(item, scope, report))
    return { kind: 'list' }
  }
  if (typeof logic !== 'object' || logic === null) return shapeOfLiteral(logic)
  const [entry, ...others] = Object.entries(logic)
  if (entry === undefined || others.length > 0) {
    report('an expression has exactly one operator')
    return UNKNOWN
  }
  const [operator, raw] = entry
  return lintOperator(operator, isList(raw) ? raw : [raw], scope, report)
}

function lintOperator(operator: string, args: readonly Logic[], scope: Scope, report: Report): Shape {
  if (operator === '==' || operator === '!=') {
    report(`${operator} is loose: write ${operator}=`)
    return { kind: 'boolean' }
  }
  const own = ownOperator(operator)
  if (!STANDARD_OPERATORS.has(operator) && own === undefined) {
    report(`operator ${operator} is not allowed`)
    return UNKNOWN
  }
  if (own !== undefined && (args.length < own.min || args.length > own.max)) {
    report(`${operator} takes ${own.min} to ${own.max} arguments, not ${args.length}`)
  }
  if (operator === 'var') return lintPath(args, scope, report)
  if (ROW_OPERATORS.has(operator)) return lintRows(operator, args, scope, report)
  const shapes = args.map((arg) => lintLogic(arg, scope, report))
  lintArguments(operator, args, shapes, scope, report)
  return resultOf(operator, shapes)
}

function lintArguments(
  op: string,
  args: readonly Logic[],
  shapes: readonly Shape[],
  scope: Scope,
  report: Report,
): void {
  const [a = UNKNOWN, b = UNKNOWN] = shapes
  const each = (accept: (shape: Shape) => boolean, wanted: string): void => {
    if (!shapes.every(accept)) report(`${op} needs ${wanted}`)
  }
  if (op === '===' || op === '!==') {
    if (!comparable(a, b)) report(`${op} compares ${a.kind} with ${b.kind}`)
    lintOption(args, shapes, report)
  } else if (ORDERINGS.has(op)) {
    if (!orderable(a, b)) report(`${op} orders ${a.kind} and ${b.kind}`)
  } else if (op === 'in') {
    if (!accepts.list(b)) report('in needs a list as its second argument')
    lintMembers(args, shapes, report)
  } else if (op === '!' && isOrdering(args[0]))
    report('! over an ordering also holds for an empty value: turn it round')
  else if (['+', '-', '*', '/', 'min', 'max'].includes(op)) each(accepts.number, 'numbers')
  else if (op === 'days' || op === 'months' || op === 'workingDays') each(accepts.day, 'days')
  else if (op === 'shift' && !accepts.day(a)) report('shift needs a day')
  else if (op === 'shift' && !isStep(args, b)) report("shift needs a step such as '-6m', or a number and d, m or y")
  else if (op === 'tier' && !accepts.number(a)) report('tier needs a number')
  else if (op === 'near') each(accepts.number, 'numbers')
  else if (op === 'minutes') each(accepts.text, 'times of day')
  else if (op === 'mentions') lintWords(args[1], a, report)
  else if (op === 'overlaps' && !accepts.range(a)) report('overlaps needs a date range')
  else if (op === 'count' && !accepts.list(a)) report('count needs a list')
  else if (op === 'occurrences') lintColumn(op, args.slice(1), b, report)
  else if (op === 'age' && !accepts.birth(a)) report('age needs a birth day or an ID number')
  else if (op === 'sum' || op === 'avg' || op === 'distinct') lintColumn(op, args, a, report)
  else if (op === 'matches' && !(typeof args[1] === 'string' && isPatternName(args[1]))) {
    report(`there is no pattern ${JSON.stringify(args[1])}`)
  } else if (op === 'param') lintParameter(args[0], scope, report)
}

function lintPath(args: readonly Logic[], scope: Scope, report: Report): Shape {
  const [path] = args
  if (typeof path !== 'string' || args.length !== 1) {
    report('var takes one path')
    return UNKNOWN
  }
  const shape = scope.row === undefined ? contextShape(path, scope) : rowShape(path, scope.row)
  if (shape === null) report(`nothing is called ${path === '' ? '""' : path}${scope.row ? ' in a row' : ''}`)
  return shape ?? UNKNOWN
}

function contextShape(path: string, { fields, vocabulary, each }: Scope): Shape | null {
  const [root, key = '', ...rest] = path.split('.')
  if (root === 'row' && each) return fieldShape(each, [key, ...rest])
  if (path === 'today') return { kind: 'day' }
  if (root === 'form') return fieldShape(fields, [key, ...rest])
  if (rest.length > 0 || key === '') return null
  if (root === 'account' || root === 'credit') return { kind: 'text' }
  if (root === 'attachments') {
    return vocabulary.materials && !vocabulary.materials.includes(key) ? null : { kind: 'number' }
  }
  if (root !== 'situation') return null
  const options = vocabulary.situations?.[key]
  if (vocabulary.situations && !options) return null
  return options ? { kind: 'choices', options } : { kind: 'list' }
}

function fieldShape(fields: readonly Field[], [id = '', part, ...rest]: readonly string[]): Shape | null {
  const field = fields.find((candidate) => candidate.id === id)
  if (!field || rest.length > 0) return null
  const shape = shapeOfField(field)
  if (part === undefined) return shape
  return shape.kind === 'range' && (part === 'begin' || part === 'end') ? { kind: 'day' } : null
}

function rowShape(path: string, row: Shape): Shape | null {
  if (row.kind === 'rows') return path === '' ? UNKNOWN : fieldShape(row.columns, path.split('.'))
  if (path !== '') return row.kind === 'unknown' ? UNKNOWN : null
  return row.kind === 'choices' ? { kind: 'choice', options: row.options } : UNKNOWN
}

function lintRows(operator: string, args: readonly Logic[], scope: Scope, report: Report): Shape {
  const [list, each] = args
  if (list === undefined || each === undefined || args.length !== 2) {
    report(`${operator} takes a list and an expression`)
    return UNKNOWN
  }
  const shape = lintLogic(list, scope, report)
  if (!accepts.list(shape)) report(`${operator} needs a list`)
  lintLogic(each, { ...scope, row: shape }, report)
  if (operator === 'filter') return shape
  return { kind: operator === 'map' ? 'list' : 'boolean' }
}

/** A literal compared with a choice must be one of its options. */
function lintOption(args: readonly Logic[], shapes: readonly Shape[], report: Report): void {
  const options = shapes.map(optionsOf).find((found) => found !== null)
  const literal = args.find((arg) => typeof arg === 'string')
  if (options && typeof literal === 'string' && !options.includes(literal)) report(`there is no option ${literal}`)
}

/** `in`: a literal among a field's choices, or a field's choice among literals. */
function lintMembers([needle, list]: readonly Logic[], [a, b]: readonly Shape[], report: Report): void {
  const within = b && optionsOf(b)
  if (within && typeof needle === 'string' && !within.includes(needle)) report(`there is no option ${needle}`)
  const own = a && optionsOf(a)
  if (!own || list === undefined || !isList(list)) return
  for (const item of list) if (typeof item === 'string' && !own.includes(item)) report(`there is no option ${item}`)
}

function lintColumn(op: string, args: readonly Logic[], shape: Shape, report: Report): void {
  if (!accepts.list(shape)) return report(`${op} needs a list`)
  if (shape.kind !== 'rows') return
  const column = shape.columns.find((candidate) => candidate.id === args[1])
  if (!column) report(`${op}: there is no column ${JSON.stringify(args[1] ?? null)}`)
  else if (op !== 'distinct' && op !== 'occurrences' && shapeOfField(column).kind !== 'number')
    report(`${op}: column ${column.id} is no number`)
}

function lintWords(words: Logic | undefined, value: Shape, report: Report): void {
  if (!accepts.text(value)) report('mentions needs a text')
  if (words === undefined || !isList(words) || words.length === 0) report('mentions needs a list of words')
}

function lintParameter(name: Logic | undefined, { vocabulary }: Scope, report: Report): void {
  if (typeof name !== 'string') return report('param takes a name')
  if (vocabulary.parameters && !(name in vocabulary.parameters)) report(`there is no parameter ${name}`)
}

function isOrdering(logic: Logic | undefined): boolean {
  if (typeof logic !== 'object' || logic === null || isList(logic)) return false
  return Object.keys(logic).some((operator) => ORDERINGS.has(operator))
}

function resultOf(operator: string, shapes: readonly Shape[]): Shape {
  if (NUMERIC.has(operator)) return { kind: 'number' }
  if (operator === 'shift') return { kind: 'day' }
  if (operator === 'if' || operator === 'param' || operator === 'tier') return UNKNOWN
  if (operator === 'and' || operator === 'or')
    return shapes.every((s) => s.kind === 'boolean') ? { kind: 'boolean' } : UNKNOWN
  return { kind: 'boolean' }
}

const isStep = ([, by, unit]: readonly Logic[], shape: Shape): boolean =>
  unit === undefined
    ? typeof by === 'string' && /^[+-]\d{1,5}[dmy]$/.test(by)
    : accepts.number(shape) && typeof unit === 'string' && /^[dmy]$/.test(unit)
