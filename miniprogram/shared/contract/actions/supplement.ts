import type { AccountView } from '../../domain/account'
import type { CaseStage } from '../../domain/case'
import type { FormPatch } from '../../domain/declaration'
import type { Correction, EarlierRound, SupplementOutcome, SupplementRound } from '../../domain/supplement'
import type { BeijingTime } from '../../domain/time'
import type { Loadable } from '../reply'
import type { FactsOf } from './facts'
import type { Nothing } from './nothing'

/** Supplement: contract #22 to #26, for 补正 and 承诺补证; files travel as attachments, with the supplement's id as draftId */
export interface SupplementActions {
  'supplement.open': {
    input: { caseNo: string }
    output: {
      account: AccountView
      caseNo: string
      /** '' while the provider does not say it now. */
      matterName: string
      statusName: string
      /** Whether the clock runs that a round stops; absent = not known now. */
      stage?: CaseStage
      /** Rounds that wait for the applicant, or whose outcome is open. */
      rounds: readonly SupplementRound[]
      /** false = what was submitted before could not be read now: `before` of the items says nothing. */
      beforeKnown: boolean
      earlier: Loadable<readonly EarlierRound[]>
    }
  }
  /** The forms of a round, with what was submitted in them. */
  'supplement.openForm': {
    input: { supplementId: string }
    output: { account: AccountView; correction: Correction }
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
}

export const SUPPLEMENT_FACTS = {
  'supplement.open': { on: 'api', repeat: 'read', audit: 'look', objects: ['caseNo'] },
  'supplement.openForm': { on: 'api', repeat: 'read', audit: 'look', objects: ['supplementId'] },
  'supplement.saveForm': { on: 'api', repeat: 'same', audit: 'change', objects: ['supplementId'] },
  'supplement.removeFile': { on: 'api', repeat: 'same', audit: 'change', objects: ['supplementId', 'fileId'] },
  'supplement.previewFile': { on: 'transfer', repeat: 'read', audit: 'look', objects: ['caseNo', 'fileId'] },
  'supplement.submit': { on: 'api', repeat: 'once', audit: 'change', objects: ['supplementId'] },
  // As declaration.outcome.
  'supplement.outcome': { on: 'api', repeat: 'same', audit: 'change', objects: ['supplementId'] },
} as const satisfies FactsOf<SupplementActions>
