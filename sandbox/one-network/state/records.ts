/** What the provider keeps. Times are epoch ms; they become Beijing text only at the edge. */

export type FormValue =
  | string
  | number
  | readonly string[]
  | { readonly begin: string; readonly end: string }
  | readonly Readonly<Record<string, FormValue>>[]
export type FormData = Readonly<Record<string, FormValue>>

export interface SavedForm {
  readonly formVersion: string
  readonly formData: FormData
  readonly savedAt: number
}

/** Only digests of the two tokens are kept. */
export interface SessionRecord {
  readonly sessionId: string
  readonly userId: string
  readonly userTokenDigest: string
  readonly refreshTokenDigest: string
  readonly userTokenUntil: number
  readonly refreshTokenUntil: number
}

export interface LoginFailures {
  readonly userId: string
  readonly failures: number
  /** 0 = not locked. */
  readonly lockedUntil: number
}

/** 申报状态 as in data.currentStatus: 0 草稿, 1 已提交, 2 已失效. */
type DeclarationStatus = '0' | '1' | '2'

export interface DeclarationRecord {
  readonly declareNo: string
  readonly userId: string
  readonly itemId: string
  readonly optionIds: readonly string[]
  readonly status: DeclarationStatus
  readonly openedAt: number
  /** Last write; a draft lives 30 days after it. */
  readonly touchedAt: number
  /** By materialId. */
  readonly forms: Readonly<Record<string, SavedForm>>
  readonly caseNo: string
}

export interface AttachmentRecord {
  readonly attachId: string
  readonly userId: string
  readonly declareNo: string
  readonly materialId: string
  readonly materialName: string
  /** '' unless it came through #7. */
  readonly fieldId: string
  readonly caseNo: string
  readonly fileName: string
  readonly fileSize: number
  /** Extension, lower case. */
  readonly fileType: string
  readonly digest: string
  readonly digestMethod: string
  readonly uploadedAt: number
  /** Name of the stored bytes; a copied reference shares them. */
  readonly contentId: string
  /** Set for a file of a supplement (#23): the round that it answers. */
  readonly round?: number
}

export interface ApplicantRecord {
  readonly subjectType: 'person' | 'enterprise'
  readonly name: string
  readonly certNo: string
  readonly phone: string
  readonly legalPerson?: string
  readonly legalPersonIdNo?: string
  readonly address?: string
  readonly postAddress?: string
}

export interface AgentRecord {
  readonly name: string
  readonly idNo: string
  readonly phone: string
}

/** One step of the way that a case really went; steps not reached yet are derived. */
export interface NodeRecord {
  readonly nodeCode: string
  readonly startedAt: number
  readonly endedAt: number | null
  readonly handler: string
  readonly opinion: string
}

export interface PauseRecord {
  readonly reason: string
  readonly round: number
  readonly startedAt: number
  readonly endedAt: number | null
}

export interface SupplementRecord {
  readonly round: number
  /** 1 补正, 2 承诺补证. */
  readonly supplementType: '1' | '2'
  readonly issuedAt: number
  readonly deadline: number | null
  readonly officerNote: string
  readonly materials: readonly { readonly materialId: string; readonly reason: string }[]
  readonly submittedAt: number | null
  /** Files taken back before the round was submitted (#24): deleting them again succeeds too. */
  readonly deletedIds?: readonly string[]
  /** What was submitted (#25): corrected forms by materialId, and the applicant's words. */
  readonly forms?: Readonly<Record<string, SavedForm>>
  readonly remark?: string
}

export interface IssuedDocRecord {
  readonly docName: string
  readonly docNo: string
  readonly issuedAt: number
  /** null = on paper only; undefined = its file is not made yet. */
  readonly attachId?: string | null
}

/** 好差评 of one case: once, never changed. */
export interface EvaluationRecord {
  readonly evaluationId: string
  readonly score: number
  readonly optionCodes: readonly string[]
  /** '' = nothing was written. */
  readonly comment: string
  readonly at: number
  /** What the department answered; null = nothing yet. */
  readonly reply: { readonly content: string; readonly at: number } | null
}

export interface CaseRecord {
  readonly caseNo: string
  readonly declareNo: string
  readonly userId: string
  readonly itemId: string
  readonly optionIds: readonly string[]
  readonly applicant: ApplicantRecord
  readonly agent: AgentRecord | null
  readonly forms: Readonly<Record<string, SavedForm>>
  readonly materials: readonly { readonly materialId: string; readonly attachIds: readonly string[] }[]
  readonly promisedMaterialIds: readonly string[]
  readonly status: string
  /** Set with a raw status that has no name of its own; '' otherwise. */
  readonly statusName: string
  readonly submittedAt: number
  readonly acceptedAt: number | null
  readonly finishedAt: number | null
  readonly nodes: readonly NodeRecord[]
  readonly pauses: readonly PauseRecord[]
  readonly supplements: readonly SupplementRecord[]
  readonly issuedDocs: readonly IssuedDocRecord[]
  /** Absent until the applicant rated the service. */
  readonly evaluation?: EvaluationRecord
}

/** First successful result of a requestNo (contract chapter 9). */
export interface LedgerRecord {
  readonly key: string
  readonly userId: string
  /** Canonical JSON of the request. */
  readonly content: string
  readonly data: Readonly<Record<string, unknown>>
  readonly at: number
}

/** One approval event (#28) on its way to the office's callback. */
export interface PushRecord {
  readonly eventId: string
  readonly caseNo: string
  readonly eventType: string
  /** JSON as it is sent: the same at every delivery. */
  readonly body: string
  readonly createdAt: number
  /** Deliveries so far; the ninth is the last. */
  readonly attempts: number
  readonly state: 'waiting' | 'delivered' | 'given-up'
  /** Epoch ms of the next delivery. */
  readonly dueAt: number
  /** What came back last, e.g. `HTTP 200 code 0`; '' before the first delivery. */
  readonly lastAnswer: string
}
