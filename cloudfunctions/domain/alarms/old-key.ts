import { alarm } from '../../kernel/alarm'
import { config } from '../../kernel/config'
import { type CallBudget } from '../../kernel/context'
import { madeAt } from '../../kernel/key-ring'

const DAY_MS = 24 * 3600_000
/** What is sealed with one key is what a thief of it reads: a year of it, and what was written before, is enough. */
const OLD_KEY_DAYS = 365

/** A job of the scheduler: the key that seals is to be rotated (docs/deployment.md). A key whose id names no day is not judged. */
export function tellOldKey({ requestId }: CallBudget): Promise<Readonly<Record<string, number>>> {
  const [keyId = ''] = config().sealer.keyIds
  const since = madeAt(keyId)
  const ageDays = since === undefined ? 0 : Math.floor((Date.now() - since) / DAY_MS)
  if (ageDays > OLD_KEY_DAYS) alarm('KEY_OLD', requestId, { keyId, ageDays })
  return Promise.resolve({ keyAgeDays: ageDays })
}
