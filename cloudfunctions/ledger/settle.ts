import { type ErrorCode } from '../../miniprogram/shared/contract/errors'
import { type Where } from '../kernel/cloud'
import { type CallBudget } from '../kernel/context'
import { AppError } from '../kernel/errors'
import { describeError, log } from '../kernel/log'
import { UpstreamFailure } from '../one-network/failure'
import { type Claim, type LeasedRow, type Ledger, UNCLAIMED } from './claim'

/**
 * Where something that is sent once stands. idle → prepared (claimed; nothing of it was sent) → sending → confirmed (the
 * provider has it; it only has to be read back) or unknown (no readable answer; to be queried). A refusal leads to idle.
 */
export type SendingPhase = 'idle' | 'prepared' | 'sending' | 'unknown' | 'confirmed'

export interface SentRow extends LeasedRow {
  readonly phase: SendingPhase
}

/** A row that says 结果确认中 while its outcome is open. */
export interface OpenRow extends SentRow {
  readonly state: string
}
const OPEN = 'confirming'
export const isOutcomeOpen = ({ state }: OpenRow): boolean => state === OPEN
/** Tells open rows. */
export const WHERE_OPEN = { state: OPEN } as const

/** Of a row of which nothing was ever sent. */
export const NEVER_SENT = { phase: 'idle', ...UNCLAIMED } as const

type Fields<Row> = Partial<Omit<Row, '_id' | keyof LeasedRow>>

/** What one kind of sending gives to the ledger. */
export interface Errand<Row extends SentRow, Taken> {
  /** For the log. */
  readonly name: string
  readonly budget: CallBudget
  /** Sends what was written down, under its one number: a repetition is identical. */
  readonly send: (claim: Claim<Row>) => Promise<Taken>
  /** What the provider has of it; undefined = nothing. */
  readonly query: (claim: Claim<Row>) => Promise<Taken | undefined>
  /** What is written down when the provider has it. */
  readonly taken: (taken: Taken) => Fields<Row>
  /** Reads it back, and releases the row with the end; leaves it alone while the provider does not show it. */
  readonly readBack: (claim: Claim<Row>) => Promise<void>
  /** What makes it open again, as if it never had been sent. */
  readonly reopened: Fields<Row>
  /** The refusal as the citizen needs it. */
  readonly plainly?: (error: unknown, row: Row) => unknown
  /** So long nobody asks again while it is open; PAUSE_MS when absent. */
  readonly pauseMs?: number
}

/** Between two questions about the same sending. */
const PAUSE_MS = 2_000
/** Time that one question about the outcome needs. */
const QUERY_MS = 3_000

/** Codes that say only that the provider could not be reached or asked now. */
const CANNOT_ASK: readonly ErrorCode[] = ['UPSTREAM_UNAVAILABLE', 'RATE_LIMITED', 'OUTCOME_UNKNOWN']
/** Nobody can ask before the citizen has logged in. */
const NEEDS_LOGIN: readonly ErrorCode[] = ['NOT_BOUND', 'BINDING_EXPIRED']
/** Refusals that may mean that an earlier try arrived after all. */
const SAYS_STATE: readonly ErrorCode[] = ['STATE_CHANGED', 'ALREADY_SUBMITTED']

/**
 * What a failed try means.
 * - `open`: it may be there, or, when it was tried before, may be tried again: the row stays 结果确认中.
 * - `asked`: refused because of the state; when the provider turns out not to have it, it is refused.
 * - `refused`: nothing of it is there, and nothing is on its way.
 * - `later`: this try did not even begin; an earlier one may be there.
 */
export type TryVerdict = 'open' | 'asked' | 'refused' | 'later'

/**
 * The one decision about a failed try.
 *
 * | failure                                   | first try | repetition |
 * | ----------------------------------------- | --------- | ---------- |
 * | no readable answer, or it may have it     | open      | open       |
 * | refused because of the state              | asked     | refused    |
 * | the provider cannot take anything now     | refused   | open       |
 * | any other refusal by the provider         | refused   | refused    |
 * | ours, before anything left (no login …)   | refused   | later      |
 * | a defect, or our database                 | open      | later      |
 */
export function verdictOf(error: unknown, isFirst: boolean): TryVerdict {
  if (!(error instanceof UpstreamFailure)) {
    if (isFirst) return error instanceof AppError ? 'refused' : 'open'
    return 'later'
  }
  if (!error.facts.notPerformed) return 'open'
  if (isFirst) return SAYS_STATE.includes(error.code) ? 'asked' : 'refused'
  return CANNOT_ASK.includes(error.code) ? 'open' : 'refused'
}

/**
 * Sends a claimed row for the first time. Resolves when it was taken or is open: the row says which. A clear refusal is
 * thrown, after the row was opened again.
 */
export async function sendFirst<Row extends SentRow, Taken>(
  claim: Claim<Row>,
  errand: Errand<Row, Taken>,
): Promise<Row> {
  // From here on it may be there: nothing but a refusal is told as a failure.
  const { row } = await settle(claim, errand, async () => {
    await claim.advance({ phase: 'sending' } as Fields<Row>)
    let taken: Taken
    try {
      taken = await errand.send(claim)
    } catch (error) {
      return afterFailure(claim, errand, error)
    }
    await confirm(claim, errand, taken)
  })
  return row
}

async function afterFailure<Row extends SentRow, Taken>(
  claim: Claim<Row>,
  errand: Errand<Row, Taken>,
  error: unknown,
): Promise<void> {
  const verdict = verdictOf(error, true)
  if (verdict === 'refused') throw await refuse(claim, errand, error)
  note(errand, error)
  const mayBeThere = await queryUnknown(claim, errand)
  if (!mayBeThere && verdict === 'asked') throw await refuse(claim, errand, error)
}

/**
 * Asks about a claimed row that the provider may have from before, instead of sending it. Resolves with the row, open when
 * the provider does not have it, or cannot say now.
 */
export async function queryFirst<Row extends SentRow, Taken>(
  claim: Claim<Row>,
  errand: Errand<Row, Taken>,
): Promise<Row> {
  const { row } = await settle(claim, errand, () => queryUnknown(claim, errand).then(() => undefined))
  return row
}

/** true when the provider has it, or nobody knows; false when it certainly does not have it now. */
async function queryUnknown<Row extends SentRow, Taken>(
  claim: Claim<Row>,
  errand: Errand<Row, Taken>,
): Promise<boolean> {
  await claim.advance({ phase: 'unknown' } as Fields<Row>)
  // Later, when there is no time for a question.
  if (Date.now() + QUERY_MS >= errand.budget.deadline) return true
  const found = await errand.query(claim)
  if (found !== undefined) await confirm(claim, errand, found)
  return found !== undefined
}

/**
 * Finds out what became of an open row: first by query; only when the provider does not have it, the same is sent again
 * under the same number. Resolves with the row as it then is. Throws when it turned out that nothing was sent or taken,
 * after the row was opened again; or when nobody can ask before the citizen has logged in (NOT_BOUND, BINDING_EXPIRED).
 */
export async function reconcile<Row extends OpenRow, Taken>(
  row: Row,
  ledger: Ledger<Row>,
  errand: Errand<Row, Taken>,
): Promise<Row> {
  if (!isOutcomeOpen(row)) return row
  const claim = await ledger.claim(row, WHERE_OPEN as Where<Row>, {}, { until: errand.budget.deadline })
  if (!claim) return row
  const settled = await settle(claim, errand, async () => {
    switch (row.phase) {
      case 'confirmed':
        return errand.readBack(claim)
      case 'sending':
      case 'unknown':
        return queryThenRepeat(claim, errand)
      case 'prepared':
      case 'idle': {
        const userMessage = '上次提交没有发出，内容都在，请重新提交'
        throw await refuse(claim, errand, new AppError('STATE_CHANGED', 'stopped before it was sent', { userMessage }))
      }
    }
  })
  if (canBeMended(settled.failure)) throw settled.failure
  return settled.row
}

/**
 * The citizen can do something about it: log in again. Any other failed question says nothing about what was sent, so it
 * must not look like an answer.
 */
export const canBeMended = (failure: unknown): failure is AppError =>
  failure instanceof AppError && NEEDS_LOGIN.includes(failure.code)

async function queryThenRepeat<Row extends SentRow, Taken>(
  claim: Claim<Row>,
  errand: Errand<Row, Taken>,
): Promise<void> {
  let taken = await errand.query(claim)
  if (taken === undefined) {
    try {
      taken = await errand.send(claim)
    } catch (error) {
      const verdict = verdictOf(error, false)
      if (verdict === 'refused') throw await refuse(claim, errand, error)
      if (verdict === 'later') throw error
      return note(errand, error)
    }
  }
  await confirm(claim, errand, taken)
}

/** The provider has it. It is called submitted only after it was read back. */
async function confirm<Row extends SentRow, Taken>(
  claim: Claim<Row>,
  errand: Errand<Row, Taken>,
  taken: Taken,
): Promise<void> {
  await claim.advance({ ...errand.taken(taken), phase: 'confirmed' })
  await errand.readBack(claim)
}

/** Opens the row again; resolves with what is to be thrown. */
async function refuse<Row extends SentRow, Taken>(
  claim: Claim<Row>,
  { reopened, plainly }: Errand<Row, Taken>,
  error: unknown,
): Promise<Refused> {
  const { row } = claim
  await claim.release({ ...reopened, phase: 'idle' })
  return new Refused(plainly ? plainly(error, row) : error)
}

/** Carries a refusal past `settle`, which takes every other failure for an open outcome. */
class Refused extends Error {
  constructor(override readonly cause: unknown) {
    super('refused')
  }
}

/** Ends the work on a row whose outcome is open: whatever failed, only a refusal is thrown. */
async function settle<Row extends SentRow, Taken>(
  claim: Claim<Row>,
  errand: Errand<Row, Taken>,
  work: () => Promise<void>,
): Promise<{ readonly row: Row; readonly failure?: unknown }> {
  let failure: unknown
  try {
    await work()
  } catch (error) {
    if (error instanceof Refused) throw error.cause
    note(errand, error)
    failure = error
  }
  // What is confirmed is only read back: that may be asked for at once.
  const pause = claim.row.phase === 'confirmed' ? 0 : (errand.pauseMs ?? PAUSE_MS)
  await claim.leave(pause)
  return { row: claim.row, failure }
}

function note({ name, budget: { requestId } }: Pick<Errand<SentRow, unknown>, 'name' | 'budget'>, error: unknown) {
  const code = error instanceof AppError ? error.code : 'INTERNAL'
  log({ requestId, event: name, code, error: describeError(error) })
}
