import { type SubmitOutcome } from '../../../../miniprogram/shared/domain/declaration'
import { AppError } from '../../../kernel/errors'
import { describeError, log } from '../../../kernel/log'
import { findCaseOf } from '../../../one-network/resources/cases'
import { withUserToken } from '../../account/session'
import { confirm, readBack } from './confirm'
import { backToDraft, claim, type Held, outcomeOf, rest } from './held'
import { CANNOT_ASK, send } from './send'

/** Between two questions about the same submission. */
const PAUSE_MS = 2_000

/**
 * Finds out what became of a submission: first by query (#19); only when the provider does not have the case, the same
 * request is repeated under the same number. Resolves with the outcome as far as it is known. Throws when it turned out
 * that nothing was submitted, so that it is a draft again.
 */
export async function reconcile(unheld: Held): Promise<SubmitOutcome> {
  const { row } = unheld
  if (row.state !== 'confirming') return outcomeOf(row)
  const held = await claim(unheld, { state: 'confirming', leaseUntil: { lessThan: Date.now() } }, {})
  if (!held) return outcomeOf(row)
  return settle(held, async () => {
    switch (row.phase) {
      case 'confirmed':
        return readBack(held)
      case 'sending':
      case 'unknown':
        return queryThenRepeat(held)
      case 'prepared':
      case 'idle': {
        await backToDraft(held)
        const userMessage = '上次提交没有发出，申报仍是草稿，请重新提交'
        throw new AppError('STATE_CHANGED', 'submission stopped before it was sent', { userMessage })
      }
    }
  })
}

/** The case of a declaration, if the provider has it (#19). */
const queryCase = ({ row, identity, waiting }: Held) =>
  withUserToken(identity.bindingId, waiting, (token) => findCaseOf(row.declareNo, token, waiting))

/** Asks once, without repeating anything; for right after an unreadable answer. */
export const queryOnly = (held: Held): Promise<SubmitOutcome> =>
  settle(held, async () => {
    const found = await queryCase(held)
    return found ? confirmFound(held, found) : outcomeOf((await rest(held, PAUSE_MS)).row)
  })

async function queryThenRepeat(held: Held): Promise<SubmitOutcome> {
  const found = await queryCase(held)
  if (found) return confirmFound(held, found)
  const sent = await send(held, false)
  if (sent.kind === 'taken') return confirm(sent.held, sent.taken)
  return outcomeOf((await rest(sent.held, PAUSE_MS)).row)
}

const confirmFound = (held: Held, found: NonNullable<Awaited<ReturnType<typeof queryCase>>>) =>
  confirm(held, {
    caseNo: found.caseNo,
    receivedAt: found.submittedAt,
    ...(found.promisedFinishDate ? { promisedFinishDate: found.promisedFinishDate } : {}),
  })

/** A question that could not be asked leaves the outcome open; any other failure is told, after giving up the claim. */
async function settle(held: Held, ask: () => Promise<SubmitOutcome>): Promise<SubmitOutcome> {
  try {
    return await ask()
  } catch (error) {
    const { requestId } = held.waiting
    log({
      requestId,
      event: 'reconcile',
      code: error instanceof AppError ? error.code : 'INTERNAL',
      error: describeError(error),
    })
    // When the claim was given up or lost meanwhile, this changes nothing that matters: only the lease ends.
    await rest(held, PAUSE_MS).catch(() => undefined)
    if (error instanceof AppError && CANNOT_ASK.includes(error.code)) return outcomeOf(held.row)
    throw error
  }
}
