import { type SupplementOutcome } from '../../../../miniprogram/shared/domain/supplement'
import { AppError } from '../../../kernel/errors'
import { describeError, log } from '../../../kernel/log'
import { UpstreamFailure } from '../../../one-network/failure'
import { submitSupplement } from '../../../one-network/resources/supplements'
import { withUserToken } from '../../account/session'
import { CANNOT_ASK } from '../../declaration/submission/send'
import { confirmAnswer, readBackAnswer, readRound } from './confirm'
import { sentContent } from './content'
import { backToOpen, claimAnswer, type HeldAnswer, outcomeOfAnswer, restAnswer } from './held'

/** Between two questions about the same submission. */
const PAUSE_MS = 2_000
/** Time that one question about the outcome needs. */
const QUERY_MS = 3_000

/** Sends a claimed round (#25) for the first time. A clear refusal opens the round again and is thrown. */
export async function sendFirst(held: HeldAnswer): Promise<SupplementOutcome> {
  try {
    return await confirmAnswer(held, await send(held))
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw await giveUp(held, error)
    // No readable answer; or a refusal because of the state, which may mean that an earlier try arrived after all.
    const saysState = error.code === 'STATE_CHANGED'
    if (error.facts.notPerformed && !saysState) throw await giveUp(held, error)
    if (Date.now() + QUERY_MS >= held.waiting.deadline) return outcomeOfAnswer((await restAnswer(held)).row)
    return settle(held, async () => {
      const round = await readRound(held)
      if (round?.submitted) return confirmAnswer(held, round.submittedAt ?? '')
      if (saysState) throw await giveUp(held, error)
      return outcomeOfAnswer((await restAnswer(held, PAUSE_MS)).row)
    })
  }
}

/**
 * Finds out what became of a submission: first by query (#26); only when the provider does not have it, the same request
 * is repeated under the same number. Throws when it turned out that nothing was submitted, so that the round is open again.
 */
export async function reconcileAnswer(unheld: HeldAnswer): Promise<SupplementOutcome> {
  const { row } = unheld
  if (row.state !== 'confirming') return outcomeOfAnswer(row)
  const held = await claimAnswer(unheld, { state: 'confirming', leaseUntil: { lessThan: Date.now() } }, {})
  if (!held) return outcomeOfAnswer(row)
  return settle(held, async () => {
    if (row.taken) return readBackAnswer(held)
    const round = await readRound(held)
    if (round?.submitted) return confirmAnswer(held, round.submittedAt ?? '')
    return repeat(held)
  })
}

/** What the provider cannot take now stays open: the citizen was told 结果确认中. */
async function repeat(held: HeldAnswer): Promise<SupplementOutcome> {
  try {
    return await confirmAnswer(held, await send(held))
  } catch (error) {
    const isOpen = error instanceof UpstreamFailure && (!error.facts.notPerformed || CANNOT_ASK.includes(error.code))
    if (isOpen) return outcomeOfAnswer((await restAnswer(held, PAUSE_MS)).row)
    throw error instanceof UpstreamFailure ? await giveUp(held, error) : error
  }
}

async function send({ row, active, waiting }: HeldAnswer): Promise<string> {
  const { requestNo, caseNo, asked } = row
  const content = { requestNo, caseNo, round: asked.round, ...sentContent(row) }
  const taken = await withUserToken(active.bindingId, waiting, (token) => submitSupplement(content, token, waiting))
  return taken.submittedAt ?? ''
}

async function giveUp(held: HeldAnswer, error: unknown): Promise<unknown> {
  if (error instanceof AppError) await backToOpen(held)
  return error
}

/** A question that could not be asked leaves the outcome open. */
async function settle(held: HeldAnswer, ask: () => Promise<SupplementOutcome>): Promise<SupplementOutcome> {
  try {
    return await ask()
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'INTERNAL'
    log({ requestId: held.waiting.requestId, event: 'supplement', code, error: describeError(error) })
    // When the claim was given up or lost meanwhile, this changes nothing that matters: only the lease ends.
    await restAnswer(held, PAUSE_MS).catch(() => undefined)
    if (error instanceof AppError && CANNOT_ASK.includes(error.code)) return outcomeOfAnswer(held.row)
    throw error
  }
}
