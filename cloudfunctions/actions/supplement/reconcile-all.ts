import { type Waiting } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { describeError, log } from '../../kernel/log'
import { bindingId, findBinding } from '../../stores/bindings'
import { listUnconfirmedSupplements, type SupplementRow, updateSupplement } from '../../stores/supplements'
import { toActive } from '../account/identity'
import { reconcileAnswer } from './answer/send'

const BATCH = 20
/** For one round: a query and a repetition, each with its retries (contract chapter 9). */
const EACH_MS = 25_000

/** Asks the provider about every round whose outcome is open, under the token of the citizen who sent it. */
export async function reconcileSupplements(waiting: Waiting): Promise<Readonly<Record<string, number>>> {
  let supplements = 0
  for (const row of await listUnconfirmedSupplements(Date.now(), BATCH)) {
    if (Date.now() > waiting.deadline) break
    // To the end of the line: those that cannot be answered must not keep the others from their turn.
    await updateSupplement(row._id, { claim: row.claim }, { leaseUntil: Date.now() - 1 })
    const deadline = Math.min(waiting.deadline, Date.now() + EACH_MS)
    if (await reconcileOne(row, { ...waiting, deadline })) supplements += 1
  }
  return { supplements }
}

/** true when the outcome is known now. */
async function reconcileOne(row: SupplementRow, waiting: Waiting): Promise<boolean> {
  const binding = await findBinding(bindingId(row.openid, row.subjectType))
  // Unbound, expired, or another One-Network user by now: only its owner's next login can answer.
  if (!binding || binding.expired || binding.userId !== row.userId) return false
  try {
    return (await reconcileAnswer({ row, active: toActive(binding), waiting })).state === 'submitted'
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'INTERNAL'
    log({ requestId: waiting.requestId, event: 'reconcile-supplement', code, error: describeError(error) })
    return false
  }
}
