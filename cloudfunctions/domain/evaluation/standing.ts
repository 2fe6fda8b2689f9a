import { type EvaluationState } from '../../../miniprogram/shared/domain/evaluation'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { type Context } from '../../kernel/context'
import { readEvaluation } from '../../one-network/resources/evaluations'
import { evaluationId, findEvaluation } from '../../stores/evaluations'
import { type ActiveIdentity } from '../account/identity'
import { sessionOf } from '../account/session'

/**
 * So long an evaluation whose answer was lost may still arrive: far longer than the provider works on one (15 s). After
 * it, what the provider says is believed again.
 */
export const OPEN_MS = 90_000

/**
 * Where the evaluation of a case stands: what the provider says (#29), unless one is on its way and may still arrive.
 * NOT_FOUND for a case that is not the caller's.
 */
export async function evaluationOf(
  caseNo: string,
  { bindingId, userId }: ActiveIdentity,
  context: Context,
): Promise<EvaluationState> {
  const [said, row] = await Promise.all([
    readEvaluation(sessionOf(bindingId, context), caseNo),
    findEvaluation(evaluationId(userId, caseNo)),
  ])
  const isOnItsWay = row !== undefined && row.sentAt > 0 && context.now() - row.sentAt < OPEN_MS
  return said.state === 'open' && isOnItsWay ? { state: 'confirming', since: toBeijingTime(row.sentAt) } : said
}
