import * as v from 'valibot'
import {
  LONGEST_COMMENT,
  obstacleOf,
  type EvaluationDraft,
  type EvaluationState,
} from '../../../miniprogram/shared/domain/evaluation'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { type Context } from '../../kernel/context'
import { defineAction } from '../../kernel/define-action'
import { AppError, invalidInput } from '../../kernel/errors'
import { randomId } from '../../kernel/ids'
import { providerId } from '../../kernel/inputs'
import { addEvaluation, listEvaluationChoices, readEvaluation } from '../../one-network/resources/evaluations'
import { type Claim } from '../../ledger/claim'
import { type Errand, NEVER_SENT, sendFirst } from '../../ledger/settle'
import {
  evaluationId,
  evaluationLedger,
  type EvaluationRow,
  findEvaluation,
  insertEvaluation,
} from '../../stores/evaluations'
import { type ActiveIdentity, requireIdentity } from '../../domain/account/identity'
import { sessionOf } from '../../domain/account/session'
import { OPEN_MS } from '../../domain/evaluation/standing'

/** Sending has fifteen seconds (contract #30), and asking what became of it needs some too. */
const BUDGET_MS = 28_000
/** Kept for asking (#29) when the answer to #30 does not come. */
const ASKING_MS = 8_000

const input = v.object({
  caseNo: providerId,
  score: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
  optionCodes: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[1-9]\d{2,5}$/))), v.maxLength(10)),
  comment: v.pipe(v.string(), v.maxLength(LONGEST_COMMENT)),
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
    const draft = { ...raw, optionCodes: [...new Set(raw.optionCodes)], comment: raw.comment.trim() }
    const [choices, before] = await Promise.all([listEvaluationChoices(context), readBack(caseNo, active, context)])
    if (before.state !== 'open') return { evaluation: before }
    const obstacle = obstacleOf(draft, choices)
    if (obstacle) throw invalidInput('evaluation is not complete', { userMessage: obstacle })

    const row = await rowOf(caseNo, active, context.now())
    const now = context.now()
    const confirming: EvaluationState = { state: 'confirming', since: toBeijingTime(row.sentAt || now) }
    const sent = { phase: 'prepared', sentAt: now } as const
    const claim = await evaluationLedger.claim(row, {}, sent, { until: context.deadline })
    if (!claim) return { evaluation: confirming }
    let given: EvaluationState | undefined
    await sendFirst(
      claim,
      evaluationErrand(draft, active, context, (said) => (given = said)),
    )
    return { evaluation: given ?? { ...confirming, since: toBeijingTime(now) } }
  },
  { budgetMs: BUDGET_MS },
)

const readBack = (caseNo: string, { bindingId }: ActiveIdentity, context: Context): Promise<EvaluationState> =>
  readEvaluation(sessionOf(bindingId, context), caseNo)

async function rowOf(caseNo: string, { openid, userId }: ActiveIdentity, now: number): Promise<EvaluationRow> {
  const _id = evaluationId(userId, caseNo)
  const found = await findEvaluation(_id)
  if (found) return found
  const row = { _id, openid, userId, caseNo, requestNo: randomId(), sentAt: 0, ...NEVER_SENT, createdAt: now }
  if (await insertEvaluation(row)) return row
  const other = await findEvaluation(_id)
  if (!other) throw new AppError('CONFLICT', 'evaluation row vanished', { retryable: true })
  return other
}

/** Nothing of it is on its way. */
const SETTLED = { sentAt: 0 } as const

/**
 * An evaluation (#30) as the ledger sends and queries it (#29). Nothing of what was chosen is kept here, so it is never
 * repeated by itself: an open one is waited for (standing.ts).
 */
function evaluationErrand(
  draft: EvaluationDraft,
  { bindingId }: ActiveIdentity,
  context: Context,
  onGiven: (evaluation: EvaluationState) => void,
): Errand<EvaluationRow, unknown> {
  const waiting = { requestId: context.requestId, deadline: context.deadline - ASKING_MS }
  const given = async ({ row: { caseNo } }: Claim<EvaluationRow>): Promise<EvaluationState | undefined> => {
    const said = await readEvaluation(sessionOf(bindingId, context), caseNo)
    return said.state === 'given' ? said : undefined
  }
  return {
    name: 'evaluation',
    waiting: context,
    send: async (claim) => {
      const { requestNo, caseNo } = claim.row
      await addEvaluation(sessionOf(bindingId, waiting), { ...draft, requestNo, caseNo })
    },
    query: given,
    taken: () => ({}),
    readBack: async (claim) => {
      const said = await given(claim)
      if (!said) return
      await claim.release({ ...SETTLED, phase: 'idle' })
      onGiven(said)
    },
    reopened: SETTLED,
    pauseMs: OPEN_MS,
  }
}
