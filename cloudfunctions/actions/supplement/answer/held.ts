import { type SupplementOutcome } from '../../../../miniprogram/shared/domain/supplement'
import { type Waiting } from '../../../kernel/context'
import { AppError } from '../../../kernel/errors'
import { type SupplementRow, updateSupplement } from '../../../stores/supplements'
import { type ActiveIdentity } from '../../account/identity'

/** A submission of a round that this invocation works on, and no other: it holds the newest claim and its lease. */
export interface HeldAnswer {
  readonly row: SupplementRow
  readonly active: ActiveIdentity
  readonly waiting: Waiting
}

type Fields = Partial<Omit<SupplementRow, '_id'>>

/** Longer than any function may run (60 s), so that a living worker never loses its lease. */
const LEASE_MS = 65_000

/** Takes the claim when the row still is as expected; undefined when somebody else was faster. */
export async function claimAnswer(
  held: HeldAnswer,
  expected: Parameters<typeof updateSupplement>[1],
  fields: Fields,
): Promise<HeldAnswer | undefined> {
  const { row } = held
  const mine = { ...fields, claim: row.claim + 1, leaseUntil: Date.now() + LEASE_MS }
  const claimed = await updateSupplement(row._id, { ...expected, claim: row.claim }, mine)
  return claimed ? { ...held, row: { ...row, ...mine } } : undefined
}

/** Writes a step down. OUTCOME_UNKNOWN when another invocation took the claim over: this one must change nothing any more. */
export async function advanceAnswer(held: HeldAnswer, fields: Fields): Promise<HeldAnswer> {
  const { row } = held
  if (!(await updateSupplement(row._id, { claim: row.claim }, fields))) {
    throw new AppError('OUTCOME_UNKNOWN', 'claim of the round was lost')
  }
  return { ...held, row: { ...row, ...fields } }
}

/** Gives the claim up while the outcome is open; the next one may ask again after `pauseMs`. */
export const restAnswer = (held: HeldAnswer, pauseMs = 0): Promise<HeldAnswer> =>
  advanceAnswer(held, { leaseUntil: Date.now() + pauseMs })

/** It was refused: the round is open again, with every file and correction. */
export const backToOpen = (held: HeldAnswer): Promise<HeldAnswer> =>
  advanceAnswer(held, { state: 'open', leaseUntil: 0, submittingSince: '', sent: '', sentFiles: [] })

/** What a row says about its submission. */
export function outcomeOfAnswer({ state, receipt, submittingSince }: SupplementRow): SupplementOutcome {
  if (state === 'submitted' && receipt) return { state: 'submitted', receipt }
  return { state: 'confirming', since: submittingSince }
}
