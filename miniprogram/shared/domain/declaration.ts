import type { FormSchema } from '../form/schema'
import type { Answers } from '../form/answers'
import type { FormContext } from '../form/context'
import type { SubjectType } from './account'
import type { Attachment } from './attachment'
import type { Material } from './matter'
import type { BeijingDate, BeijingTime } from './time'

/**
 * draft: being filled, 尚未提交. confirming: sent, the outcome is not known yet (结果确认中).
 * submitted: read back from upstream. rejected is not a state: a refused submit goes back to draft with its problems.
 */
export type DeclarationState = 'draft' | 'confirming' | 'submitted'

export interface DeclarationBrief {
  readonly draftId: string
  readonly matterId: string
  readonly matterName: string
  readonly subjectType: SubjectType
  readonly situationText: string
  readonly state: DeclarationState
  readonly savedAt: BeijingTime
  readonly caseNo?: string
}

/** One electronic form of a declaration, pinned to the version it was opened with. */
export interface DeclarationForm {
  readonly materialId: string
  readonly schema: FormSchema
  readonly answers: Answers
  /** Fields whose value was filled in for the applicant and not changed since: shown with its source, to be checked. */
  readonly prefilled?: readonly string[]
}

/** What the forms' rules read besides the answers, so that the page judges like the server (whose verdict counts). */
export interface DeclarationFacts extends Pick<FormContext, 'situation' | 'account' | 'credit' | 'param'> {
  /** materialId → the matter's own word for the material, the key of `FormContext.attachments`. */
  readonly materialKeys: Readonly<Record<string, string>>
}

/** Everything that the filing pages need, in one call. */
export interface Declaration extends DeclarationBrief {
  /** Grows by one with every save; a save or submit names the version it is based on. */
  readonly version: number
  readonly optionIds: readonly string[]
  readonly forms: readonly DeclarationForm[]
  readonly facts: DeclarationFacts
  readonly materials: readonly Material[]
  readonly attachments: readonly Attachment[]
  /** The Beijing day of the server, for rules that read "today". */
  readonly today: BeijingDate
}

/** A patch of one form: only the fields that changed; `null` empties a field. */
export interface FormPatch {
  readonly materialId: string
  readonly answers: Answers
}

/** What submitting led to. Said only after reading back from upstream (promise 2). */
export type SubmitOutcome =
  | { readonly state: 'confirming'; readonly since: BeijingTime }
  | { readonly state: 'submitted'; readonly receipt: Receipt }

/** 回执: the case and each attachment were read back from upstream. */
export interface Receipt {
  readonly caseNo: string
  readonly matterName: string
  readonly applicantName: string
  readonly statusName: string
  readonly submittedAt: BeijingTime
  readonly promisedFinishDate?: BeijingDate
  /** 已送达 delivered/total. */
  readonly delivered: number
  readonly total: number
  /** Attachments that upstream does not list (delivered < total), by file name. */
  readonly missing: readonly string[]
}
