import { type EvaluationDraft, type EvaluationState } from '../../../miniprogram/shared/domain/evaluation'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { type Context } from '../../kernel/context'
import { NEVER_SENT, type Errand, sendFirst } from '../../ledger/settle'
import { randomId } from '../../kernel/ids'
import { AppError } from '../../kernel/errors'
import { addEvaluation, readEvaluation } from '../../one-network/resources/evaluations'
import {
  type EvaluationRow,
  evaluationId,
  evaluationLedger,
  findEvaluation,
  insertEvaluation,
  markEvaluation,
} from '../../stores/evaluations'
import { type ActiveIdentity } from '../account/identity'
import { sessionOf } from '../account/session'
import { type Claim } from '../../ledger/claim'
import { whileChecked } from '../text-check/while-checked'
import { OPEN_MS } from './standing'

/** The row of the case, which holds the one request number of its evaluation; made when there is none. */
async function evaluationRow(caseNo: string, { openid, userId }: ActiveIdentity, now: number): Promise<EvaluationRow> {
  const _id = evaluationId(userId, caseNo)
  const found = await findEvaluation(_id)
  if (found) return found
  const row = {
    _id,
    openid,
    userId,
    caseNo,
    requestNo: randomId(),
    sentAt: 0,
    ...NEVER_SENT,
    createdAt: now,
    textMark: '' as const,
  }
  if (await insertEvaluation(row)) return row
  const other = await findEvaluation(_id)
  if (!other) throw new AppError('CONFLICT', 'evaluation row vanished', { retryable: true })
  return other
}

/** Nothing of it is on its way. */
const SETTLED = { sentAt: 0 } as const

/** Kept for asking (#29) when the answer to #30 does not come. */
const ASKING_MS = 8_000

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
  const budget = { requestId: context.requestId, deadline: context.deadline - ASKING_MS }
  const given = async ({ row: { caseNo } }: Claim<EvaluationRow>): Promise<EvaluationState | undefined> => {
    const said = await readEvaluation(sessionOf(bindingId, context), caseNo)
    return said.state === 'given' ? said : undefined
  }
  return {
    name: 'evaluation',
    budget: context,
    send: async (claim) => {
      const { requestNo, caseNo } = claim.row
      await addEvaluation(sessionOf(bindingId, budget), { ...draft, requestNo, caseNo })
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

/** Sends an evaluation under the case's one request number, unless another invocation does, and answers where it stands. */
export async function sendEvaluation(
  caseNo: string,
  draft: EvaluationDraft,
  active: ActiveIdentity,
  context: Context,
): Promise<EvaluationState> {
  const row = await evaluationRow(caseNo, active, context.now())
  const now = context.now()
  const sent = { phase: 'prepared', sentAt: now } as const
  const claim = await evaluationLedger.claim(row, {}, sent, { until: context.deadline })
  if (!claim) return { state: 'confirming', since: toBeijingTime(row.sentAt || now) }
  let given: EvaluationState | undefined
  await whileChecked(
    draft.comment,
    context,
    (mark) => markEvaluation(row._id, mark),
    () =>
      sendFirst(
        claim,
        evaluationErrand(draft, active, context, (said) => (given = said)),
      ),
  )
  return given ?? { state: 'confirming', since: toBeijingTime(now) }
}
