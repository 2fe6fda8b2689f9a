import * as v from 'valibot'
import { LONGEST_COMMENT, obstacleOf } from '../../../miniprogram/shared/domain/evaluation'
import { defineAction } from '../../kernel/define-action'
import { invalidInput } from '../../kernel/errors'
import { providerId } from '../../kernel/inputs'
import { listEvaluationChoices, readEvaluation } from '../../one-network/resources/evaluations'
import { requireIdentity } from '../../domain/account/identity'
import { sessionOf } from '../../domain/account/session'
import { sendEvaluation } from '../../domain/evaluation/errand'

/** Sending has fifteen seconds (contract #30), and asking what became of it needs some too. */
const BUDGET_MS = 28_000

const input = v.object({
  caseNo: providerId,
  score: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
  optionCodes: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[1-9]\d{2,5}$/))), v.maxLength(10)),
  // How long it may be says `obstacleOf`, in characters.
  comment: v.pipe(v.string(), v.trim(), v.maxLength(2 * LONGEST_COMMENT)),
})

/**
 * Rates a case once (#30), and answers what the provider then has of it (#29), never what was sent. Repeating it is
 * harmless: a case has one request number, and one invocation at a time sends. An answer that does not come is asked for,
 * not sent again. INVALID_INPUT with what to change; STATE_CHANGED when the case cannot be rated (any more).
 */
export const submitEvaluation = defineAction(
  'evaluation.submit',
  input,
  async ({ caseNo, ...raw }, context) => {
    const active = await requireIdentity(context)
    const draft = { ...raw, optionCodes: [...new Set(raw.optionCodes)] }
    const [choices, before] = await Promise.all([
      listEvaluationChoices(context),
      readEvaluation(sessionOf(active.bindingId, context), caseNo),
    ])
    if (before.state !== 'open') return { evaluation: before }
    const obstacle = obstacleOf(draft, choices)
    if (obstacle) throw invalidInput('evaluation is not complete', { userMessage: obstacle })

    return { evaluation: await sendEvaluation(caseNo, draft, active, context) }
  },
  BUDGET_MS,
)
