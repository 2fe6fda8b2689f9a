import type { FormContext } from './context'
import { kindOf } from './fields/index'
import type { CheckEnv } from './kind/kind'
import { isFilled, type WorkingDays } from './operators'
import { printWarnings } from './print-warnings'
import type { Problem } from './problem'
import { ruleProblems } from './rules'
import type { Field, FormSchema } from './schema'
import { conditionHolds, visibleForm, type VisibleForm } from './visibility'

/**
 * Everything that the applicant should look at, in the order of the form, then the rules in theirs. The page and the
 * server get the same list for the same context; only rules that count working days need the server's `calendar`.
 */
export function validateForm(schema: FormSchema, context: FormContext, calendar?: WorkingDays): Problem[] {
  const visible = visibleForm(schema, context)
  const own = visible.fields.flatMap((field) => fieldProblems(field, context, visible))
  return [...own, ...ruleProblems(schema.rules, visible, wrongFields(own), calendar)]
}

/** Must the field be filled in this context? */
export function isRequired(field: Field, context: FormContext): boolean {
  return field.required === true || conditionHolds(field.requiredWhen, context, false)
}

function fieldProblems(field: Field, raw: FormContext, visible: VisibleForm): Problem[] {
  const kind = kindOf(field.type)
  const value = visible.context.form[field.id] ?? null
  // Empty there, but perhaps not empty here: then it is of the wrong shape.
  const normalized = value === null ? kind.normalize(raw.form[field.id], field) : { ok: true as const }
  if (!normalized.ok) return [{ field: field.id, severity: 'error', code: 'type', message: normalized.message }]
  if (!isFilled(value)) {
    if (!isRequired(field, visible.context)) return []
    return [{ field: field.id, severity: 'error', ...kind.missing(field) }]
  }
  const env: CheckEnv = {
    today: raw.today,
    holds: (condition) => conditionHolds(condition, visible.context, true),
    valueOf: (id) => visible.context.form[id] ?? null,
  }
  const found = kind.check(value, field, env).map(({ code, message, at = '' }) => ({
    field: `${field.id}${at}`,
    severity: 'error' as const,
    code,
    message,
  }))
  // An emoji is wrong already: that it cannot be printed is no news.
  const wrong = new Set(found.map((problem) => problem.field))
  return [...found, ...printWarnings(field, value).filter((problem) => !wrong.has(problem.field))]
}

const topField = (problem: Problem): string => problem.field.replace(/\[.*$/, '')

/** The fields with problems of their own, and the cells: `drivers` and `drivers[2].id_no`. */
function wrongFields(problems: readonly Problem[]): ReadonlySet<string> {
  return new Set(problems.filter(({ severity }) => severity === 'error').flatMap((it) => [topField(it), it.field]))
}
