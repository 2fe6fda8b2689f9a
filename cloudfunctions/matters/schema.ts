import type { Logic } from '../../miniprogram/shared/form/schema'

/**
 * What the office's file says about a matter (`cloudfunctions/matters/<slug>/matter.json`): each fact with what it stands on.
 * The provider's guide (contract #3) is what is shown; this file says how far each of its facts can be relied upon.
 */

/**
 * sourced_text = read in the law's own text; sourced_secondary = from a reprint or a guide on the web; knowledge = usual
 * practice, no source found; office = the office has confirmed it.
 */
export type Evidence = 'sourced_text' | 'sourced_secondary' | 'knowledge' | 'office'

/** A sentence, with the article that it stands on where one is known. */
export interface Fact {
  readonly text: string
  readonly evidence: Evidence
  readonly basis?: string
}

interface LegalBasis {
  readonly law: string
  readonly article: string
  /** What the article says, in short. */
  readonly content: string
  /** Which edition was read, or what is known of a later one. */
  readonly version?: string
  readonly evidence: Evidence
  /** Where it was read: for the office, never shown to citizens. */
  readonly source: string
}

export type LimitUnit = 'working_day' | 'calendar_day' | 'month'

interface Limit {
  readonly value: number
  readonly unit: LimitUnit
  readonly basis: string
  readonly evidence: Evidence
}

/** A number of days or of working days, as the name of its property says. */
interface Days {
  readonly value: number
  readonly evidence: Evidence
}

/** `value` 0 = no law states a limit, as for a filing: none is printed. */
interface KnownTimeLimit extends Limit {
  /** The limit in the law's words. */
  readonly text?: string
  /** How the days are counted. */
  readonly counting: Fact
  /** Working days by which the limit may be extended. */
  readonly extension?: Days
  /** What does not count towards the limit. */
  readonly notCounted?: Fact
  /** Working days that the office might promise: a suggestion, the provider's promise is what counts. */
  readonly suggestedPromise: Days
  /** Other limits, each for the situations in which `when` holds (over `situation.<key>`); the first that holds counts. */
  readonly overrides: readonly (Limit & { readonly when: Logic })[]
}

/** How long a result is valid; neither years nor days = no fixed time. */
interface Validity {
  readonly years?: number
  readonly days?: number
  readonly text?: string
  readonly evidence: Evidence
  readonly basis?: string
}

export interface ResultDocument {
  readonly name: string
  readonly evidence: Evidence
  readonly basis?: string
  readonly validity?: Validity
  /** Days (calendar) before its end by which a renewal is to be applied for. */
  readonly renewBefore?: Days
}

/** listed = the basis names the material; condition = it proves a condition of the basis; practice = office practice. */
export type BasisKind = 'listed' | 'condition' | 'practice'

interface MaterialBasis {
  /** The matter's own word for the material (ids.json). */
  readonly key: string
  readonly name: string
  readonly basis: string
  readonly basisKind: BasisKind
  readonly evidence: Evidence
  readonly note?: string
}

export interface Matter {
  /** The matter's own word for itself: the name of its folder. */
  readonly slug: string
  /** The order of the tender, from 1. */
  readonly number: number
  /** The provider's name, letter by letter: matters are matched by it. */
  readonly name: string
  readonly shortName: string
  /** What people say for it, or for what needs it: searched, never shown. */
  readonly alsoCalled?: readonly string[]
  /** The name as it should read, where the provider's has a slip. */
  readonly label?: string
  readonly labelNote?: string
  readonly field: string
  readonly type: string
  readonly authority: Fact
  readonly applicants: Fact
  readonly conditions: readonly Fact[]
  readonly timeLimit: KnownTimeLimit
  readonly legalBasis: readonly LegalBasis[]
  readonly fee: Fact & { readonly charged: boolean }
  readonly results: readonly ResultDocument[]
  readonly materials: readonly MaterialBasis[]
  readonly tips: readonly Fact[]
  readonly provenance: {
    /** sourced = the core articles were read one by one; partly = a rule of the city or ministry was not found. */
    readonly status: 'sourced' | 'partly'
    readonly note: string
    /** What the layout of the declaration form follows. */
    readonly form: Evidence
  }
}
