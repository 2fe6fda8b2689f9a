import type { SubjectType } from './account'
import type { BeijingTime } from './time'

/** 办理事项 in a list. `matterId` is the provider's item id; `name` the provider's full name. */
export interface MatterBrief {
  readonly matterId: string
  readonly name: string
  readonly shortName: string
  /** The full name as it should read, where the provider's has a slip: lists show it, the guide keeps the provider's. */
  readonly label?: string
  /** What people say for it: searched, never shown. */
  readonly alsoCalled?: readonly string[]
  /** Pinyin of the short name, then of the full one: a syllable for each letter, small, without tones, parted by blanks. */
  readonly pinyin?: readonly string[]
  /** 行政许可, 行政确认, 其他行政权力, or the raw code when unknown. */
  readonly typeLabel: string
  readonly subjects: readonly SubjectType[]
  readonly department: string
  readonly theme?: string
  /** Promised limit in working days, when the provider states one. */
  readonly promisedDays?: number
  readonly hasSituations: boolean
  /** true when this mini-program holds the declaration form, so that filing online works here. */
  readonly fileable: boolean
}

/** One page of matters (contract #35). */
export interface MatterPage {
  readonly total: number
  /** From 1. */
  readonly pageNo: number
  readonly pageSize: number
  readonly rows: readonly MatterBrief[]
}

/** A few matters of many (contract #34). */
export interface MatterBatch {
  readonly matters: readonly MatterBrief[]
  /** true = there are others to show instead. */
  readonly more: boolean
}

/** 空表, 样表 of a material (contract #2). */
export type BlankFormKind = 'blank' | 'sample'

/** A time limit as the provider states it, e.g. {value: 20, unit: '个工作日', text: '…'}. */
export interface TimeLimit {
  readonly value: number
  readonly unit: string
  readonly text?: string
}

export interface MapPosition {
  readonly latitude: number
  readonly longitude: number
}

/** 办事指南 (contract #3). Optional parts are absent when the provider sends null, "" or nothing. */
export interface MatterGuide extends MatterBrief {
  readonly statutoryLimit: TimeLimit
  readonly promisedLimit: TimeLimit
  readonly notCounted?: string
  readonly legalBasis: readonly { readonly lawName: string; readonly article?: string; readonly content?: string }[]
  readonly conditions: readonly string[]
  readonly results: readonly { readonly docName: string; readonly validity?: string }[]
  readonly commitment: {
    readonly supported: boolean
    readonly scope?: string
    readonly supplementDays?: number
    readonly consequence?: string
  }
  readonly fee: { readonly charged: boolean; readonly note?: string }
  readonly address: string
  readonly handleTime?: string
  readonly phone: string
  readonly complaintPhone?: string
  /** 行政许可, so that 行政许可法 holds. */
  readonly isLicence?: true
  /** 实施清单编码. */
  readonly listCode?: string
  /** 办件类型: 即办件, 承诺件 … */
  readonly caseType?: string
  /** 到现场次数; 0 = nobody has to come. */
  readonly visits?: number
  readonly booking?: { readonly phone?: string; readonly note?: string }
  /** Of the window, in degrees (GCJ-02, as WeChat's map wants them). */
  readonly position?: MapPosition
  readonly process: readonly string[]
  readonly tips: readonly string[]
  readonly guideVersion: string
  readonly updatedAt?: BeijingTime
}

const WINDOW_PARTS = ['address', 'handleTime', 'phone', 'complaintPhone', 'booking', 'position'] as const

/** Where a matter is handled, and how it is reached. */
export type OfficeWindow = Pick<MatterGuide, (typeof WINDOW_PARTS)[number]>

export const windowOf = (guide: MatterGuide): OfficeWindow => {
  const known = WINDOW_PARTS.filter((part) => guide[part] !== undefined).map((part) => [part, guide[part]])
  return Object.fromEntries(known) as OfficeWindow
}

/** A question of the situation guide (情形, contract #12). */
export interface Situation {
  readonly situationId: string
  readonly question: string
  readonly multiple: boolean
  readonly required: boolean
  /** Shown when any of these options is chosen; empty = always shown. */
  readonly dependsOn: readonly string[]
  readonly options: readonly SituationOption[]
}

export interface SituationOption {
  readonly optionId: string
  readonly name: string
  /** Set when choosing it means that the matter cannot be filed online; the text says why. */
  readonly blockedBecause?: string
}

export type MaterialKind = 'form' | 'attachment' | 'unknown'
export type Necessity = 'required' | 'optional' | 'tolerated' | 'unknown'

export const NECESSITY_LABEL: Readonly<Record<Necessity, string>> = {
  required: '必交',
  optional: '可以不交',
  tolerated: '可容缺后补',
  unknown: '以窗口为准',
}

/** 申请材料 (contract #1, #11, #13, #16). */
export interface Material {
  readonly materialId: string
  readonly name: string
  readonly kind: MaterialKind
  readonly necessity: Necessity
  /** 原件, 复印件, … or the raw code. */
  readonly documentForm?: string
  /** 申请人自备, 政府部门核发, … or the raw code. */
  readonly source?: string
  readonly sourceDetail?: string
  readonly formId?: string
  readonly formVersion?: string
  readonly minCount: number
  readonly maxCount: number
  /** Allowed extensions, lower case. */
  readonly fileTypes: readonly string[]
  /** Largest single file in bytes. */
  readonly maxSizeBytes: number
  readonly paperCopies?: number
  /** true = can be verified by data sharing, so it need not be uploaded. */
  readonly shareable: boolean
  readonly promisable: boolean
  /** Working days after acceptance within which a promised material is due. */
  readonly promiseDays?: number
  /** In which situation it is needed (contract #1 only). */
  readonly situationText?: string
  /** 空表, 样表: true = the provider has one to download (contract #2). */
  readonly blankForm?: true
  readonly sampleForm?: true
  readonly legalBasis?: string
  readonly note?: string
}

/** A material as a draft asks for it. */
export interface AskedMaterial extends Material {
  /** true = a scan of the printed and stamped form: where it is uploaded, the form can be printed. */
  readonly ofPrint?: true
}

/** situationId → chosen optionIds, only of questions that are shown. */
export type SituationAnswers = Readonly<Record<string, readonly string[]>>
