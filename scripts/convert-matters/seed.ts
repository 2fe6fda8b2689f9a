import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BasisKind, Evidence, LimitUnit } from '../../cloudfunctions/matters/schema'
import type { SeedCondition } from '../convert-forms/seed'

type SeedEvidence = Exclude<Evidence, 'office'>

/** The parts of the matters' specification that say what a matter is, as they are written there. */
export interface SeedLegalBasis {
  readonly law: string
  readonly article: string
  readonly gist: string
  readonly evidence: SeedEvidence
  readonly source: string
  readonly version?: string
}

export interface SeedTimeLimit {
  readonly statutory_value: number
  readonly unit: LimitUnit
  readonly raw_text: string | null
  readonly basis: string
  readonly evidence: SeedEvidence
  readonly count_note: string
  readonly extension_working_days: number
  readonly not_counted: string
  readonly suggested_promised_working_days: number
  readonly overrides: readonly {
    readonly when: SeedCondition
    readonly statutory_value: number
    readonly unit: LimitUnit
    readonly basis: string
  }[]
}

export interface SeedResult {
  readonly name: string
  readonly validity: { readonly years: number | null; readonly days: number | null; readonly note: string | null }
  readonly renew_before_days: number | null
  readonly also_issued: readonly string[]
}

export interface SeedMaterialBasis {
  readonly id: string
  readonly name: string
  readonly legal_basis: string
  readonly basis_kind: BasisKind
  readonly evidence: SeedEvidence
  readonly note: string | null
  readonly tolerance: { readonly supplement_working_days: number } | null
}

export interface SeedMatter {
  readonly slug: string
  readonly seed_no: number
  readonly name: string
  readonly name_note: string | null
  readonly short_name: string
  readonly domain: string
  readonly authority: string
  readonly matter_type: string
  readonly applicants_label: string
  readonly legal_basis: readonly SeedLegalBasis[]
  readonly time_limit: SeedTimeLimit
  readonly result: SeedResult
  readonly fee: { readonly charged: boolean; readonly note: string }
  readonly guidance: { readonly conditions: readonly string[]; readonly tips: readonly string[] }
  readonly materials: readonly SeedMaterialBasis[]
  readonly provenance: {
    readonly status: 'sourced' | 'partly'
    readonly note: string
    readonly form_status: SeedEvidence
  }
}

/** @param root the project's folder */
export function readSeedMatters(root: string): readonly SeedMatter[] {
  const file = join(root, 'sandbox', 'one-network', 'seed', 'matters.json')
  return JSON.parse(readFileSync(file, 'utf8')) as readonly SeedMatter[]
}
