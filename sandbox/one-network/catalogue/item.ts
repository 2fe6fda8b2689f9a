import type { FormFile } from './form-file'
import type { GuideMaterial, LimitUnit, MatterFile } from './matter-files'
import type { SituationCondition } from './situation-condition'

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
  readonly showWhen: SituationCondition | null
  /** Shown when one of these is chosen; empty = always. */
  readonly dependOptionIds: readonly string[]
  readonly options: readonly SituationOption[]
}

export interface Material extends Pick<GuideMaterial, 'necessity' | 'documentForm' | 'source' | 'files'> {
  readonly materialId: string
  readonly key: string
  readonly name: string
  readonly seq: number
  /** '' for an attachment. */
  readonly formId: string
  readonly sourceDetail: string
  /** null = in every situation. */
  readonly when: SituationCondition | null
  /** In which situation it is needed, in words; '' = always. */
  readonly situationText: string
  /** Largest single file in bytes. */
  readonly maxSizeBytes: number
  readonly paperCopies: number | null
  readonly hasBlank: boolean
  readonly hasSample: boolean
  /** The office has it from a register. */
  readonly isShared: boolean
  /** Until when it is due once it is promised for later. */
  readonly promise: PromiseTerm
  readonly legalBasis: string
  readonly note: string
}

/** tolerance (容缺) counts from acceptance, and the decision waits; approval (承诺审批) counts from the promise, and does not. */
export interface PromiseTerm {
  readonly kind: 'tolerance' | 'approval'
  /** Working days. */
  readonly days: number
}

export interface Limit {
  readonly value: number
  readonly unit: LimitUnit
}

export interface Item extends Pick<MatterFile, 'name' | 'field' | 'type' | 'legalBasis' | 'results' | 'fee'> {
  readonly itemId: string
  readonly slug: string
  readonly shortName: string
  readonly subjectTypes: readonly ('person' | 'enterprise')[]
  /** Ends with a licence that is made and handed over. */
  readonly isLicence: boolean
  readonly conditions: readonly string[]
  readonly tips: readonly string[]
  /** What 告知承诺 relieves of; '' = the matter does not have it. */
  readonly noticeRelief: string
  readonly limit: Limit & {
    readonly text: string
    readonly notCounted: string
    readonly overrides: readonly (Limit & { readonly when: SituationCondition })[]
    readonly promisedWorkingDays: number
  }
  readonly situations: readonly Situation[]
  readonly materials: readonly Material[]
}

export const isForm = ({ formId }: Material): boolean => formId !== ''

/** Can this material be promised for later (necessity 容缺)? */
export const isPromisable = ({ necessity }: Material): boolean => necessity === 'tolerated'

export interface Catalogue {
  readonly items: readonly Item[]
  readonly itemById: ReadonlyMap<string, Item>
  /** Material ids are unique over all matters. */
  readonly materialById: ReadonlyMap<string, { readonly item: Item; readonly material: Material }>
  /** Each form in the version that counts now: another one is refused. `Office.bringOutForm` brings out another. */
  readonly formById: Map<string, FormFile>
}

/** The catalogue of a running provider. */
export interface LiveCatalogue extends Catalogue {
  /** Takes the matters' files as they are now. Throws when they do not fit together, and keeps what it had. */
  reload(): void
}
