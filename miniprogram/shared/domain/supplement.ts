import type { WorkingDaysLeft } from './due'
import type { Answers } from '../form/answers'
import type { Attachment } from './attachment'
import type { PromiseKind } from './commitment'
import type { FilledForms, Submitted } from './declaration'
import type { MaterialKind } from './matter'
import type { BeijingDate, BeijingTime } from './time'

/** supplement: the office asked (补正). promise: what was promised for later is due (承诺补证). */
export type SupplementKind = 'supplement' | 'promise' | 'unknown'

/** A file that the provider has of a case (contract #21, #26). */
export interface CaseFile {
  readonly fileId: string
  readonly fileName: string
  /** Bytes. */
  readonly size: number
  readonly uploadedAt: BeijingTime
  /** The round that it answered; absent for one that was filed with the declaration. */
  readonly round?: number
}

/** A form that is to be corrected: what was submitted, and what differs now. */
export interface FormCorrection {
  /** Why it cannot be corrected here, in the citizen's words; '' = it can. */
  readonly obstacle: string
  readonly changes: readonly {
    readonly fieldId: string
    readonly label: string
    readonly before: string
    readonly after: string
    /** The same with ID numbers, telephones and addresses masked; absent where nothing is. */
    readonly masked?: { readonly before: string; readonly after: string }
  }[]
  /** Entries that are missing or wrong. */
  readonly problems: number
  /** Fields that the officer's reason calls by their labels; absent = none. */
  readonly named?: readonly { readonly fieldId: string; readonly label: string }[]
}

/**
 * The forms of a round while they are corrected: the situation and the signatures stay as they were submitted, and of the
 * case's files the rules know only how many there are.
 */
export interface Correction extends FilledForms {
  readonly kind: 'correction'
  readonly supplementId: string
  /** Of its first form. */
  readonly name: string
  readonly state: SupplementState
  /** Why the office wants a form again, by materialId. */
  readonly reasons: Readonly<Record<string, string>>
  /** What was submitted, by materialId. */
  readonly before?: Readonly<Record<string, Answers>>
  /** Files that the case has, by materialId. */
  readonly fileCounts: Readonly<Record<string, number>>
}

/** One material or form that the office wants again, and the answer to it so far. */
export interface SupplementItem {
  readonly materialId: string
  readonly name: string
  readonly kind: MaterialKind
  /** The officer's words. */
  readonly reason: string
  readonly fileTypes: readonly string[]
  /** Largest single file in bytes. */
  readonly maxSizeBytes: number
  readonly maxCount: number
  /** What was submitted before. */
  readonly before: readonly CaseFile[]
  /** Files of this round that were uploaded here. */
  readonly files: readonly Attachment[]
  /** Files of this round that the provider has from elsewhere: they are submitted too unless they are deleted. */
  readonly others: readonly CaseFile[]
  /** Set for a form. */
  readonly form?: FormCorrection
}

/** open: being answered. confirming: sent, the outcome is not known yet. submitted: read back from upstream. */
export type SupplementState = 'open' | 'confirming' | 'submitted'

/** A round that waits for the applicant (contract #22). */
export interface SupplementRound {
  readonly supplementId: string
  /** Grows with every saved correction; a submit names it. */
  readonly version: number
  readonly round: number
  readonly kind: SupplementKind
  /** By which ways its materials were promised; absent = it is no round of promises, or nobody knows. */
  readonly promisedBy?: readonly PromiseKind[]
  readonly state: SupplementState
  readonly issuedAt: BeijingTime
  /** Only when the provider gives one. */
  readonly deadline?: BeijingTime
  /** Until the deadline; absent on its last day, and in answers of before 2026-11-30. */
  readonly workingDaysLeft?: WorkingDaysLeft
  /** The deadline is over: the provider takes nothing any more. */
  readonly overdue: boolean
  readonly department?: string
  readonly phone?: string
  readonly noticeNo?: string
  /** What the officer says about the whole round. */
  readonly note?: string
  readonly items: readonly SupplementItem[]
  /** Set while the outcome is open. */
  readonly since?: BeijingTime
}

/** A round that was answered (contract #26). */
export interface EarlierRound {
  readonly round: number
  readonly kind: SupplementKind
  readonly submittedAt?: BeijingTime
  readonly materials: readonly {
    readonly materialId: string
    readonly name: string
    readonly kind: MaterialKind
    readonly files: readonly CaseFile[]
  }[]
}

export type SupplementOutcome = Submitted<SupplementReceipt>

/** The round and each of its files were read back from upstream (contract #26, #27). */
export interface SupplementReceipt {
  readonly caseNo: string
  readonly round: number
  readonly kind: SupplementKind
  readonly matterName: string
  readonly statusName: string
  readonly submittedAt: BeijingTime
  /** 已送达 delivered/total files. */
  readonly delivered: number
  readonly total: number
  readonly missing: readonly string[]
  /** Names of the forms that were sent again. */
  readonly forms: readonly string[]
  /** The provider counts time again: no pause is open (#27). */
  readonly clockRuns: boolean
  readonly promisedFinishDate?: BeijingDate
}

/** Longest remark that the contract takes (#25). */
export const LONGEST_REMARK = 500

/** Is it a form that can be sent as it is: the applicant may find nothing wrong in it, and has to say so? */
export const isUnchanged = ({ kind, form }: SupplementItem): boolean =>
  kind === 'form' && form?.obstacle === '' && form.problems === 0 && form.changes.length === 0
