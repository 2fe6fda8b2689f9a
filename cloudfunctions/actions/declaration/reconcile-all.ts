import { type Waiting } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { describeError, log } from '../../kernel/log'
import { bindingId, findBinding } from '../../stores/bindings'
import { type DeclarationRow, listUnconfirmed, updateDeclaration } from '../../stores/declarations'
import { toActive } from '../account/identity'
import { reconcile } from './submission/reconcile'

const BATCH = 50
/** At the same time: one about which the provider is silent must not use up the turn of all others. */
const LANES = 6
/** For one submission: a query and a repetition, each with its retries (contract chapter 9). */
const EACH_MS = 25_000

/** Asks the provider about every submission whose outcome is open, under the token of the citizen who sent it. */
export async function reconcileSubmissions(waiting: Waiting): Promise<Readonly<Record<string, number>>> {
  const counts = { submitted: 0, confirming: 0, failed: 0, skipped: 0 }
  const rows = [...(await listUnconfirmed(Date.now(), BATCH))]
  const lane = async (): Promise<void> => {
    for (let row = rows.shift(); row && Date.now() < waiting.deadline; row = rows.shift()) {
      // To the end of the line: those that cannot be answered must not keep the others from their turn.
      await updateDeclaration(row._id, { claim: row.claim }, { leaseUntil: Date.now() - 1 })
      const deadline = Math.min(waiting.deadline, Date.now() + EACH_MS)
      counts[await reconcileOne(row, { ...waiting, deadline })] += 1
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return counts
}

async function reconcileOne(
  row: DeclarationRow,
  waiting: Waiting,
): Promise<'submitted' | 'confirming' | 'failed' | 'skipped'> {
  const binding = await findBinding(bindingId(row.openid, row.subjectType))
  // Unbound, expired, or another One-Network user by now: only its owner's next login can answer.
  if (!binding || binding.expired || binding.userId !== row.userId) return 'skipped'
  try {
    return (await reconcile({ row, identity: toActive(binding), waiting })).state
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'INTERNAL'
    log({ requestId: waiting.requestId, event: 'reconcile', code, error: describeError(error) })
    return 'failed'
  }
}
