import type { Logic } from '../../../miniprogram/shared/form/schema'
import { allOf, anyOf, compare, fieldVar, type Kind, noneChosen, type Reader, type RuleCore } from './core'

/** Age by an ID number; a passport has none, so the rule leaves it alone. */
function ageRule(read: Reader): RuleCore {
  const id = read.text('field')
  if (read.text('derive') !== 'age') throw new Error(`cannot derive ${read.text('derive')}`)
  const isIdCard: Logic = { matches: [fieldVar(id), 'id-card'] }
  const holds = compare(read.text('op'), { age: [fieldVar(id)] }, read.number('value'))
  return { when: isIdCard, holds, reads: [id], marks: [id] }
}

/** 2/3 is written 0.6667 in the specification: exactly two thirds must pass, so the fraction itself is compared. */
const FRACTIONS: Readonly<Record<number, readonly [number, number]>> = { 0.6667: [2, 3], 0.3333: [1, 3] }

/** `part` is at least this share of `whole`; nothing is divided, so a whole of 0 is harmless. */
export function atLeastShare(part: Logic, whole: Logic, share: Logic): Logic {
  const [above, below] = (typeof share === 'number' ? FRACTIONS[share] : undefined) ?? [share, 1]
  return { '>=': [{ '*': [part, below] }, { '*': [whole, above] }] }
}

interface Share {
  readonly numerator: string
  readonly denominator: string
  readonly share: Logic
}

function shares(read: Reader): readonly Share[] {
  if (!read.has('expressions')) {
    return [{ numerator: read.text('numerator'), denominator: read.text('denominator'), share: read.number('min') }]
  }
  const list = read.raw('expressions') as readonly { numerator: string; denominator: string; min: number }[]
  return list.map(({ numerator, denominator, min }) => ({ numerator, denominator, share: min }))
}

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)]

/** A regular expression of plain words with | between them. */
function words(read: Reader): readonly string[] {
  const list = read.text('forbid').split('|')
  if (list.some((word) => /[^\p{L}\p{N}]/u.test(word))) throw new Error(`not a list of words: ${read.text('forbid')}`)
  return list
}

/** Checks over single fields. */
export const FIELD_KINDS: Readonly<Record<string, Kind>> = {
  field_range: (read) => {
    const field = read.text('field')
    const bounds: Logic[] = []
    if (read.has('min')) bounds.push({ '>=': [fieldVar(field), read.number('min')] })
    if (read.has('max')) bounds.push({ '<=': [fieldVar(field), read.number('max')] })
    return { holds: allOf(bounds), reads: [field], marks: [field] }
  },
  field_eq: (read) => {
    const field = read.text('field')
    return { holds: { '===': [fieldVar(field), read.operand('value')] }, reads: [field], marks: [field] }
  },
  field_filled: (read) => {
    const field = read.text('field')
    return { holds: { filled: [fieldVar(field)] }, reads: [], marks: [field] }
  },
  field_derive: ageRule,
  required_if: (read) => {
    const fields = read.texts('fields')
    return { holds: allOf(fields.map((id): Logic => ({ filled: [fieldVar(id)] }))), reads: [], marks: fields }
  },
  sum_fields: (read) => {
    const fields = read.texts('fields')
    const holds = compare(read.text('op'), { sum: [fields.map(fieldVar)] }, read.number('value'))
    return { holds, reads: fields, marks: fields }
  },
  compare_sum: (read) => {
    const fields = read.texts('fields')
    const whole = read.text('equals')
    // A part that is left empty adds nothing; the whole must be there.
    const holds = compare(read.text('op'), { sum: [fields.map(fieldVar)] }, fieldVar(whole), read.number('tolerance'))
    const required = fields.filter((id) => read.field(id).required === true)
    return { holds, reads: [whole, ...required], marks: [whole, ...fields] }
  },
  compare_fields: (read) => {
    const [left, right] = [read.text('left'), read.text('right')]
    const each: readonly Logic[] = read.has('min_each')
      ? [left, right].map((id): Logic => ({ '>=': [fieldVar(id), read.number('min_each')] }))
      : []
    const holds = allOf([compare(read.text('op'), fieldVar(left), fieldVar(right)), ...each])
    return { holds, reads: [left, right], marks: [left, right] }
  },
  compare_param: (read) => {
    const field = read.text('field')
    const parameter = read.parameter('param')
    if (parameter === undefined) throw new Error(`no parameter stands for ${read.text('param')}`)
    return { holds: compare(read.text('op'), fieldVar(field), parameter), reads: [field], marks: [field] }
  },
  ratio: (read) => {
    const list = shares(read)
    const holds = allOf(
      list.map(({ numerator, denominator, share }) => atLeastShare(fieldVar(numerator), fieldVar(denominator), share)),
    )
    const fields = unique(list.flatMap(({ numerator, denominator }) => [numerator, denominator]))
    return { holds, reads: fields, marks: fields }
  },
  threshold_table: (read) => {
    const options = read.raw('any_of') as readonly Readonly<Record<string, number>>[]
    const fields = unique(options.flatMap((option) => Object.keys(option)))
    const holds = anyOf(
      options.map((option, i) =>
        allOf(Object.keys(option).map((id): Logic => ({ '>=': [fieldVar(id), read.number(`any_of.${i}.${id}`)] }))),
      ),
    )
    return { holds, reads: fields, marks: fields }
  },
  regex_forbid: (read) => {
    const field = read.text('field')
    const holds: Logic = { '===': [{ mentions: [fieldVar(field), words(read)] }, false] }
    return { holds, reads: [field], marks: [field] }
  },
  conditional_forbid: forbid,
  compare_choice: forbid,
  choice_map: (read) => {
    const [field, by] = [read.text('field'), read.text('by')]
    const known = (read.field(field).options ?? []).map(({ value }) => value)
    const allowed = (patterns: readonly string[]): readonly string[] =>
      known.filter((value) => patterns.some((p) => (p.endsWith('*') ? value.startsWith(p.slice(0, -1)) : value === p)))
    const rows = Object.entries(read.raw('map') as Readonly<Record<string, readonly string[]>>)
    const fits = (patterns: readonly string[]): Logic =>
      read.field(field).type === 'multi_choice'
        ? { all: [fieldVar(field), { in: [{ var: '' }, allowed(patterns)] }] }
        : { in: [fieldVar(field), allowed(patterns)] }
    const holds = allOf(
      rows.map(([key, patterns]): Logic => ({ or: [{ '!==': [fieldVar(by), key] }, fits(patterns)] })),
    )
    return { holds, reads: [field, by], marks: [field, by] }
  },
  staff_ratio: (read) => {
    const shipCount = read.has('ship_count_field') ? read.text('ship_count_field') : 'ship_count'
    const roles = read.texts('roles')
    const steps = read.parameter('tiers') ?? (read.raw('tiers') as Logic)
    const least: Logic = { tier: [fieldVar(shipCount), steps] }
    const holds = allOf(roles.map((id): Logic => ({ '>=': [fieldVar(id), least] })))
    const area = read.text('area')
    const when: Logic | undefined = read.hasField('nav_area') ? { in: [area, fieldVar('nav_area')] } : undefined
    return { ...(when && { when }), holds, reads: [shipCount, ...roles], marks: roles }
  },
}

function forbid(read: Reader): RuleCore {
  const field = read.field(read.text('field'))
  return { holds: noneChosen(field, read.texts('forbid')), reads: [field.id], marks: [field.id] }
}
