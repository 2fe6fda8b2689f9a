import type { Answers, AnswerValue } from './answers'
import { fieldsOf } from './fields-of'
import { kindOf } from './fields/index'
import { emptyAnswers } from './patch'
import { sameAnswer } from './same-answer'
import type { Field, FormSchema, Prefill } from './schema'

type Texts = Readonly<Record<string, string | null | undefined>>

/** What first values are made of. Keys of the records are the `path` of a field's prefill. */
export interface PrefillSources {
  readonly account?: Texts
  readonly credit?: Texts
  /** Beijing day on which the credit service was asked. */
  readonly creditAsOf?: string
  /** formData of the applicant's last filing of this form (contract #6). */
  readonly previous?: Readonly<Record<string, unknown>>
  /** Beijing day on which that filing was saved. */
  readonly previousAsOf?: string
  /** Situation key → chosen option keys. */
  readonly situation?: Readonly<Record<string, readonly string[]>>
  readonly system?: Texts
  /** Beijing day, for the default `today`. */
  readonly today: string
}

export type PrefillSource = Prefill['source'] | 'default'

/** Where a value came from. */
export interface ValueOrigin {
  readonly source: PrefillSource
  /** Beijing day on which the source said it. */
  readonly asOf?: string
}

/** A value that the applicant may take. */
export interface Offer extends ValueOrigin {
  readonly value: AnswerValue
}

/** First values of a form: `filled` stand in it at once, `offers` wait for the applicant. By field id. */
export interface Prefilled {
  readonly filled: Readonly<Record<string, Offer>>
  readonly offers: Readonly<Record<string, Offer>>
}

/** What other places say about the applicant is offered; what this declaration itself says is filled in. */
const OFFERED: ReadonlySet<PrefillSource> = new Set(['account', 'credit', 'previous'])

/**
 * First values of a new form, each with its source. A value that does not fit the field (another shape, or no longer an
 * option) is left out: it is never forced in. Signatures and declarations are never prefilled, and days are not taken
 * from an earlier filing (contract chapter 12). What nobody can type (readonly) is filled in whatever its source.
 */
export function applyPrefill(schema: FormSchema, sources: PrefillSources): Prefilled {
  const filled: Record<string, Offer> = {}
  const offers: Record<string, Offer> = {}
  for (const field of fieldsOf(schema)) {
    if (isAffirmed(field)) continue
    const sourced =
      field.prefill && offerOf(field, originOf(field.prefill, sources), lookUp(schema, field, sources), sources)
    if (sourced && (field.readonly === true || !OFFERED.has(sourced.source))) {
      filled[field.id] = sourced
      continue
    }
    const fallback = offerOf(
      field,
      { source: 'default' },
      field.default === 'today' ? sources.today : field.default,
      sources,
    )
    if (fallback) filled[field.id] = fallback
    if (sourced && !(fallback && sameAnswer(sourced.value, fallback.value))) offers[field.id] = sourced
  }
  return { filled, offers }
}

/** The answers of a new form: every field, with the values that are filled in at once. */
export function firstAnswers(schema: FormSchema, { filled }: Pick<Prefilled, 'filled'>): Answers {
  const values = Object.entries(filled).map(([fieldId, { value }]) => [fieldId, value] as const)
  return { ...emptyAnswers(schema), ...Object.fromEntries(values) }
}

/**
 * Where the values that stand in a form came from: a value that is just what a source says has that source. A value
 * that was changed has none.
 */
export function originsOf(answers: Answers, { filled, offers }: Prefilled): Readonly<Record<string, ValueOrigin>> {
  const found = Object.entries(answers).flatMap(([fieldId, value]) => {
    const offer = [offers[fieldId], filled[fieldId]].find((it) => it !== undefined && sameAnswer(it.value, value))
    return offer ? [[fieldId, bare(offer)] as const] : []
  })
  return Object.fromEntries(found)
}

/** A form's answers with what is known of their origins. */
interface Sourced {
  readonly answers: Answers
  readonly origins?: Readonly<Record<string, ValueOrigin>>
  readonly offers?: Prefilled['offers']
}

/** The origins when `answers` have taken the place of the form's own: a changed value has one only if it was offered. */
export function originsAfter(form: Sourced, answers: Answers): Readonly<Record<string, ValueOrigin>> {
  const changed = Object.entries(answers).filter(([id, value]) => !sameAnswer(form.answers[id] ?? null, value))
  const changedIds = new Set(changed.map(([id]) => id))
  const kept = Object.entries(form.origins ?? {}).filter(([id]) => !changedIds.has(id))
  const taken = originsOf(Object.fromEntries(changed), { filled: {}, offers: form.offers ?? {} })
  return { ...Object.fromEntries(kept), ...taken }
}

/** Does the form ask this source for anything? */
export const asksFor = (schema: FormSchema, source: Prefill['source']): boolean =>
  fieldsOf(schema).some((field) => field.prefill?.source === source)

/** Signed or declared: it comes from the applicant's own hand, never from elsewhere (contract chapter 12). */
export const isAffirmed = ({ type, constraints }: Field): boolean =>
  kindOf(type).holdsFiles || constraints?.mustBeTrue === true

const bare = ({ source, asOf }: ValueOrigin): ValueOrigin => ({ source, ...(asOf === undefined ? {} : { asOf }) })

function originOf({ source }: Prefill, { creditAsOf, previousAsOf }: PrefillSources): ValueOrigin {
  const asOf = source === 'credit' ? creditAsOf : source === 'previous' ? previousAsOf : undefined
  return bare({ source, ...(asOf === undefined ? {} : { asOf }) })
}

function offerOf(field: Field, origin: ValueOrigin, raw: unknown, { today }: PrefillSources): Offer | undefined {
  const value = kindOf(field.type).fit(raw, field, today)
  return value === null ? undefined : { ...origin, value }
}

function lookUp(schema: FormSchema, field: Field, sources: PrefillSources): unknown {
  if (!field.prefill) return undefined
  const { source, path } = field.prefill
  switch (source) {
    case 'situation':
      return kindOf(field.type).fromSituation(sources.situation?.[path] ?? [], field)
    case 'previous':
      return fromPrevious(schema, field, path, sources.previous ?? {})
    case 'system':
      return path === 'today' ? sources.today : sources.system?.[path]
    default:
      return sources[source]?.[path]
  }
}

/** A path that is no field of the form (`licence_no` of a licence that is called `old_no` here) stands for the field itself. */
function fromPrevious(
  schema: FormSchema,
  field: Field,
  path: string,
  formData: Readonly<Record<string, unknown>>,
): unknown {
  if (!kindOf(field.type).fromEarlier) return undefined
  const named = fieldsOf(schema).find(({ id }) => id === path)
  if (!named) return formData[field.id]
  return named.type === field.type ? formData[path] : undefined
}
