import type { Logic, Rule, RuleOutcome } from '../../miniprogram/shared/form/schema'
import { fieldVar, situationLogic, toLogic, toOperand } from './conditions'
import type { SeedCheck, SeedParams } from './seed'
import { PARAMETERS, WORDING } from './wording'

/** What a check's kind becomes: the rule's core. The rest (message, basis, evidence) is the same for all kinds. */
interface RuleCore {
  readonly when?: Logic
  readonly holds: Logic
  readonly reads: readonly string[]
  readonly marks: readonly string[]
  readonly outcome?: RuleOutcome
}

/** `number('min_days')` gives the number, or its parameter when the office may still change it. */
interface Reader {
  readonly text: (name: string) => string
  readonly number: (name: string) => Logic
  readonly has: (name: string) => boolean
  readonly raw: SeedParams
}

const TODAY: Logic = { var: 'today' }

/** 183 days in the specification mean 6 months (近6个月): the calendar decides, so that nobody loses a day. */
const MONTHS_OF_DAYS: Readonly<Record<number, string>> = { 183: '-6m', 365: '-1y' }

/** One row per kind of check. A kind without a row stops the conversion: later matters add theirs here. */
const KINDS: Readonly<Record<string, (read: Reader) => RuleCore>> = {
  material_required_if: (read) => ({
    when: situationLogic(read.text('situation'), [read.text('equals')]),
    holds: { '>=': [{ var: `attachments.${read.text('material')}` }, 1] },
    reads: [],
    marks: [`attachments.${read.text('material')}`],
  }),
  date_offset: (read) => {
    const field = read.text('field')
    const day = fieldVar(read.has('part') ? `${field}.${read.text('part') === 'end' ? 'end' : 'begin'}` : field)
    const holds: Logic = read.has('min_days')
      ? { '>=': [{ days: [TODAY, day] }, read.number('min_days')] }
      : { '>=': [day, { shift: [TODAY, earliest(read)] }] }
    return { holds, reads: [field], marks: [field] }
  },
  daterange_months: (read) => {
    const field = read.text('field')
    // The last day counts: 1 July to 28 February are eight months.
    const dayAfter: Logic = { shift: [fieldVar(`${field}.end`), '+1d'] }
    const months: Logic = { months: [fieldVar(`${field}.begin`), dayAfter] }
    return { holds: { '>=': [months, read.number('min_months')] }, reads: [field], marks: [field] }
  },
  field_range: (read) => {
    const field = read.text('field')
    const bounds: Logic[] = []
    if (read.has('min')) bounds.push({ '>=': [fieldVar(field), read.number('min')] })
    if (read.has('max')) bounds.push({ '<=': [fieldVar(field), read.number('max')] })
    const [only, ...others] = bounds
    if (only === undefined) throw new Error('field_range without a bound')
    return { holds: others.length === 0 ? only : { and: bounds }, reads: [field], marks: [field] }
  },
  field_eq: (read) => {
    const field = read.text('field')
    const value = read.raw.value
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      throw new Error('field_eq wants one plain value')
    }
    return { holds: { '===': [fieldVar(field), toOperand(value)] }, reads: [field], marks: [field] }
  },
  matter_time_override: (read) => {
    const days = read.raw.days
    if (typeof days !== 'number') throw new Error('matter_time_override wants days')
    return { holds: true, reads: [], marks: [], outcome: { kind: 'effect', effect: 'timeLimit', value: days } }
  },
}

/** Checks that an officer makes by hand become notes of the review page. */
export function toNotes(checks: readonly SeedCheck[]): string[] {
  return checks
    .filter((check) => check.kind === 'manual')
    .map(({ message, basis }) => (basis === undefined ? message : `${message}（${basis}）`))
}

export function toRules(slug: string, checks: readonly SeedCheck[]): Rule[] {
  return checks.filter((check) => check.kind !== 'manual').map((check) => toRule(slug, check))
}

function toRule(slug: string, check: SeedCheck): Rule {
  const convert = KINDS[check.kind]
  const key = `${slug}.${check.id}`
  if (!convert) throw new Error(`${key}: no conversion for checks of kind ${check.kind}`)
  const core = convert(reader(key, check.params))
  const conditions = [check.when && toLogic(check.when), core.when].filter((c) => c !== undefined)
  const [first, ...more] = conditions
  return {
    id: check.id,
    ...(first !== undefined && { when: more.length === 0 ? first : { and: conditions } }),
    holds: core.holds,
    reads: core.reads,
    marks: core.marks,
    message: WORDING[key] ?? check.message,
    outcome: core.outcome ?? { kind: 'problem', severity: severityOf(check) },
    ...(check.basis !== undefined && { basis: check.basis }),
    evidence: check.evidence === 'knowledge' ? 'knowledge' : 'sourced',
  }
}

/** What is only common knowledge may warn, but never blocks until the office confirms it (以窗口为准). */
function severityOf({ severity, evidence }: SeedCheck): SeedCheck['severity'] {
  return evidence === 'knowledge' && severity === 'error' ? 'warning' : severity
}

function earliest(read: Reader): string {
  const days = read.raw.max_days
  if (typeof days !== 'number') throw new Error('date_offset wants min_days or max_days')
  return MONTHS_OF_DAYS[days] ?? `-${days}d`
}

function reader(key: string, raw: SeedParams): Reader {
  return {
    raw,
    has: (name) => raw[name] !== undefined,
    text: (name) => {
      const value = raw[name]
      if (typeof value !== 'string') throw new Error(`${key}: ${name} is missing`)
      return value
    },
    number: (name) => {
      const value = raw[name]
      if (typeof value !== 'number') throw new Error(`${key}: ${name} is missing`)
      const parameter = PARAMETERS[`${key}.${name}`]
      return parameter === undefined ? value : { param: [parameter] }
    },
  }
}
