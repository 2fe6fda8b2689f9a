import * as v from 'valibot'
import { LONGEST_COMMENT, obstacleOf, type EvaluationState } from '../../../miniprogram/shared/domain/evaluation'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { type Context } from '../../kernel/context'
import { defineAction } from '../../kernel/define-action'
import { AppError, invalidInput } from '../../kernel/errors'
import { randomId } from '../../kernel/ids'
import { providerId } from '../../kernel/inputs'
import { addEvaluation, listEvaluationChoices, readEvaluation } from '../../one-network/resources/evaluations'
import {
  evaluationId,
  type EvaluationRow,
  findEvaluation,
  insertEvaluation,
  leaseEvaluation,
  noteEvaluation,
} from '../../stores/evaluations'
import { type ActiveIdentity, requireIdentity } from '../account/identity'
import { withUserToken } from '../account/session'

/** Longer than the function may run, so that a living holder never loses its turn (deploy/functions.json). */
const LEASE_MS = 35_000
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
    if (!(await leaseEvaluation(row._id, now, now + LEASE_MS))) {
      return { evaluation: { state: 'confirming', since: toBeijingTime(row.sentAt || now) } }
    }
    await noteEvaluation(row._id, { sentAt: now })
    const isOpen = await send({ ...draft, requestNo: row.requestNo, caseNo }, active, context).catch(
      async (error: unknown) => {
        // Refused: nothing of it is at the provider, and it may be corrected.
        await noteEvaluation(row._id, { sentAt: 0, leaseUntil: 0 })
        throw error
      },
    )
    return { evaluation: await outcomeOf({ ...row, sentAt: now }, isOpen, active, context) }
  },
  { budgetMs: BUDGET_MS },
)

const readBack = (caseNo: string, { bindingId }: ActiveIdentity, context: Context): Promise<EvaluationState> =>
  withUserToken(bindingId, context, (token) => readEvaluation(caseNo, token, context))

async function rowOf(caseNo: string, { openid, userId }: ActiveIdentity, now: number): Promise<EvaluationRow> {
  const _id = evaluationId(userId, caseNo)
  const found = await findEvaluation(_id)
  if (found) return found
  const row = { _id, openid, userId, caseNo, requestNo: randomId(), sentAt: 0, leaseUntil: 0, createdAt: now }
  if (await insertEvaluation(row)) return row
  const other = await findEvaluation(_id)
  if (!other) throw new AppError('CONFLICT', 'evaluation row vanished', { retryable: true })
  return other
}

/** Sends it. true = nobody knows whether it arrived, or it was there already. Rejects when it was refused. */
async function send(
  evaluation: Parameters<typeof addEvaluation>[0],
  { bindingId }: ActiveIdentity,
  context: Context,
): Promise<boolean> {
  const waiting = { requestId: context.requestId, deadline: context.deadline - ASKING_MS }
  try {
    await withUserToken(bindingId, waiting, (token) => addEvaluation(evaluation, token, waiting))
    return false
  } catch (error) {
    const isOpen = error instanceof AppError && ['OUTCOME_UNKNOWN', 'ALREADY_SUBMITTED'].includes(error.code)
    if (!isOpen) throw error
    return true
  }
}

/** What the provider has after it was sent (#29); confirming while it does not say. */
async function outcomeOf(
  row: EvaluationRow,
  isOpen: boolean,
  active: ActiveIdentity,
  context: Context,
): Promise<EvaluationState> {
  const confirming: EvaluationState = { state: 'confirming', since: toBeijingTime(row.sentAt) }
  try {
    const said = await readBack(row.caseNo, active, context)
    if (said.state !== 'given') return confirming
    await noteEvaluation(row._id, { sentAt: 0, leaseUntil: 0 })
    return said
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // It arrived, or may have: not being able to read it is no reason to send it again.
    if (!isOpen) await noteEvaluation(row._id, { leaseUntil: 0 })
    return confirming
  }
}
