import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { providerId } from '../../kernel/inputs'
import { loadable } from '../../kernel/loadable'
import { listEvaluationChoices } from '../../one-network/resources/evaluations'
import { requireAccount } from '../../domain/account/identity'
import { evaluatedCase } from '../../domain/evaluation/evaluated-case'
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
    const standing = evaluationOf(caseNo, active, context)
    const [of, evaluation, choices] = await Promise.all([
      evaluatedCase(caseNo, standing, active, context),
      standing,
      loadable(listEvaluationChoices(context), context),
    ])
    return { account: view, case: of, evaluation, choices }
  },
)
