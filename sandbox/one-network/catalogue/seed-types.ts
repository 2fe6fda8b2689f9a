/** Shape of seed/matters.json and seed/common_forms.json, as far as the provider uses them. */

export type SituationCondition =
  | { readonly situation: string; readonly in: readonly string[] }
  | { readonly all: readonly SituationCondition[] }
  | { readonly any: readonly SituationCondition[] }
  | { readonly not: SituationCondition }

export type FieldCondition =
  | { readonly field: string; readonly op: string; readonly value?: string | number | readonly string[] }
  | { readonly all: readonly FieldCondition[] }
  | { readonly any: readonly FieldCondition[] }
  | { readonly not: FieldCondition }

export interface SeedField {
  readonly id: string
  readonly label: string
  readonly type: string
  readonly required: boolean
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly show_when?: FieldCondition
  readonly required_when?: FieldCondition
  readonly columns?: readonly SeedField[]
  readonly constraints?: {
    readonly max_len?: number
    readonly max_rows?: number
    readonly checksum?: string
    /** The check digit counts only when this holds (the certificate is an ID card). */
    readonly applies_when?: FieldCondition
  }
}

export interface SeedForm {
  readonly id: string
  /** Only of a form that the office has replaced since. */
  readonly version?: string
  readonly title: string
  readonly sections: readonly {
    readonly id: string
    readonly title: string
    readonly show_when?: FieldCondition
    readonly fields: readonly SeedField[]
  }[]
}

export interface SeedMaterial {
  readonly id: string
  readonly name: string
  readonly seq: number
  readonly necessity: 'required' | 'optional' | 'tolerated'
  readonly document_form: 'original' | 'copy' | 'original_and_copy' | 'electronic'
  readonly source: 'applicant' | 'government' | 'intermediary'
  readonly source_detail: string | null
  readonly kind: 'eform' | 'attachment'
  readonly form_ref: string | null
  readonly count: { readonly min: number; readonly max: number }
  readonly paper_copies: number | null
  readonly file_types: readonly string[] | null
  readonly max_mb: number | null
  readonly applies_when: SituationCondition | null
  readonly blank_template: boolean
  readonly sample_available: boolean
  readonly data_share_exempt: boolean
  readonly tolerance: { readonly supplement_working_days: number } | null
  readonly legal_basis: string | null
  readonly note: string | null
}

export interface SeedSituation {
  readonly id: string
  readonly question: string
  readonly type: 'single' | 'multi'
  readonly required: boolean
  readonly show_when?: SituationCondition
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

export type SeedUnit = 'working_day' | 'calendar_day' | 'month'

export interface SeedMatter {
  readonly slug: string
  readonly seed_no: number
  readonly name: string
  readonly short_name: string
  readonly domain: string
  readonly domain_code: string
  readonly matter_type: string
  readonly applicant_types: readonly string[]
  readonly legal_basis: readonly {
    readonly law: string
    readonly article: string | null
    readonly gist: string | null
  }[]
  readonly time_limit: {
    readonly statutory_value: number
    readonly unit: SeedUnit
    readonly raw_text: string
    readonly overrides: readonly {
      readonly when: SituationCondition
      readonly statutory_value: number
      readonly unit: SeedUnit
    }[]
    readonly suggested_promised_working_days: number
    readonly not_counted: string | null
  }
  readonly result: {
    readonly name: string
    readonly kind: 'licence' | 'approval' | 'filing'
    readonly validity: { readonly note: string | null } | null
    readonly also_issued: readonly string[]
  }
  readonly fee: { readonly charged: boolean; readonly note: string | null }
  readonly situations: readonly SeedSituation[]
  readonly materials: readonly SeedMaterial[]
  readonly forms: readonly SeedForm[]
  readonly checks: readonly {
    readonly kind: string
    readonly message: string
    readonly params: { readonly situation?: string; readonly values?: readonly string[] } | null
  }[]
  readonly guidance: { readonly conditions: readonly string[]; readonly tips: readonly string[] }
}

/** One row of cloudfunctions/one-network/ids.json. */
export interface MatterIds {
  readonly slug: string
  readonly itemId: string
  readonly forms: Readonly<Record<string, string>>
  readonly materials: Readonly<Record<string, string>>
  readonly situations: Readonly<
    Record<string, { readonly situationId: string; readonly options: Readonly<Record<string, string>> }>
  >
}

export interface IdTable {
  readonly commonForms: Readonly<Record<string, string>>
  readonly matters: readonly MatterIds[]
}
