import { idCardBirth } from './checksums'
import type { FormContext } from './context'
import { ageOn, daysBetween, isDay, monthsBetween, shiftDay } from './days'
import { isPatternName, PATTERNS } from './patterns'
import { minutesUntil, overlapsPeriod } from './periods'

/**
 * Days on which the office works, given in by the server: holiday tables are large and change every year, so the page
 * does not carry them. `start` does not count, `end` does.
 */
export interface WorkingDays {
  (start: string, end: string): number
  /** Beyond this day the holidays are not published yet: the count is an estimate. */
  readonly publishedUntil?: string
}

export interface Surroundings {
  readonly context: FormContext
  readonly workingDays?: WorkingDays
}

/** A condition or rule that cannot be evaluated: a defect of the form file or its parameters, never a pass. */
export class LogicError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'LogicError'
  }
}

/** A rule counts working days where no calendar was given in (the page): it waits for the server's verdict. */
export class CalendarMissing extends LogicError {
  constructor() {
    super('working days need a calendar')
    this.name = 'CalendarMissing'
  }
}

/** An operator of our own: total, so that a value it cannot use gives null (which no comparison accepts). */
export interface Operator {
  readonly min: number
  readonly max: number
  readonly run: (args: readonly unknown[], around: Surroundings) => unknown
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/**
 * Numbers of a column: `args[0]` is an array of numbers, or an array of rows when `args[1]` names the column. Empty cells
 * do not count.
 */
function numbers(args: readonly unknown[]): number[] | null {
  const values = column(args)?.filter(isFilled)
  return values?.every((value) => typeof value === 'number') === true ? values : null
}

function column(args: readonly unknown[]): unknown[] | null {
  const [list, name] = args
  if (!Array.isArray(list)) return null
  const items = list as readonly unknown[]
  if (typeof name !== 'string') return [...items]
  return items.map((item) => (isRecord(item) ? (item[name] ?? null) : null))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Amounts are added and compared as whole millionths: a fen of an amount in 万元, and finer than any other unit of the
 * forms. Integers have no dust of binary fractions (0.1 + 0.2).
 */
const MILLION = 1e6
const millionths = (value: number): number => Math.round(value * MILLION)

export const total = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + millionths(value), 0) / MILLION

export function isFilled(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false
  return !Array.isArray(value) || value.length > 0
}

export const OPERATORS: Readonly<Record<string, Operator>> = {
  /** sum(list) or sum(rows, column) */
  sum: {
    min: 1,
    max: 2,
    run: (args) => {
      const values = numbers(args)
      return values === null ? null : total(values)
    },
  },
  /** avg(list) or avg(rows, column); null for an empty list */
  avg: {
    min: 1,
    max: 2,
    run: (args) => {
      const values = numbers(args)
      return values === null || values.length === 0 ? null : millionths(total(values) / values.length) / MILLION
    },
  },
  /** near(a, b, tolerance): do two amounts differ by no more than the tolerance? */
  near: {
    min: 3,
    max: 3,
    run: (args) => {
      const [a = null, b = null, tolerance = null] = args.map((it) => (typeof it === 'number' ? millionths(it) : null))
      if (a === null || b === null || tolerance === null) return null
      return Math.abs(a - b) <= tolerance
    },
  },
  /** count(list or rows): how many; nothing counts as none */
  count: { min: 1, max: 1, run: ([list]) => (Array.isArray(list) ? list.length : 0) },
  /** occurrences(value, rows, column): how many rows have this value in the column */
  occurrences: {
    min: 3,
    max: 3,
    run: ([value, rows, name]) => {
      if (!isFilled(value) || !Array.isArray(rows) || typeof name !== 'string') return 0
      // Counted in place: a rule asks this for every row, and a list per row would be rubbish by the thousand.
      let count = 0
      for (const row of rows as readonly unknown[]) if (isRecord(row) && row[name] === value) count += 1
      return count
    },
  },
  /** tier(number, steps): the value of the first step that is not below the number; null beyond the last */
  tier: {
    min: 2,
    max: 2,
    run: ([value, steps]) => {
      if (typeof value !== 'number' || !Array.isArray(steps)) return null
      const step = (steps as readonly unknown[]).find((it) => Array.isArray(it) && value <= Number(it[0]))
      return Array.isArray(step) ? (step as readonly unknown[])[1] : null
    },
  },
  /** age(birth day or ID number[, on]): whole years, today unless `on` is given */
  age: {
    min: 1,
    max: 2,
    run: ([born, on], { context }) => {
      const birth = idCardBirth(text(born)) ?? text(born)
      return ageOn(birth, on === undefined ? context.today : text(on))
    },
  },
  /** days(from, to): calendar days, negative when `to` is earlier */
  days: { min: 2, max: 2, run: ([from, to]) => daysBetween(text(from), text(to)) },
  /** months(from, to): whole months */
  months: { min: 2, max: 2, run: ([from, to]) => monthsBetween(text(from), text(to)) },
  /** minutes(from, to): minutes from one time of day (`22:00`) until the next other, 0 to 1439 */
  minutes: { min: 2, max: 2, run: ([from, to]) => minutesUntil(text(from), text(to)) },
  /** overlaps(date range, periods): does the range share a day with one of the periods (`06-01/06-20` comes every year)? */
  overlaps: { min: 2, max: 2, run: ([range, periods]) => overlapsPeriod(range, periods) },
  /** shift(day, '-6m') or shift(day, number, 'm'): the day moved by days (d), months (m) or years (y) */
  shift: {
    min: 2,
    max: 3,
    run: ([day, by, unit]) =>
      shiftDay(text(day), typeof by === 'number' ? `${by < 0 ? '' : '+'}${by}${text(unit)}` : text(by)),
  },
  /** workingDays(from, to): throws CalendarMissing where no calendar was given in */
  workingDays: {
    min: 2,
    max: 2,
    run: ([from, to], { workingDays }) => {
      if (workingDays === undefined) throw new CalendarMissing()
      return isDay(text(from)) && isDay(text(to)) ? workingDays(text(from), text(to)) : null
    },
  },
  /** distinct(list) or distinct(rows, column): no value twice; empty cells do not count */
  distinct: {
    min: 1,
    max: 2,
    run: (args) => {
      const values = (column(args) ?? []).filter(isFilled)
      return new Set(values.map((value) => JSON.stringify(value))).size === values.length
    },
  },
  /** param(name): a value of parameters.json; throws when it is not set, because nothing can be judged without it */
  param: {
    min: 1,
    max: 1,
    run: ([name], { context }) => {
      const value = Object.prototype.hasOwnProperty.call(context.param, text(name)) ? context.param[text(name)] : null
      if (value === null || value === undefined) throw new LogicError(`parameter ${text(name)} is not set`)
      return value
    },
  },
  /** matches(value, pattern name) */
  matches: {
    min: 2,
    max: 2,
    run: ([value, name], { context }) => {
      const pattern = text(name)
      if (!isPatternName(pattern)) return null
      return typeof value === 'string' && PATTERNS[pattern].test(value, context.today)
    },
  },
  /** mentions(text, words): does the text contain one of the words? */
  mentions: {
    min: 2,
    max: 2,
    run: ([value, words]) => {
      if (typeof value !== 'string' || !Array.isArray(words)) return null
      return (words as readonly unknown[]).some((word) => typeof word === 'string' && value.includes(word))
    },
  },
  /** filled(value): neither null, nor '', nor an empty list */
  filled: { min: 1, max: 1, run: ([value]) => isFilled(value) },
}

/** The operator of ours with this name; inherited names such as `toString` are none. */
export function ownOperator(name: string): Operator | undefined {
  return Object.prototype.hasOwnProperty.call(OPERATORS, name) ? OPERATORS[name] : undefined
}
