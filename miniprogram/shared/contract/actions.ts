import type { AccountView, SubjectType } from '../domain/account'
import type { ArchiveLack, CaseArchive, CaseContents } from '../domain/archive'
import type { Attachment, EarlierCasePage, EarlierFile } from '../domain/attachment'
import type { CaseCategory, CaseCounts, CasePage, CaseProgress } from '../domain/case'
import type { CreditReport } from '../domain/credit'
import type {
  Declaration,
  DeclarationBrief,
  FormPatch,
  SubmitOutcome,
  UnprintableCharacter,
} from '../domain/declaration'
import type { GuideSources } from '../domain/guide-source'
import type { EvaluatedCase, EvaluationChoices, EvaluationDraft, EvaluationState } from '../domain/evaluation'
import type { BlankFormKind, Material, MatterBatch, MatterBrief, MatterGuide, Situation } from '../domain/matter'
import type { SituationChange } from '../domain/situation-change'
import type { EarlierRound, SupplementOutcome, SupplementRound } from '../domain/supplement'
import type { ImportedTable, ImportType } from '../domain/table-import'
import type { BeijingTime } from '../domain/time'
import type { Message, Reminders, ReminderUse } from '../domain/message'
import type { Problem } from '../form/problem'
import type { Loadable } from './reply'

/** No input. */
export type Nothing = Readonly<Record<string, never>>

/**
 * Action name → input and output: the only thing that pages and functions agree on.
 * `domain.verb`; one file per action in cloudfunctions/actions/<domain>/<verb>.ts, one verb per action in services/.
 */
export interface Actions {
  // account: contract #17; the binding itself is ours
  'account.get': { input: Nothing; output: AccountView }
  'account.bind': { input: { subjectType: SubjectType; account: string; password: string }; output: AccountView }
  'account.switch': { input: { subjectType: SubjectType }; output: AccountView }
  'account.unbind': { input: { subjectType: SubjectType }; output: AccountView }

  // home: contract #33, #34, #18 and our own drafts, read at the same time
  'home.open': {
    input: Nothing
    output: {
      account: AccountView
      matters: Loadable<readonly MatterBrief[]>
      /** What the active identity may apply for; without one, what anybody may. */
      recommended: Loadable<MatterBatch>
      /** null = nothing is bound. */
      counts: Loadable<CaseCounts> | null
      drafts: Loadable<readonly DeclarationBrief[]>
      /** Unread messages of the active identity, 100 at most. */
      unread?: number
    }
  }

  // matter: contract #33; #35; #34; #1, #3, #12 at the same time; #11 or #13; #2
  'matter.list': { input: Nothing; output: { account: AccountView; matters: readonly MatterBrief[] } }
  /** What the provider finds, its best first. `keyword`: 1 to 50 characters, not blank. */
  'matter.search': {
    input: { keyword: string; subjectType?: SubjectType }
    output: { matters: readonly MatterBrief[] }
  }
  /** Other recommended matters than those that are `shown`, and the window's telephone ('' = not known now). */
  'matter.recommend': { input: { shown: readonly string[] }; output: MatterBatch & { phone: string } }
  'matter.open': {
    input: { matterId: string }
    output: {
      account: AccountView
      guide: MatterGuide
      /** What each fact of the guide and of the materials stands on. */
      sources: GuideSources
      materials: Loadable<readonly Material[]>
      situations: Loadable<readonly Situation[]>
      /** My open drafts of this matter under the active identity. */
      drafts: readonly DeclarationBrief[]
    }
  }
  'matter.checklist': {
    input: { matterId: string; optionIds: readonly string[] }
    output: { materials: readonly Material[] }
  }
  /** 一次性告知单 of a situation as a PDF; `optionIds` absent = of the matter as a whole. */
  'matter.notice': {
    input: { matterId: string; optionIds?: readonly string[] }
    output: { url: string; expiresAt: BeijingTime; fileName: string; pages: number }
  }
  /** The blank form or the filled sample of one of the matter's materials (#2): passed through our storage. */
  'matter.blankForm': {
    input: { matterId: string; materialId: string; kind: BlankFormKind }
    output: { url: string; expiresAt: BeijingTime; fileName: string }
  }

  // declaration: contract #16, #4, #5, #15, #19
  /** Opens a draft (or finds the open one of the same matter, situation and identity). `startKey` makes repeats harmless. */
  'declaration.start': {
    input: { matterId: string; optionIds: readonly string[]; startKey: string }
    output: { draftId: string }
  }
  'declaration.open': { input: { draftId: string }; output: { account: AccountView; declaration: Declaration } }
  /** Asks again for what could not be offered when the draft was opened (contract #10, #6); otherwise as open. */
  'declaration.offers': { input: { draftId: string }; output: { account: AccountView; declaration: Declaration } }
  'declaration.save': {
    input: { draftId: string; baseVersion: number; forms: readonly FormPatch[] }
    output: { version: number; savedAt: BeijingTime }
  }
  /** What changing the situation of a draft would lead to; changes nothing. */
  'declaration.previewSituation': {
    input: { draftId: string; optionIds: readonly string[] }
    output: { version: number; change: SituationChange }
  }
  /** Changes the situation of a draft (contract #16 with its declareNo). Repeating it is harmless. */
  'declaration.changeSituation': {
    input: { draftId: string; version: number; optionIds: readonly string[] }
    output: { version: number; savedAt: BeijingTime }
  }
  /** 承诺后补: exactly these materials are brought later. Repeating it is harmless. */
  'declaration.promise': {
    input: { draftId: string; version: number; materialIds: readonly string[] }
    output: { version: number; savedAt: BeijingTime }
  }
  /** The filled declaration as the office would read it, with the server's verdict. */
  'declaration.review': {
    input: { draftId: string }
    output: {
      account: AccountView
      declaration: Declaration
      /** Attachment id of a signature → a short-lived address of its picture; without those that cannot be shown now. */
      pictures: Readonly<Record<string, string>>
      /** Form problems by materialId. */
      problems: Readonly<Record<string, readonly Problem[]>>
      /** Materials whose files are still missing or not delivered yet. */
      missingMaterials: readonly { materialId: string; name: string; have: number; need: number }[]
      /** Why this applicant cannot file the chosen situation, or promise what is promised; '' = it can. */
      barred: string
    }
  }
  'declaration.submit': { input: { draftId: string; version: number }; output: SubmitOutcome }
  /** Asks upstream what became of a submit whose answer was lost (contract #5, #15, #19). */
  'declaration.outcome': {
    input: { draftId: string }
    output: SubmitOutcome & { account: AccountView; version: number; reminders?: Reminders }
  }
  /** The forms as one PDF, as the server holds them. */
  'declaration.print': {
    input: { draftId: string; version: number }
    output: {
      url: string
      expiresAt: BeijingTime
      fileName: string
      pages: number
      unprintable: readonly UnprintableCharacter[]
    }
  }
  'declaration.discard': { input: { draftId: string }; output: Nothing }

  // attachment: contract #14, #7, #15
  /**
   * Mints the storage path that this one file may be uploaded to. `uploadKey` names the picked file, so that a repetition
   * finds the same row: begun anew, or delivered already. `sha1` is the phone's digest of it.
   */
  'attachment.begin': {
    input: {
      draftId: string
      materialId: string
      fieldId?: string
      fileName: string
      size: number
      uploadKey?: string
      sha1?: string
    }
    output: { attachment: Attachment; cloudPath: string }
  }
  /** Checks the stored file and streams it to the provider. */
  'attachment.deliver': { input: { attachmentId: string; fileId: string }; output: { attachment: Attachment } }
  'attachment.remove': { input: { attachmentId: string }; output: Nothing }
  /** A short-lived address, given after an ownership check. */
  'attachment.preview': { input: { attachmentId: string }; output: { url: string; expiresAt: BeijingTime } }
  /** What was submitted before and may be used again: the material's last files (#9), and all cases with files (#20). */
  'attachment.earlier': {
    input: { draftId: string; materialId: string; pageNo: number }
    output: {
      account: AccountView
      materialName: string
      last: Loadable<readonly EarlierFile[]>
      cases: Loadable<EarlierCasePage>
    }
  }
  /** The files of one earlier case (#21), those of the same material first. */
  'attachment.caseFiles': {
    input: { draftId: string; materialId: string; caseNo: string }
    output: { files: readonly EarlierFile[] }
  }
  /** Puts files that were submitted before under a material of the draft; each is asked for again (#8). */
  'attachment.reuse': {
    input: { draftId: string; materialId: string; earlierIds: readonly string[] }
    output: {
      attachments: readonly Attachment[]
      refused: readonly { earlierId: string; fileName: string; reason: string }[]
    }
  }
  /** A short-lived address of a file that was submitted before (#8): passed through our storage, never the provider's. */
  'attachment.previewEarlier': {
    input: { draftId: string; earlierId: string }
    output: { url: string; expiresAt: BeijingTime }
  }

  // table: ours alone; rows of a form's table from a file
  /** An empty file with the table's columns, as a short-lived address. */
  'table.template': {
    input: { draftId: string; materialId: string; fieldId: string; fileType: ImportType }
    output: { url: string; expiresAt: BeijingTime; fileName: string }
  }
  /** Mints the storage path that this one file may be uploaded to. */
  'table.begin': {
    input: { draftId: string; materialId: string; fieldId: string; fileName: string; size: number }
    output: { importId: string; cloudPath: string }
  }
  /** Reads the stored file, and deletes it. The draft changes only when the page saves the rows. */
  'table.read': { input: { importId: string; fileId: string }; output: ImportedTable }

  // supplement: contract #22 to #26, for 补正 and 承诺补证; files travel as attachments, with the supplement's id as draftId
  'supplement.open': {
    input: { caseNo: string }
    output: {
      account: AccountView
      caseNo: string
      /** '' while the provider does not say it now. */
      matterName: string
      statusName: string
      /** Rounds that wait for the applicant, or whose outcome is open. */
      rounds: readonly SupplementRound[]
      /** false = what was submitted before could not be read now: `before` of the items says nothing. */
      beforeKnown: boolean
      earlier: Loadable<readonly EarlierRound[]>
    }
  }
  /** The forms of a round, prefilled with what was submitted, in the shape of a draft. */
  'supplement.openForm': {
    input: { supplementId: string }
    output: { account: AccountView; declaration: Declaration }
  }
  'supplement.saveForm': {
    input: { supplementId: string; baseVersion: number; forms: readonly FormPatch[] }
    output: { version: number; savedAt: BeijingTime }
  }
  /** Deletes a file of the round that was uploaded elsewhere. */
  'supplement.removeFile': { input: { supplementId: string; fileId: string }; output: Nothing }
  /** A short-lived address of a file of the case. */
  'supplement.previewFile': {
    input: { caseNo: string; fileId: string }
    output: { url: string; expiresAt: BeijingTime }
  }
  'supplement.submit': {
    input: { supplementId: string; version: number; remark: string }
    output: SupplementOutcome
  }
  /** Asks upstream what became of a submit whose answer was lost. */
  'supplement.outcome': { input: { supplementId: string }; output: SupplementOutcome }

  // case: contract #18 and #19 at the same time; #27
  'case.list': {
    input: { category: CaseCategory; pageNo: number }
    output: { account: AccountView; counts: CaseCounts; page: CasePage; unfinished: readonly DeclarationBrief[] }
  }
  'case.open': {
    input: { caseNo: string }
    output: {
      account: AccountView
      progress: CaseProgress
      receipt: SubmitOutcome | null
      reminders?: Reminders
      /** Only of a finished case (contract #29). */
      evaluation?: Loadable<EvaluationState>
    }
  }

  // inbox: what contract #28 pushed and #27 told; ours
  /** Messages of the active identity, newest first; `pageNo` starts at 1. */
  'inbox.open': {
    input: { pageNo: number }
    output: {
      account: AccountView
      messages: readonly Message[]
      hasMore: boolean
      unread: number
      /** Of the caller's other identity: how many, never what. */
      unreadElsewhere: number
      reminders: Reminders
    }
  }
  /** Without ids: all. */
  'inbox.read': { input: { messageIds?: readonly string[] }; output: { unread: number } }
  /** The citizen agreed to one subscription message of each use; `consentKey` makes repeats harmless. */
  'inbox.consent': {
    input: { uses: readonly ReminderUse[]; consentKey: string }
    output: { reminders: Reminders }
  }

  // credit: contract #10; what 信用中国 says of the active enterprise
  'credit.open': { input: Nothing; output: { account: AccountView; report: Loadable<CreditReport> } }

  // archive: contract #21, #32; the zip of a case's materials
  'archive.open': { input: { caseNo: string }; output: { account: AccountView; contents: CaseContents } }
  /** Fetches the zip into our storage for a short time; `packing` while the provider makes it. Repeating it is harmless. */
  'archive.fetch': {
    input: { caseNo: string }
    output:
      | { state: 'packing'; retryAfterMs: number }
      | { state: 'ready'; archive: CaseArchive; lacks: Loadable<readonly ArchiveLack[]> }
  }
  /** A short-lived address of the zip, given after an ownership check. */
  'archive.link': { input: { archiveId: string }; output: { url: string; expiresAt: BeijingTime } }
  /** The same of one file in it. */
  'archive.preview': {
    input: { archiveId: string; index: number }
    output: { url: string; expiresAt: BeijingTime; fileName: string }
  }

  // evaluation (好差评): contract #27, #29, #31 at the same time; #30
  'evaluation.open': {
    input: { caseNo: string }
    output: {
      account: AccountView
      case: EvaluatedCase
      evaluation: EvaluationState
      choices: Loadable<EvaluationChoices>
    }
  }
  /** Rates a case once, and answers what the provider then has of it. */
  'evaluation.submit': { input: EvaluationDraft & { caseNo: string }; output: { evaluation: EvaluationState } }
}

export type ActionName = keyof Actions
export type Input<A extends ActionName> = Actions[A]['input']
export type Output<A extends ActionName> = Actions[A]['output']

/** Deployed functions, cut by what the platform bills and limits (design: "The layout"). */
export type FunctionName = 'api' | 'transfer'

/** Which deployed function serves an action. The compiler lists an action that is missing here. */
export const ACTION_FUNCTION: Readonly<Record<ActionName, FunctionName>> = {
  'account.get': 'api',
  'account.bind': 'api',
  'account.switch': 'api',
  'account.unbind': 'api',
  'home.open': 'api',
  'matter.list': 'api',
  'matter.search': 'api',
  'matter.recommend': 'api',
  'matter.open': 'api',
  'matter.checklist': 'api',
  'matter.notice': 'transfer',
  'matter.blankForm': 'transfer',
  'declaration.start': 'api',
  'declaration.open': 'api',
  'declaration.offers': 'api',
  'declaration.save': 'api',
  'declaration.previewSituation': 'api',
  'declaration.changeSituation': 'api',
  'declaration.promise': 'api',
  'declaration.review': 'api',
  'declaration.submit': 'api',
  'declaration.outcome': 'api',
  'declaration.print': 'transfer',
  'declaration.discard': 'api',
  'attachment.begin': 'api',
  'attachment.deliver': 'transfer',
  'attachment.remove': 'api',
  'attachment.preview': 'api',
  'attachment.earlier': 'api',
  'attachment.caseFiles': 'api',
  'attachment.reuse': 'api',
  'attachment.previewEarlier': 'transfer',
  'table.template': 'transfer',
  'table.begin': 'api',
  'table.read': 'transfer',
  'supplement.open': 'api',
  'supplement.openForm': 'api',
  'supplement.saveForm': 'api',
  'supplement.removeFile': 'api',
  'supplement.previewFile': 'transfer',
  'supplement.submit': 'api',
  'supplement.outcome': 'api',
  'case.list': 'api',
  'case.open': 'api',
  'inbox.open': 'api',
  'inbox.read': 'api',
  'inbox.consent': 'api',
  'credit.open': 'api',
  'archive.open': 'api',
  'archive.fetch': 'transfer',
  'archive.link': 'api',
  'archive.preview': 'transfer',
  'evaluation.open': 'api',
  'evaluation.submit': 'api',
}
