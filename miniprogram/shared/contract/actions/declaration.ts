import type { AccountView } from '../../domain/account'
import type { Declaration, FormPatch, SubmitOutcome, UnprintableCharacter } from '../../domain/declaration'
import type { Reminders } from '../../domain/message'
import type { SituationChange } from '../../domain/situation-change'
import type { BeijingTime } from '../../domain/time'
import type { Problem } from '../../form/problem'
import type { FactsOf } from './facts'
import type { Nothing } from './nothing'

/** Declaration: contract #16, #4, #5, #15, #19 */
export interface DeclarationActions {
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
}

export const DECLARATION_FACTS = {
  'declaration.start': { on: 'api', repeat: 'same', audit: 'change', objects: ['matterId'], made: 'draftId' },
  'declaration.open': { on: 'api', repeat: 'read', audit: 'look', objects: ['draftId'] },
  'declaration.offers': { on: 'api', repeat: 'same', audit: 'change', objects: ['draftId'] },
  'declaration.save': { on: 'api', repeat: 'same', audit: 'change', objects: ['draftId'] },
  'declaration.previewSituation': { on: 'api', repeat: 'read', audit: 'look', objects: ['draftId'] },
  'declaration.changeSituation': { on: 'api', repeat: 'same', audit: 'change', objects: ['draftId'] },
  'declaration.promise': { on: 'api', repeat: 'same', audit: 'change', objects: ['draftId'] },
  'declaration.review': { on: 'api', repeat: 'read', audit: 'look', objects: ['draftId'] },
  'declaration.submit': { on: 'api', repeat: 'once', audit: 'change', objects: ['draftId'] },
  // Sends again what the provider does not have, under its one number.
  'declaration.outcome': { on: 'api', repeat: 'same', audit: 'change', objects: ['draftId'] },
  'declaration.print': { on: 'transfer', repeat: 'read', audit: 'look', objects: ['draftId'] },
  'declaration.discard': { on: 'api', repeat: 'same', audit: 'change', objects: ['draftId'] },
} as const satisfies FactsOf<DeclarationActions>
