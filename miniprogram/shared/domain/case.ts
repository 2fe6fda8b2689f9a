import type { Loadable } from '../contract/reply'
import type { WorkingDaysLeft } from './due'
import type { OfficeWindow } from './matter'
import type { BeijingDate, BeijingTime } from './time'

/** The provider's four lists (contract #18, #19). Labels as in the contract's tabs; what they mean is said on the page. */
export type CaseCategory = keyof CaseCounts

export const CASE_CATEGORIES: readonly {
  readonly category: CaseCategory
  readonly label: string
  readonly hint: string
}[] = [
  { category: 'supplement', label: '补证件', hint: '窗口要您补充或更正材料' },
  { category: 'processing', label: '在办件', hint: '正在办理，等待窗口处理' },
  { category: 'promise', label: '承诺补证件', hint: '提交时承诺后补的材料，还没有交齐' },
  { category: 'finished', label: '办结件', hint: '已经办完或已经终止' },
]

export interface CaseCounts {
  readonly supplement: number
  readonly processing: number
  readonly finished: number
  readonly promise: number
}

/** Whose turn it is now; unknown codes are not guessed. */
export type Turn = 'office' | 'applicant' | 'nobody' | 'unknown'

export interface CaseStatus {
  /** The provider's code, kept raw. */
  readonly code: string
  /** The provider's own words for it. */
  readonly name: string
  /** false when the code is not in the contract's table. */
  readonly known: boolean
  readonly turn: Turn
}

/** The provider's own words; where it has none, the code is shown raw and never guessed. */
export const statusText = ({ name, code }: CaseStatus): string => name || `状态码 ${code}`

/** What a case is about: by its full name on documents, by the short one where it is one of several lines. */
interface NamedMatter {
  readonly matterId: string
  readonly matterName: string
  /** Absent = the office has no shorter one. */
  readonly shortName?: string
}

export const shortNameOf = ({ shortName, matterName }: Pick<NamedMatter, 'matterName' | 'shortName'>): string =>
  shortName ?? matterName

export interface CaseBrief extends NamedMatter {
  readonly caseNo: string
  readonly applicantName?: string
  readonly status: CaseStatus
  readonly submittedAt: BeijingTime
  readonly acceptedAt?: BeijingTime
  readonly promisedFinishDate?: BeijingDate
  readonly finishedAt?: BeijingTime
  readonly currentNode?: string
  readonly supplementDeadline?: BeijingTime
  readonly promiseDeadline?: BeijingTime
  /** Until the nearer of the two deadlines; absent = there is none, or it is not ahead. */
  readonly workingDaysLeft?: WorkingDaysLeft
  /** It is over, and the provider takes a rating of it now. */
  readonly rateable?: true
  /** The applicant's situation as it was filed here; absent = filed elsewhere. */
  readonly situation?: string
}

/** What a list of cases opens with when nobody chose: the first that needs the citizen, else the first that has something. */
export const firstCategory = (counts: CaseCounts): CaseCategory =>
  (['supplement', 'promise', 'processing', 'finished'] as const).find((category) => counts[category] > 0) ??
  'processing'

/** What waits for the applicant: 补正 and 承诺补证, soonest first; those without a deadline last. */
export interface CasesOfTurn {
  /** Of all; `cases` are the first few. */
  readonly total: number
  readonly cases: readonly CaseBrief[]
}

/** The day until which the applicant has to do something: of a supplement, else of a promise. */
export const deadlineOf = ({ status, supplementDeadline, promiseDeadline }: CaseBrief): BeijingTime | undefined =>
  status.turn === 'applicant' ? (supplementDeadline ?? promiseDeadline) : promiseDeadline

/** What the provider wants from the applicant now (contract #22). */
export interface AskedNow {
  readonly kind: 'supplement' | 'promise' | 'unknown'
  readonly deadline?: BeijingTime
  readonly workingDaysLeft?: WorkingDaysLeft
  /** What is wanted, each with the officer's words ('' = none). */
  readonly items: readonly { readonly name: string; readonly reason: string }[]
  /** What the officer says about all of it. */
  readonly note?: string
}

export type NodeState = 'pending' | 'current' | 'done' | 'unknown'

export interface ProgressNode {
  readonly seq: number
  readonly name: string
  readonly state: NodeState
  readonly department?: string
  readonly handler?: string
  readonly startedAt?: BeijingTime
  readonly endedAt?: BeijingTime
  readonly opinion?: string
  /** It waits for what was promised (承诺补证); absent in answers of before 2026-12-01. */
  readonly promise?: true
}

/** A document that the office issued in a case. */
export interface IssuedDocument {
  readonly name: string
  readonly number?: string
  readonly issuedAt?: BeijingTime
  /** Opens its file; absent = the provider gives none: it is on paper only. */
  readonly documentId?: string
}

/**
 * How far the office is: received = not accepted yet, so no time limit runs; accepted = it runs; decided = it ended with a
 * grant; notAccepted, refused = it ended against the applicant; ended = withdrawn or stopped; unknown is not guessed.
 */
export type CaseStage = 'received' | 'accepted' | 'decided' | 'notAccepted' | 'refused' | 'ended' | 'unknown'

/** 办件进度 (contract #27). */
export interface CaseProgress extends NamedMatter {
  readonly caseNo: string
  readonly status: CaseStatus
  readonly promisedFinishDate?: BeijingDate
  readonly statutoryFinishDate?: BeijingDate
  readonly nodes: readonly ProgressNode[]
  /** 承诺补证 is under way: what was promised for later is due. */
  readonly promiseDue?: true
  readonly pauses: readonly {
    readonly reason: string
    readonly startedAt: BeijingTime
    readonly endedAt?: BeijingTime
  }[]
  readonly documents: readonly IssuedDocument[]
  /** Absent in answers of before 2026-11-30. */
  readonly stage?: CaseStage
  /** The papers are awaited at the window. */
  readonly papersAwaited?: true
  /** Gaps were told before acceptance. */
  readonly gapsTold?: true
  readonly submittedAt?: BeijingTime
  /** When the time limit began; absent = not accepted yet, or it is not told. */
  readonly acceptedAt?: BeijingTime
}

/** What is known of a case besides its steps. */
export interface CaseGuidance {
  /** The day at the office, whatever the phone thinks. */
  readonly today: BeijingDate
  /** Absent = the matter's guide could not be read now. */
  readonly window?: OfficeWindow
  /** A licence in the sense of 行政许可法; absent as above. */
  readonly isLicence?: boolean
  /** By when the office has to tell what is lacking; `estimated`: holidays until then are not published yet. */
  readonly gapsToldBy?: { readonly date: BeijingDate; readonly estimated: boolean }
  /** Absent = it has no promised day, or the clock stood still, so that nobody can count. */
  readonly pace?: Pace
}

/** The office works on it for the `day`th of `of` working days; `estimated` as above. */
export interface Pace {
  readonly day: number
  readonly of: number
  readonly estimated: boolean
}

/** The documents of one case. */
export interface CaseDocuments {
  readonly caseNo: string
  readonly matterName: string
  readonly statusName: string
  readonly submittedAt: BeijingTime
  /** Newest first. */
  readonly documents: Loadable<readonly IssuedDocument[]>
}

export interface CaseDocumentsPage {
  readonly pageNo: number
  /** Cases of all pages. */
  readonly total: number
  readonly more: boolean
  /** Of this page, newest first; those without a document are there too. */
  readonly cases: readonly CaseDocuments[]
}

export interface CasePage {
  readonly total: number
  readonly pageNo: number
  readonly pageSize: number
  readonly rows: readonly CaseBrief[]
}
