import type { BeijingDate } from '../domain/time'
import type { FieldType } from './field-type.generated'

/**
 * The form language: a declaration form is data (`cloudfunctions/matters/<matter>/form.json`).
 * Conditions and rules are JsonLogic over one typed context, see logic.ts.
 */

/** A JsonLogic expression; its operators are checked when forms are built. */
export type Logic = boolean | number | string | null | readonly Logic[] | { readonly [operator: string]: Logic }

export type { FieldType }

export interface Option {
  readonly value: string
  readonly label: string
}

/** Where a first value comes from; always shown with its source, never silently. */
export interface Prefill {
  readonly source: 'account' | 'credit' | 'previous' | 'situation' | 'system'
  readonly path: string
  /** Of a situation: chosen option → the field's value, where they are not the same word. */
  readonly map?: Readonly<Record<string, string>>
}

export interface FieldConstraints {
  readonly minLength?: number
  readonly maxLength?: number
  /** Name of a pattern in patterns.ts; never a free regular expression. */
  readonly pattern?: string
  /** The field, or the column of the same row, that says which document a number is of (identity-documents.ts). */
  readonly documentType?: string
  /** Only in forms that a draft has kept: the pattern that counts when `patternWhen` does not hold. */
  readonly elsePattern?: string
  readonly patternWhen?: Logic
  readonly min?: number
  readonly max?: number
  /** Decimal places allowed. */
  readonly precision?: number
  readonly unit?: string
  readonly minSelect?: number
  readonly maxSelect?: number
  readonly minRows?: number
  readonly maxRows?: number
  /** Only "1" is accepted (a declaration that must be agreed to). */
  readonly mustBeTrue?: boolean
  /** `today`, `today-6m`, `today-1y`, `today+3d`. */
  readonly dateMin?: string
  readonly dateMax?: string
}

export interface Field {
  readonly id: string
  readonly label: string
  readonly type: FieldType
  readonly required?: boolean
  /** Required as well when this holds. */
  readonly requiredWhen?: Logic
  /** Shown when this holds; a hidden field is neither required nor checked nor submitted. */
  readonly showWhen?: Logic
  readonly hint?: string
  readonly readonly?: boolean
  /** First value: yes/no as "1"/"0", several choices as a list, `today` for a date. */
  readonly default?: string | readonly string[]
  readonly options?: readonly Option[]
  /** Columns of a table. */
  readonly columns?: readonly Field[]
  readonly prefill?: Prefill
  readonly constraints?: FieldConstraints
}

export interface Section {
  readonly id: string
  readonly title: string
  readonly showWhen?: Logic
  readonly fields: readonly Field[]
}

export type Severity = 'error' | 'warning' | 'info'

/** What a broken or fulfilled rule leads to: a problem shown to the citizen, or an effect on the declaration. */
type RuleOutcome =
  | { readonly kind: 'problem'; readonly severity: Severity }
  | {
      readonly kind: 'effect'
      readonly effect: 'redirect' | 'authority' | 'timeLimit' | 'requireMaterial'
      readonly value: string | number
    }

/** The text of a law in which the basis of a rule was read. */
export interface RuleText {
  readonly law: string
  /** The day whose law that text is, `2025-04-19`. */
  readonly asOf: BeijingDate
  /** What is known to have changed since, from that day on, or in that year where no day is known. */
  readonly amended?: { readonly on: string; readonly what: string }
}

export interface Rule {
  readonly id: string
  /** A table field: the rule is judged once for each of its rows, which it reads as `row.<column>`. */
  readonly each?: string
  /** The rule applies only when this holds (absent = always). */
  readonly when?: Logic
  /** Must hold; a problem arises when it does not. For an effect: the effect arises when it does. */
  readonly holds: Logic
  /** Field ids (or `row.<column>`) that it reads: it runs only when all of them are filled and fine in themselves. */
  readonly reads: readonly string[]
  /** Field ids (or `row.<column>`, `attachments.<material key>`) that it marks. */
  readonly marks: readonly string[]
  /** What the citizen reads; `{name}` stands for the value of that parameter, `{name%}` for a share as a percentage. */
  readonly message: string
  readonly outcome: RuleOutcome
  readonly basis?: string
  /**
   * What it stands on: the law's own text, a reprint of it, the office's word, or common knowledge that the office has not
   * confirmed: that may warn, never block. Completeness is the form's own: rows for what was counted, an end after its
   * beginning.
   */
  readonly evidence: 'sourced_text' | 'sourced_secondary' | 'office' | 'knowledge' | 'completeness'
  /** The text of its law that was read: not in the file, the server adds it. */
  readonly text?: RuleText
}

/** What an officer checks by hand; the review page tells it. */
interface Note {
  readonly text: string
  /** Told only when this holds (absent = always). */
  readonly when?: Logic
}

export interface FormSchema {
  /** Provider's form id (contract #16 materials[].formId). */
  readonly formId: string
  readonly version: string
  readonly title: string
  readonly sections: readonly Section[]
  readonly rules: readonly Rule[]
  readonly notes: readonly Note[]
}
