import { type CaseBrief } from '../../../miniprogram/shared/domain/case'
import { type Context } from '../../kernel/context'
import { listCases } from '../../one-network/resources/cases'
import { evaluationId, findEvaluation } from '../../stores/evaluations'
import { type ActiveIdentity } from '../account/identity'
import { sessionOf } from '../account/session'

/** So long after its end a case can be rated (contract #30). */
const RATEABLE_MS = 30 * 24 * 3600 * 1000
/** The list is newest first; who finished more in a month finds the others in the list of cases. */
const LOOKED_AT = 10

/** @param now ms since the epoch */
const isRateable = ({ finishedAt }: CaseBrief, now: number): boolean =>
  finishedAt !== undefined && now - Date.parse(finishedAt) < RATEABLE_MS

/**
 * Finished cases (#19) that were not rated here. Whether one was rated elsewhere only #29 says, one call a case: its page
 * asks that.
 */
export async function casesToRate(active: ActiveIdentity, context: Context): Promise<readonly CaseBrief[]> {
  const page = await listCases(sessionOf(active.bindingId, context), 'finished', 1, LOOKED_AT)
  const rateable = page.rows.filter((row) => isRateable(row, context.now()))
  const sent = await Promise.all(rateable.map(({ caseNo }) => findEvaluation(evaluationId(active.userId, caseNo))))
  return rateable.filter((_, index) => sent[index] === undefined)
}
