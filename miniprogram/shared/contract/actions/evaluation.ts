import type { AccountView } from '../../domain/account'
import type { EvaluatedCase, EvaluationChoices, EvaluationDraft, EvaluationState } from '../../domain/evaluation'
import type { Loadable } from '../reply'
import type { FactsOf } from './facts'

/** Evaluation (好差评): contract #27, #29, #31 at the same time; #30 */
export interface EvaluationActions {
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

export const EVALUATION_FACTS = {
  'evaluation.open': { on: 'api', repeat: 'read', audit: 'look', objects: ['caseNo'] },
  'evaluation.submit': { on: 'api', repeat: 'once', audit: 'change', objects: ['caseNo'] },
} as const satisfies FactsOf<EvaluationActions>
