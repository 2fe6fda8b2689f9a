import type { AccountView } from '../../domain/account'
import type { AskedNow, CaseCategory, CaseCounts, CaseGuidance, CasePage, CaseProgress } from '../../domain/case'
import type { DeclarationBrief, SubmitOutcome } from '../../domain/declaration'
import type { EvaluationState } from '../../domain/evaluation'
import type { Reminders } from '../../domain/message'
import type { Loadable, ReplyError } from '../reply'
import type { FactsOf } from './facts'

/** Case: contract #18 and #19 at the same time; #27 */
export interface CaseActions {
  'case.list': {
    /** `category` absent: the first list that needs the citizen. `partly`: what is not the provider's comes without it. */
    input: { category?: CaseCategory; pageNo: number; partly?: boolean }
    output: {
      account: AccountView
      counts: CaseCounts
      page: CasePage
      unfinished: readonly DeclarationBrief[]
      /** Which list it is; absent in answers of before 2026-12-01. */
      category?: CaseCategory
      /** Only when asked `partly`: why counts and page are not known; they are empty then. */
      failed?: ReplyError
    }
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
      guidance?: CaseGuidance
      /** Only while something is wanted from the applicant (contract #22); empty = the provider lists nothing. */
      asked?: Loadable<readonly AskedNow[]>
    }
  }
}

export const CASE_FACTS = {
  'case.list': { on: 'api', repeat: 'read', audit: 'look' },
  'case.open': { on: 'api', repeat: 'read', audit: 'look', objects: ['caseNo'] },
} as const satisfies FactsOf<CaseActions>
