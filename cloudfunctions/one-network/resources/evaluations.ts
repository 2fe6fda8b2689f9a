import {
  type EvaluationChoices,
  type EvaluationDraft,
  type EvaluationState,
} from '../../../miniprogram/shared/domain/evaluation'
import { type CallBudget } from '../../kernel/context'
import { MemoryCache } from '../../kernel/memory-cache'
import { must } from '../answers'
import { oneNetwork } from '../client'
import { toEvaluationChoices, toEvaluationState } from '../mappers/evaluations'
import { type UserSession } from '../user-session'

/** Contract #31: the dictionary may be kept for 24 hours. */
const choices = new MemoryCache<EvaluationChoices>({ freshMs: 24 * 3600 * 1000 })

/** What may be chosen, of all levels (#31). */
export const listEvaluationChoices = (budget: CallBudget): Promise<EvaluationChoices> =>
  choices.get('all', async () =>
    must(toEvaluationChoices(await oneNetwork().call('listEvaluationOptions', {}, budget)), 'levels'),
  )

/** The user's evaluation of a case, or whether there may be one now (#29). NOT_FOUND for another's case. */
export async function readEvaluation(user: UserSession, caseNo: string): Promise<EvaluationState> {
  const data = await user.call('getEvaluation', { caseNo })
  return must(toEvaluationState(data), 'evaluatedFlag')
}

/**
 * Rates a case (#30). Once sent, it is never sent again by itself: OUTCOME_UNKNOWN when no readable answer came; then ask
 * with `readEvaluation`. ALREADY_SUBMITTED when the case has an evaluation.
 */
export async function addEvaluation(
  user: UserSession,
  evaluation: EvaluationDraft & { readonly requestNo: string; readonly caseNo: string },
): Promise<void> {
  const { requestNo, caseNo, score, optionCodes } = evaluation
  const comment = evaluation.comment.trim()
  const body = { requestNo, caseNo, score, optionCodes: [...optionCodes], ...(comment ? { comment } : {}) }
  await user.call('addEvaluation', body, { queryOpenOutcome: true })
}
