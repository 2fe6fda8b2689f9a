import type { AnswerValue } from '../answers'
import { isFilled } from '../operators'
import type { Field } from '../schema'
import { TEXT_CELL } from './cell'
import { type FieldKind, type KindOf, type KindSpec, type MakeKind, MISMATCH, type Normalized } from './kind'

/** An option of the situation as the field's value: by the field's own table, else the same word. */
export const byOption = (option: string, { prefill }: Field): string => prefill?.map?.[option] ?? option

/** What holds of a kind that says nothing else. */
const USUAL = {
  needs: undefined,
  limits: [],
  hasRows: false,
  holdsFiles: false,
  pattern: undefined,
  wide: false,
  cell: TEXT_CELL,
  addsUp: () => false,
  masked: (text: string) => text,
  note: () => '',
  fromSituation: ([first]: readonly string[], field: Field) => first && byOption(first, field),
  fromEarlier: true,
  isMadeAnew: () => false,
} as const

/** Any day will do where nothing but the shape and the options are looked at. */
const ANY_DAY = '2000-01-01'

/** @param spec a table asks the registry for the kinds of its columns */
export function defineKind<T extends AnswerValue>(spec: KindSpec<T> | ((kindOf: KindOf) => KindSpec<T>)): MakeKind {
  return (kindOf) => kindFrom(typeof spec === 'function' ? spec(kindOf) : spec)
}

function kindFrom<T extends AnswerValue>(spec: KindSpec<T>): FieldKind {
  const read = (raw: unknown, field: Field): T | null | typeof MISMATCH => (isBlank(raw) ? null : spec.read(raw, field))
  const normalize = (raw: unknown, field: Field): Normalized => {
    const value = read(raw, field)
    if (value !== MISMATCH) return { ok: true, value }
    return { ok: false, message: typeof spec.mismatch === 'string' ? spec.mismatch : spec.mismatch(raw, field) }
  }
  const shown =
    (show: KindSpec<T>['show']): FieldKind['show'] =>
    (raw, field) => {
      const value = read(raw, field)
      return value === null || value === MISMATCH ? '' : show(value, field)
    }
  const check: FieldKind['check'] = (value, field, env) => (value === null ? [] : spec.check(value as T, field, env))
  const fit: FieldKind['fit'] = (raw, field, today = ANY_DAY) => {
    const normalized = normalize(raw, field)
    if (!normalized.ok || !isFilled(normalized.value)) return null
    // A condition cannot be judged before the other fields are there: take it as fulfilled.
    const findings = check(normalized.value, field, { today, holds: () => true, valueOf: () => null })
    return findings.some(({ code }) => code === 'option') ? null : normalized.value
  }
  const carryWhole: FieldKind['carry'] = (value, field, target) => {
    const own = read(value, field)
    if (own === null || own === MISMATCH) return { kept: null, left: { field, value } }
    const wanted = spec.stillFits ? spec.stillFits(own, target) : own
    const kept = fit(wanted, target)
    return isFilled(kept) && wanted === own ? { kept } : { kept, left: { field, value } }
  }
  const { details } = spec
  return {
    ...USUAL,
    ...spec,
    normalize,
    check,
    show: shown(spec.show),
    showInFull: shown(spec.showInFull ?? spec.show),
    details: (value, field) => (details && value !== null ? details(value as T, field) : {}),
    missing: spec.missing ?? ((field) => ({ code: 'required', message: `${spec.ask}${field.label}` })),
    fit,
    carry: spec.carry ?? carryWhole,
  }
}

function isBlank(raw: unknown): boolean {
  return raw === null || raw === undefined || raw === ''
}
