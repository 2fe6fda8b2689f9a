import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { AppError } from '../../kernel/errors'
import { ourId } from '../../kernel/inputs'
import { reconcile } from '../../ledger/settle'
import { findSupplement, supplementLedger } from '../../stores/supplements'
import { requireSupplement } from '../../domain/supplement/access'
import { answerErrand, outcomeOfAnswer } from '../../domain/supplement/answer/errand'

/** What became of a submitted round whose answer was lost (#26, #27; #25 again only when the provider does not have it). */
export const checkSupplementOutcome = defineAction(
  'supplement.outcome',
  v.object({ supplementId: ourId }),
  async ({ supplementId }, context) => {
    const { active, row } = await requireSupplement(supplementId, context)
    if (row.state === 'open') {
      const userMessage = '这一轮补正还没有提交，请核对后提交'
      throw new AppError('STATE_CHANGED', 'round is open', { userMessage })
    }
    const outcome = outcomeOfAnswer(await reconcile(row, supplementLedger, answerErrand(active, context)))
    if (outcome.state === 'submitted') return outcome
    // Another call may have finished meanwhile.
    return outcomeOfAnswer((await findSupplement(row._id, active)) ?? row)
  },
)
