import type { AnswerValue } from './answers'
import type { Field, Logic } from './schema'

/** What the checks of a field may ask about the rest of the form. */
export interface CheckEnv {
  /** Beijing day, `2026-11-02`. */
  readonly today: string
  readonly holds: (condition: Logic) => boolean
}

/** One complaint of a field about its value; `at` continues the field's path inside a table (`[2].org`). */
export interface Finding {
  readonly code: string
  readonly message: string
  readonly at?: string
}

export type Normalized =
  { readonly ok: true; readonly value: AnswerValue } | { readonly ok: false; readonly message: string }

/** A value of another shape than the field's type wants. */
export const MISMATCH: unique symbol = Symbol('mismatch')

/** What one file of fields/ says about its type. `T` is the type of a filled value. */
export interface KindSpec<T extends AnswerValue> {
  /** Reads and tidies a foreign value: null when it is empty, MISMATCH when it has another shape. */
  readonly read: (raw: unknown, field: Field) => T | null | typeof MISMATCH
  /** What the citizen reads when the shape is wrong. */
  readonly mismatch: string
  /** 请填写 or 请选择 …: the verb of the required message. */
  readonly ask: string
  readonly check: (value: T, field: Field, env: CheckEnv) => readonly Finding[]
  /** The value as a person reads it. */
  readonly show: (value: T, field: Field) => string
  /** Patterns that the type itself stands for, when the field names none. */
  readonly pattern?: string
}

/** A field type, with its value type hidden: what the engine works with. */
export interface FieldKind {
  readonly normalize: (raw: unknown, field: Field) => Normalized
  /** `value` as `normalize` gave it: it is not read again, because a full table has thousands of cells. */
  readonly check: (value: AnswerValue, field: Field, env: CheckEnv) => readonly Finding[]
  readonly show: (value: AnswerValue, field: Field) => string
  readonly missing: (field: Field) => Finding
}

export function defineKind<T extends AnswerValue>(spec: KindSpec<T>): FieldKind {
  return {
    normalize: (raw, field) => {
      const value = isBlank(raw) ? null : spec.read(raw, field)
      return value === MISMATCH ? { ok: false, message: spec.mismatch } : { ok: true, value }
    },
    check: (value, field, env) => (value === null ? [] : spec.check(value as T, field, env)),
    show: (raw, field) => {
      const value = isBlank(raw) ? null : spec.read(raw, field)
      return value === null || value === MISMATCH ? '' : spec.show(value, field)
    },
    missing: (field) => ({ code: 'required', message: `${spec.ask}${field.label}` }),
  }
}

function isBlank(raw: unknown): boolean {
  return raw === null || raw === undefined || raw === ''
}
