import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FieldType } from '../../miniprogram/shared/form/schema'

/** The parts of the matters' specification (sandbox/one-network/seed) that forms are made of, as they are written. */
export interface SeedCondition {
  readonly field?: string
  readonly op?: 'eq' | 'ne' | 'in' | 'gt' | 'gte' | 'lt' | 'lte' | 'contains' | 'filled'
  readonly value?: SeedValue
  readonly situation?: string
  readonly in?: readonly string[]
  readonly all?: readonly SeedCondition[]
  readonly any?: readonly SeedCondition[]
  readonly not?: SeedCondition
}

export type SeedValue = string | number | boolean | readonly string[]

export interface SeedConstraints {
  readonly min_len?: number
  readonly max_len?: number
  readonly pattern?: string
  readonly else_pattern?: string
  readonly applies_when?: SeedCondition
  readonly checksum?: string
  readonly min?: number
  readonly max?: number
  readonly precision?: number
  readonly unit?: string
  readonly min_select?: number
  readonly max_select?: number
  readonly min_rows?: number
  readonly max_rows?: number
  readonly must_be_true?: boolean
  readonly date_min?: string
  readonly date_max?: string
}

export type SeedSource = 'account_profile' | 'enterprise_credit' | 'previous_filing' | 'situation' | 'system'

export interface SeedField {
  readonly id: string
  readonly label: string
  readonly type: FieldType
  readonly required?: boolean
  readonly required_when?: SeedCondition
  readonly show_when?: SeedCondition
  readonly hint?: string
  readonly readonly?: boolean
  readonly default?: SeedValue
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly columns?: readonly SeedField[]
  readonly prefill?: { readonly source: SeedSource; readonly path: string }
  readonly constraints?: SeedConstraints
}

export interface SeedSection {
  readonly id: string
  readonly title: string
  readonly show_when?: SeedCondition
  readonly fields: readonly SeedField[]
}

export interface SeedForm {
  readonly id: string
  readonly title: string
  readonly primary?: boolean
  readonly sections: readonly SeedSection[]
}

/** Values of a check's parameters; each kind of check knows its own. */
export type SeedParams = Readonly<Record<string, unknown>>

export interface SeedCheck {
  readonly id: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  readonly kind: string
  readonly params: SeedParams
  readonly when?: SeedCondition
  readonly basis?: string
  readonly evidence: 'sourced_text' | 'sourced_secondary' | 'knowledge'
}

/** A question of the situation guide that fills a field of the primary form. */
export interface SeedSituation {
  readonly id: string
  readonly fills_field?: string
  /** Option → the field's value, where they differ. */
  readonly fill_map?: Readonly<Record<string, SeedValue>>
}

/** 申请材料; `form_ref` names a form of the matter or a common one when it is filled in online. */
export interface SeedMaterial {
  readonly id: string
  readonly kind: 'eform' | 'attachment'
  readonly necessity: 'required' | 'optional' | 'tolerated'
  readonly form_ref: string | null
  /** null = in every situation. */
  readonly applies_when: SeedCondition | null
}

export interface SeedMatter {
  readonly slug: string
  readonly materials: readonly SeedMaterial[]
  readonly situations: readonly SeedSituation[]
  readonly forms: readonly SeedForm[]
  readonly checks: readonly SeedCheck[]
}

/** Provider ids (cloudfunctions/one-network/ids.json). */
export interface Ids {
  readonly commonForms: Readonly<Record<string, string>>
  readonly matters: readonly { readonly slug: string; readonly forms: Readonly<Record<string, string>> }[]
}

export interface Seed {
  readonly matters: readonly SeedMatter[]
  readonly commonForms: readonly SeedForm[]
  readonly ids: Ids
}

export function readSeed(root: string): Seed {
  const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(root, ...path), 'utf8'))
  return {
    matters: read('sandbox', 'one-network', 'seed', 'matters.json') as readonly SeedMatter[],
    commonForms: read('sandbox', 'one-network', 'seed', 'common_forms.json') as readonly SeedForm[],
    ids: read('cloudfunctions', 'one-network', 'ids.json') as Ids,
  }
}
