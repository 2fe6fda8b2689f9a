import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { providerId } from '../../kernel/inputs'
import { loadable } from '../../kernel/loadable'
import { readEvaluatedCase } from '../../one-network/resources/cases'
import { listEvaluationChoices } from '../../one-network/resources/evaluations'
import { requireAccount } from '../../domain/account/identity'
import { sessionOf } from '../../domain/account/session'
import { evaluationOf } from '../../domain/evaluation/standing'

/**
 * The page of a case's 好差评: the case (#27), what was said of it (#29) and what may be said (#31), read at the same
 * time. Another's case and a missing one both answer NOT_FOUND.
 */
export const openEvaluation = defineAction(
  'evaluation.open',
  v.object({ caseNo: providerId }),
  async ({ caseNo }, context) => {
    const { view, active } = await requireAccount(context)
    const [of, evaluation, choices] = await Promise.all([
      readEvaluatedCase(sessionOf(active.bindingId, context), caseNo),
      evaluationOf(caseNo, active, context),
      loadable(listEvaluationChoices(context), context),
    ])
    return { account: view, case: of, evaluation, choices }
  },
)
