import { type EvaluatedCase, type EvaluationState } from '../../../miniprogram/shared/domain/evaluation'
import { type CallBudget } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { readEvaluatedCase } from '../../one-network/resources/cases'
import { findWatch, watchId } from '../../stores/case-watches'
import { type ActiveIdentity } from '../account/identity'
import { sessionOf } from '../account/session'

/**
 * The case that is evaluated (#27). When the provider does not tell it now, what is known here must do: whether it may be
 * evaluated says #29. Not for a case that may not: only #27 says why.
 */
export async function evaluatedCase(
  caseNo: string,
  evaluation: Promise<EvaluationState>,
  active: ActiveIdentity,
  context: CallBudget,
): Promise<EvaluatedCase> {
  try {
    return await readEvaluatedCase(sessionOf(active.bindingId, context), caseNo)
  } catch (error) {
    const isForeign = error instanceof AppError && error.code === 'NOT_FOUND'
    if (isForeign || (await evaluation).state === 'closed') throw error
    const watch = await findWatch(watchId(active, caseNo))
    return { caseNo, matterName: watch?.matterName ?? '', statusName: '', isFinished: true }
  }
}
