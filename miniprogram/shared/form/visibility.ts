import type { Answers, AnswerValue } from './answers'
import type { FormContext } from './context'
import { fieldsOf } from './fields-of'
import { kindOf } from './fields/index'
import { holds } from './logic'
import type { Field, FormSchema, Logic, Section } from './schema'

/** A section with only the fields that are shown. */
export interface VisibleForm {
  readonly sections: readonly Section[]
  readonly fields: readonly Field[]
  readonly ids: ReadonlySet<string>
  /** The context that conditions and rules see: every declared field present, hidden and malformed ones null. */
  readonly context: FormContext
}

/** Every declared field with its tidied answer; null when it is empty, unknown or of the wrong shape. */
function completeAnswers(schema: FormSchema, answers: Answers): Answers {
  const complete: Record<string, AnswerValue> = {}
  for (const field of fieldsOf(schema)) {
    const normalized = kindOf(field.type).normalize(answers[field.id], field)
    complete[field.id] = normalized.ok ? normalized.value : null
  }
  return complete
}

/**
 * What is shown for these answers. A hidden field counts as empty for all others, so hiding one field can hide more:
 * repeated until nothing changes (conditions are acyclic, see lint.ts, so this ends within as many rounds as fields).
 */
export function visibleForm(schema: FormSchema, context: FormContext): VisibleForm {
  const answers = completeAnswers(schema, context.form)
  let ids = new Set(Object.keys(answers))
  let seen: FormContext = { ...context, form: answers }
  for (let round = 0; round <= ids.size + 1; round += 1) {
    const next = shownIds(schema, seen)
    const settled = next.size === ids.size && [...next].every((id) => ids.has(id))
    if (settled) break
    ids = next
    seen = { ...context, form: masked(answers, ids) }
  }
  const sections = schema.sections
    .map((section) => ({ ...section, fields: section.fields.filter((field) => ids.has(field.id)) }))
    .filter((section) => section.fields.length > 0)
  return {
    sections,
    fields: sections.flatMap((section) => section.fields),
    ids,
    context: seen,
  }
}

/**
 * A condition of showing or requiring. One that cannot be evaluated shows the field and requires nothing: a defect must
 * not hide a question or lock a form (lint.ts keeps such conditions out of the form files).
 */
export function conditionHolds(condition: Logic | undefined, context: FormContext, otherwise: boolean): boolean {
  if (condition === undefined) return otherwise
  try {
    return holds(condition, context)
  } catch {
    return otherwise
  }
}

function shownIds(schema: FormSchema, context: FormContext): Set<string> {
  const ids = new Set<string>()
  for (const section of schema.sections) {
    if (!conditionHolds(section.showWhen, context, true)) continue
    for (const field of section.fields) if (conditionHolds(field.showWhen, context, true)) ids.add(field.id)
  }
  return ids
}

function masked(answers: Answers, shown: ReadonlySet<string>): Answers {
  return Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, shown.has(id) ? value : null]))
}
