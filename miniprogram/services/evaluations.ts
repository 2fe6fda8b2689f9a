import type { Output } from '../shared/contract/actions'
import type { EvaluationDraft, EvaluationState } from '../shared/domain/evaluation'
import { call } from './call'

export type OpenedEvaluation = Output<'evaluation.open'>

/** What was said of a case, or what may be said. */
export const openEvaluation = (caseNo: string): Promise<OpenedEvaluation> => call('evaluation.open', { caseNo })

/** Rates a case once; resolves with what the provider then has of it. */
export const submitEvaluation = async (caseNo: string, draft: EvaluationDraft): Promise<EvaluationState> =>
  (await call('evaluation.submit', { caseNo, ...draft })).evaluation
