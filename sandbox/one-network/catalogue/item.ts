import type { SeedForm, SeedMaterial, SeedMatter, SituationCondition } from './seed-types'

/** The version of every form at first (contract chapter 12); `Office.bringOutForm` brings out another. */
export const FIRST_VERSION = '1.0'

/** The version that counts now: another one is refused. */
export const versionOf = ({ version }: SeedForm): string => version ?? FIRST_VERSION

export interface SituationOption {
  readonly optionId: string
  readonly value: string
  readonly label: string
  /** Why this option cannot be filed online; '' when it can. */
  readonly blockTip: string
}

export interface Situation {
  readonly situationId: string
  readonly key: string
  readonly question: string
  readonly multiple: boolean
  readonly required: boolean
  readonly showWhen: SituationCondition | null
  /** Shown when one of these is chosen; empty = always. */
  readonly dependOptionIds: readonly string[]
  readonly options: readonly SituationOption[]
}

export interface Material {
  readonly materialId: string
  readonly key: string
  readonly seed: SeedMaterial
  /** '' for an attachment. */
  readonly formId: string
  /** In which situation it is needed, in words; '' = always. */
  readonly situationText: string
  /** Largest single file in bytes. */
  readonly maxSizeBytes: number
}

export interface Item {
  readonly itemId: string
  readonly seed: SeedMatter
  readonly subjectTypes: readonly ('person' | 'enterprise')[]
  readonly situations: readonly Situation[]
  readonly materials: readonly Material[]
}

/** Can this material be promised for later (necessity 容缺)? */
export function isPromisable(material: Material): boolean {
  return material.seed.necessity === 'tolerated'
}

/** Working days after acceptance within which a promised material is due. */
export function promiseDays(material: Material): number {
  return material.seed.tolerance?.supplement_working_days ?? 0
}

export interface Catalogue {
  readonly items: readonly Item[]
  readonly itemById: ReadonlyMap<string, Item>
  /** Material ids are unique over all matters. */
  readonly materialById: ReadonlyMap<string, { readonly item: Item; readonly material: Material }>
  /** Each form in the version that counts now. */
  readonly formById: Map<string, SeedForm>
}
