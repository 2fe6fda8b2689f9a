import type { AccountView, SubjectType } from '../domain/account'
import type { Attachment } from '../domain/attachment'
import type { CaseCategory, CaseCounts, CasePage, CaseProgress } from '../domain/case'
import type { Declaration, DeclarationBrief, FormPatch, SubmitOutcome } from '../domain/declaration'
import type { Material, MatterBrief, MatterGuide, Situation } from '../domain/matter'
import type { BeijingTime } from '../domain/time'
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

  // home: contract #33, #18 and our own drafts, read at the same time
  'home.open': {
    input: Nothing
    output: {
      account: AccountView
      matters: Loadable<readonly MatterBrief[]>
      /** null = nothing is bound. */
      counts: Loadable<CaseCounts> | null
      drafts: Loadable<readonly DeclarationBrief[]>
    }
  }

  // matter: contract #33; #1, #3, #12 at the same time; #11 or #13
  'matter.list': { input: Nothing; output: { account: AccountView; matters: readonly MatterBrief[] } }
  'matter.open': {
    input: { matterId: string }
    output: {
      account: AccountView
      guide: MatterGuide
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

  // declaration: contract #16, #4, #5, #15, #19
  /** Opens a draft (or finds the open one of the same matter, situation and identity). `startKey` makes repeats harmless. */
  'declaration.start': {
    input: { matterId: string; optionIds: readonly string[]; startKey: string }
    output: { draftId: string }
  }
  'declaration.open': { input: { draftId: string }; output: { account: AccountView; declaration: Declaration } }
  'declaration.save': {
    input: { draftId: string; baseVersion: number; forms: readonly FormPatch[] }
    output: { version: number; savedAt: BeijingTime }
  }
  /** The filled declaration as the office would read it, with the server's verdict. */
  'declaration.review': {
    input: { draftId: string }
    output: {
      account: AccountView
      declaration: Declaration
      /** Form problems by materialId. */
      problems: Readonly<Record<string, readonly Problem[]>>
      /** Materials whose files are still missing or not delivered yet. */
      missingMaterials: readonly { materialId: string; name: string; have: number; need: number }[]
    }
  }
  'declaration.submit': { input: { draftId: string; version: number }; output: SubmitOutcome }
  /** Asks upstream what became of a submit whose answer was lost (contract #5, #15, #19). */
  'declaration.outcome': { input: { draftId: string }; output: SubmitOutcome & { account: AccountView } }
  'declaration.discard': { input: { draftId: string }; output: Nothing }

  // attachment: contract #14, #7, #15
  /** Mints the storage path that this one file may be uploaded to. */
  'attachment.begin': {
    input: { draftId: string; materialId: string; fieldId?: string; fileName: string; size: number }
    output: { attachment: Attachment; cloudPath: string }
  }
  /** Checks the stored file and streams it to the provider. */
  'attachment.deliver': { input: { attachmentId: string; fileId: string }; output: { attachment: Attachment } }
  'attachment.remove': { input: { attachmentId: string }; output: Nothing }
  /** A short-lived address, given after an ownership check. */
  'attachment.preview': { input: { attachmentId: string }; output: { url: string; expiresAt: BeijingTime } }

  // case: contract #18 and #19 at the same time; #27
  'case.list': {
    input: { category: CaseCategory; pageNo: number }
    output: { account: AccountView; counts: CaseCounts; page: CasePage; unfinished: readonly DeclarationBrief[] }
  }
  'case.open': {
    input: { caseNo: string }
    output: { account: AccountView; progress: CaseProgress; receipt: SubmitOutcome | null }
  }
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
  'matter.open': 'api',
  'matter.checklist': 'api',
  'declaration.start': 'api',
  'declaration.open': 'api',
  'declaration.save': 'api',
  'declaration.review': 'api',
  'declaration.submit': 'api',
  'declaration.outcome': 'api',
  'declaration.discard': 'api',
  'attachment.begin': 'api',
  'attachment.deliver': 'transfer',
  'attachment.remove': 'api',
  'attachment.preview': 'api',
  'case.list': 'api',
  'case.open': 'api',
}
