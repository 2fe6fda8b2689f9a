import { type Waiting } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { describeError, log } from '../../kernel/log'
import { bindingId, findBinding } from '../../stores/bindings'
import { type DeclarationRow, listUnconfirmed, updateDeclaration } from '../../stores/declarations'
import { toActive } from '../account/identity'
import { reconcile } from './submission/reconcile'

const BATCH = 50

/** Asks the provider about every submission whose outcome is open, under the token of the citizen who sent it. */
export async function reconcileSubmissions(waiting: Waiting): Promise<Readonly<Record<string, number>>> {
  const counts = { submitted: 0, confirming: 0, failed: 0, skipped: 0 }
  for (const row of await listUnconfirmed(Date.now(), BATCH)) {
    if (Date.now() > waiting.deadline) break
    // To the end of the line: those that cannot be answered must not keep the others from their turn.
    await updateDeclaration(row._id, { claim: row.claim }, { leaseUntil: Date.now() - 1 })
    counts[await reconcileOne(row, waiting)] += 1
  }
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
