import type { FormSchema } from '../form/schema'
import type { Answers } from '../form/answers'
import type { Calendar } from '../form/calendar'
import type { FormContext } from '../form/context'
import type { Offer, ValueOrigin } from '../form/apply-prefill'
import type { RowSplice } from '../form/row-patch'
import type { SubjectType } from './account'
import type { Attachment } from './attachment'
import type { Due } from './commitment'
import type { FormMove } from './form-move'
import type { AskedMaterial } from './matter'
import type { Promises } from './promise'
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
  /** The matter's name in a few characters, for a title bar or a card. */
  readonly shortName?: string
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
  /** Field id → where its value came from; only of values that the applicant did not type. To be checked. */
  readonly origins?: Readonly<Record<string, ValueOrigin>>
  /** Field id → a value that the applicant may take. It stays here when it was taken. */
  readonly offers?: Readonly<Record<string, Offer>>
}

/** What the forms' rules read besides the answers, so that the page judges like the server (whose verdict counts). */
export interface DeclarationFacts extends Pick<FormContext, 'situation' | 'account' | 'credit' | 'param'> {
  /** Beijing day on which the credit service was asked; absent when it did not answer. */
  readonly creditAsOf?: BeijingDate
  /** materialId → the matter's own word for the material, the key of `FormContext.attachments`. */
  readonly materialKeys: Readonly<Record<string, string>>
}

/** Where values are offered from that had to be asked for, and may not have answered. */
export type OutsideSource = 'credit' | 'previous'

/** Forms while they are filled in: of a draft (Declaration), or of a supplement (Correction). */
export interface FilledForms {
  /** Grows by one with every save; a save or submit names the version it is based on. */
  readonly version: number
  readonly savedAt: BeijingTime
  readonly forms: readonly DeclarationForm[]
  /** Sources that did not answer yet: their offers are missing (`declaration.offers` asks again). */
  readonly missingSources?: readonly OutsideSource[]
  /** Forms that the office has replaced since they were opened, and what became of the answers. */
  readonly moves?: readonly FormMove[]
  readonly facts: DeclarationFacts
  /** Holidays and 调休 around today, so that the page counts working days like the server. */
  readonly calendar: Calendar
  /** The Beijing day of the server, for rules that read "today". */
  readonly today: BeijingDate
}

/** Everything that the filing pages need, in one call. */
export interface Declaration extends DeclarationBrief, FilledForms {
  readonly kind: 'declaration'
  readonly optionIds: readonly string[]
  readonly materials: readonly AskedMaterial[]
  readonly attachments: readonly Attachment[]
  readonly promises: Promises
}

/** A patch of one form: only the fields that changed, `null` empties a field; of tables only the rows that changed. */
export interface FormPatch {
  readonly materialId: string
  readonly answers: Answers
  /** Table field → its changes. */
  readonly rows?: Readonly<Record<string, readonly RowSplice[]>>
}

/** What submitting led to. Said only after reading back from upstream (promise 2). */
export type Submitted<R> =
  { readonly state: 'confirming'; readonly since: BeijingTime } | { readonly state: 'submitted'; readonly receipt: R }

export type SubmitOutcome = Submitted<Receipt>

/** 回执: the case and each attachment were read back from upstream. */
export interface Receipt {
  readonly caseNo: string
  readonly matterName: string
  readonly applicantName: string
  /** Who acted for the applicant, masked; absent when nobody did. */
  readonly agentName?: string
  readonly statusName: string
  readonly submittedAt: BeijingTime
  readonly promisedFinishDate?: BeijingDate
  /** 已送达 delivered/total. */
  readonly delivered: number
  readonly total: number
  /** Attachments that upstream does not list (delivered < total), by file name. */
  readonly missing: readonly string[]
  /** Materials that are to be brought later (承诺后补). */
  readonly promised: readonly PromisedMaterial[]
}

/** When a promised material is due; without `kind` the office no longer says by which way it was promised. */
export type PromisedMaterial = Partial<Due> & { readonly name: string }

/** A character that the printed form cannot show; 〔code〕 stands in its place. */
export interface UnprintableCharacter {
  /** `U+1F600` */
  readonly code: string
  readonly character: string
  /** Label of the first place where it stands. */
  readonly place: string
}
