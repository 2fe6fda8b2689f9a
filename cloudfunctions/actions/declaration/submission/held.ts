import { type SubmitOutcome } from '../../../../miniprogram/shared/domain/declaration'
import { type Waiting } from '../../../kernel/context'
import { AppError } from '../../../kernel/errors'
import { Pace } from '../../../kernel/pace'
import { type DeclarationRow, type Expected, updateDeclaration } from '../../../stores/declarations'
import { type ActiveIdentity } from '../../account/identity'

/** A submission that this invocation works on, and no other: it holds the newest claim and its lease. */
export interface Held {
  readonly row: DeclarationRow
  readonly identity: ActiveIdentity
  readonly waiting: Waiting
}

/** Longer than any function may run (60 s), so that a living worker never loses its lease. */
export const LEASE_MS = 65_000

/** Another invocation took the claim over: this one must change nothing any more. */
class ClaimLost extends AppError {
  constructor() {
    super('OUTCOME_UNKNOWN', 'claim of the submission was lost')
  }
}

/** Takes the claim when the row still is as expected; undefined when somebody else was faster. */
export async function claim(
  held: Held,
  expected: Expected,
  fields: Partial<Omit<DeclarationRow, '_id'>>,
): Promise<Held | undefined> {
  const { row } = held
  const mine = { ...fields, claim: row.claim + 1, leaseUntil: Date.now() + LEASE_MS }
  if (!(await updateDeclaration(row._id, { ...expected, claim: row.claim }, mine))) return undefined
  // A submission asks about every form and every material.
  const waiting = { ...held.waiting, pace: new Pace() }
  return { ...held, waiting, row: { ...row, ...mine } }
}

/** Writes a step down before it is taken. Throws ClaimLost. */
export async function advance(held: Held, fields: Partial<Omit<DeclarationRow, '_id'>>): Promise<Held> {
  const { row } = held
  if (!(await updateDeclaration(row._id, { claim: row.claim }, fields))) throw new ClaimLost()
  return { ...held, row: { ...row, ...fields } }
}

/** Gives the claim up while the outcome is open; the next one may ask again after `pauseMs`. */
export const rest = (held: Held, pauseMs = 0): Promise<Held> => advance(held, { leaseUntil: Date.now() + pauseMs })

/** Nothing was sent, or it was refused: it is a draft again, with everything that was filled in. */
export const backToDraft = (held: Held): Promise<Held> =>
  advance(held, {
    state: 'draft',
    phase: 'idle',
    leaseUntil: 0,
    submittingSince: '',
    submittedFiles: [],
    submittedForms: '',
  })

/** What a row says about its submission. */
export function outcomeOf(row: DeclarationRow): SubmitOutcome {
  if (row.state === 'submitted' && row.receipt) return { state: 'submitted', receipt: row.receipt }
  return { state: 'confirming', since: row.submittingSince }
}
