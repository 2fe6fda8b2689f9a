import { type SupplementOutcome } from '../../../../miniprogram/shared/domain/supplement'
import { type BeijingTime } from '../../../../miniprogram/shared/domain/time'
import { type CallBudget, type Context } from '../../../kernel/context'
import { questionsOf } from '../../../ledger/reconcile'
import { type Claim } from '../../../ledger/claim'
import { type Errand, sendFirst } from '../../../ledger/settle'
import { submitSupplement } from '../../../one-network/resources/supplements'
import { markSupplement, supplementLedger, type SupplementRow } from '../../../stores/supplements'
import { type ActiveIdentity, boundIdentity } from '../../account/identity'
import { sessionOf } from '../../account/session'
import { writeActDown } from '../../audit/acts'
import { whileChecked } from '../../text-check/while-checked'
import { sentContent } from './content'
import { closeRound, readRound } from './receipt'

/** Open again, with every file and correction. */
const REOPENED = { state: 'open', submittingSince: '', sent: '', sentFiles: [] } as const

/** When the provider took it; '' = it does not say. */
type SubmittedAt = BeijingTime

/** The submission of a round (#25) as the ledger sends, queries (#26) and reads it back (#26, #27). */
export function answerErrand(active: ActiveIdentity, budget: CallBudget): Errand<SupplementRow, SubmittedAt> {
  return {
    name: 'supplement',
    budget,
    send: async ({ row }) => {
      const { requestNo, caseNo, asked } = row
      const content = { requestNo, caseNo, round: asked.round, ...sentContent(row) }
      const taken = await submitSupplement(sessionOf(active.bindingId, budget), content)
      return taken.submittedAt ?? ''
    },
    query: async ({ row }) => {
      const round = await readRound({ row, active, budget })
      return round?.submitted ? (round.submittedAt ?? '') : undefined
    },
    taken: (submittedAt) => ({ submittedAt }),
    readBack: (claim) => closeRound(claim, active, budget),
    reopened: REOPENED,
  }
}

/** Sends a round that was claimed for it; its words are looked at meanwhile. */
export const sendAnswer = (
  claim: Claim<SupplementRow>,
  remark: string,
  active: ActiveIdentity,
  context: Context,
): Promise<SupplementRow> =>
  whileChecked(
    remark,
    context,
    (mark) => markSupplement(claim.row._id, mark),
    () => sendFirst(claim, answerErrand(active, context)),
  )

/** Rounds whose outcome is open. */
export const openAnswers = questionsOf({
  name: 'supplement',
  ledger: supplementLedger,
  whoOf: boundIdentity,
  errandFor: answerErrand,
  settled: (row, outcome, budget) =>
    writeActDown('supplement.settle', { whose: row, plain: { supplement: row._id }, outcome }, budget),
})

/** What a row says about its submission. */
export function outcomeOfAnswer({ state, receipt, submittingSince }: SupplementRow): SupplementOutcome {
  if (state === 'submitted' && receipt) return { state: 'submitted', receipt }
  return { state: 'confirming', since: submittingSince }
}
