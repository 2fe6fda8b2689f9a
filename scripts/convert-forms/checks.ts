import type { Logic, Rule } from '../../miniprogram/shared/form/schema'
import { toLogic, type TypeOf } from './conditions'
import { DATE_KINDS } from './kinds/dates'
import type { Kind } from './kinds/core'
import { FIELD_KINDS } from './kinds/fields'
import { MATTER_KINDS } from './kinds/matter'
import { TABLE_KINDS } from './kinds/tables'
import { paramReader } from './reader'
import { fullWidth } from './punctuation'
import type { SeedCheck, SeedCondition, SeedField, SeedForm } from './seed'
import { wordingOf } from './wording'

/** One row per kind of check; a kind without a row stops the conversion. */
const KINDS: Readonly<Record<string, Kind>> = { ...FIELD_KINDS, ...DATE_KINDS, ...TABLE_KINDS, ...MATTER_KINDS }

/** The kinds that become something other than a rule: a note for the officer, or a requirement of the fields. */
const isNote = (check: SeedCheck): boolean => check.kind === 'manual'

/** Being required is a property of a field; a rule is left only of what may merely warn. */
const isRequirement = (check: SeedCheck): boolean => check.kind === 'required_if' && severityOf(check) === 'error'

/** Checks that an officer makes by hand become notes of the review page. */
export function toNotes(checks: readonly SeedCheck[]): string[] {
  return checks
    .filter(isNote)
    .map(({ message, basis }) => fullWidth(basis === undefined || basis === '' ? message : `${message}（${basis}）`))
}

/** Field id → when the checks require it. */
export function toRequirements(checks: readonly SeedCheck[]): ReadonlyMap<string, Logic> {
  return new Map(
    checks.filter(isRequirement).flatMap(({ params, when }) => {
      const fields = Array.isArray(params.fields) ? (params.fields as readonly string[]) : []
      return fields.map((id) => [id, when === undefined ? true : toLogic(when)] as const)
    }),
  )
}

/** @param forms the form that the checks belong to */
export function toRules(slug: string, checks: readonly SeedCheck[], form?: SeedForm): Rule[] {
  const fields = form?.sections.flatMap((section) => section.fields) ?? []
  return checks
    .filter((check) => !isNote(check) && !isRequirement(check))
    .map((check) => toRule(`${slug}.${check.id}`, check, fields))
}

function toRule(key: string, check: SeedCheck, fields: readonly SeedField[]): Rule {
  const convert = KINDS[check.kind]
  if (!convert) throw new Error(`${key}: no conversion for checks of kind ${check.kind}`)
  const read = paramReader(key, check.params, fields)
  const core = convert(read)
  const unread = read.unread()
  if (unread.length > 0) throw new Error(`${key}: nothing was made of ${unread.join(', ')}`)
  const typeOf: TypeOf = (id) => fields.find((field) => field.id === id)?.type
  const conditions = [check.when && toLogic(check.when, typeOf), core.when].filter((c) => c !== undefined)
  const [first, ...more] = conditions
  return {
    id: check.id,
    ...(core.each !== undefined && { each: core.each }),
    ...(first !== undefined && { when: more.length === 0 ? first : { and: conditions } }),
    holds: core.holds,
    reads: core.reads,
    marks: core.marks.length > 0 ? core.marks : fieldsIn(check.when).slice(0, 1),
    message: wordingOf(key) ?? fullWidth(check.message),
    outcome: core.outcome ?? { kind: 'problem', severity: severityOf(check) },
    ...(check.basis !== undefined && check.basis !== '' && { basis: fullWidth(check.basis) }),
    evidence: check.evidence === 'knowledge' ? 'knowledge' : 'sourced',
  }
}

/** The fields that a condition reads: where a word without a place of its own is shown. */
function fieldsIn(condition: SeedCondition | undefined): readonly string[] {
  if (condition === undefined) return []
  const parts = [...(condition.all ?? []), ...(condition.any ?? []), ...(condition.not ? [condition.not] : [])]
  return [...(condition.field === undefined ? [] : [condition.field]), ...parts.flatMap(fieldsIn)]
}

const RANK = { info: 0, warning: 1, error: 2 } as const

/**
 * What is only common knowledge may warn, but never blocks until the office confirms it (以窗口为准); `severity_over`
 * says that going beyond the number is to be looked at, not forbidden.
 */
function severityOf({ severity, evidence, params, kind }: SeedCheck): SeedCheck['severity'] {
  // 只提示: said to everybody, whatever they answer; a warning that nobody can do anything about would teach to skip them.
  if (kind === 'message') return 'info'
  const most = evidence === 'knowledge' || params.severity_over === 'warning' ? 'warning' : 'error'
  return RANK[severity] > RANK[most] ? most : severity
}
