import type { Answers, AnswerValue } from './answers'
import { fieldsOf } from './fields-of'
import { kindOf } from './fields/index'
import type { Field, FormSchema, Prefill } from './schema'

/** Where first values may come from. Keys are the `path` of a field's prefill. */
export interface PrefillSources {
  readonly account?: Readonly<Record<string, string | null | undefined>>
  readonly credit?: Readonly<Record<string, string | null | undefined>>
  /** formData of the applicant's last filing of this form (contract #6). */
  readonly previous?: Readonly<Record<string, unknown>>
  /** Situation key → chosen option keys. */
  readonly situation?: Readonly<Record<string, readonly string[]>>
  readonly system?: Readonly<Record<string, string | null | undefined>>
  /** Beijing day, for the default `today`. */
  readonly today: string
}

export type PrefillOrigin = Prefill['source'] | 'default'

export const PREFILL_LABEL: Readonly<Record<PrefillOrigin, string>> = {
  account: '来自您的一网通账号',
  credit: '来自企业信用信息',
  previous: '来自您上次填写的内容',
  situation: '来自您选择的办理情形',
  system: '系统自动填写',
  default: '默认值，可以修改',
}

export interface FirstValues {
  readonly answers: Answers
  /** Field id → where its value came from; only of fields that got one. */
  readonly origins: Readonly<Record<string, PrefillOrigin>>
}

/**
 * First values of a new form, each with its source. A value that does not fit the field (another shape, or no longer an
 * option) is left out: it is never forced in. Signatures and declarations are never prefilled (contract chapter 12).
 */
export function applyPrefill(schema: FormSchema, sources: PrefillSources): FirstValues {
  const answers: Record<string, AnswerValue> = {}
  const origins: Record<string, PrefillOrigin> = {}
  for (const field of fieldsOf(schema)) {
    answers[field.id] = null
    for (const [origin, raw] of candidates(field, sources)) {
      const value = fitting(field, raw, sources.today)
      if (value === null) continue
      answers[field.id] = value
      origins[field.id] = origin
      break
    }
  }
  return { answers, origins }
}

function candidates(field: Field, sources: PrefillSources): readonly (readonly [PrefillOrigin, unknown])[] {
  if (field.type === 'signature' || field.constraints?.mustBeTrue === true) return []
  const fromSource = field.prefill ? [[field.prefill.source, lookUp(field, field.prefill, sources)] as const] : []
  const fallback = field.default === 'today' ? sources.today : field.default
  return [...fromSource, ...(fallback === undefined ? [] : [['default', fallback] as const])]
}

function lookUp(field: Field, { source, path }: Prefill, sources: PrefillSources): unknown {
  if (source !== 'situation') {
    return source === 'system' && path === 'today' ? sources.today : sources[source]?.[path]
  }
  const options = sources.situation?.[path] ?? []
  return field.type === 'multi_choice' ? options : fromOption(field, options[0])
}

/** A yes/no field takes the option keys `yes` and `no`. */
function fromOption(field: Field, option: string | undefined): string | undefined {
  if (field.type !== 'boolean') return option
  return option === 'yes' ? '1' : option === 'no' ? '0' : undefined
}

function fitting(field: Field, raw: unknown, today: string): AnswerValue {
  const kind = kindOf(field.type)
  const normalized = kind.normalize(raw, field)
  if (!normalized.ok || normalized.value === null) return null
  // A condition cannot be judged before the other fields are there: take it as fulfilled.
  const findings = kind.check(normalized.value, field, { today, holds: () => true })
  return findings.some(({ code }) => code === 'option') ? null : normalized.value
}
