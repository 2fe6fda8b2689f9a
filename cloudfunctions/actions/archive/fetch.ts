import * as v from 'valibot'
import { defineAction, MOVE_BUDGET_MS } from '../../kernel/define-action'
import { providerId } from '../../kernel/inputs'
import { isBusy } from '../../one-network/failure'
import { requireIdentity } from '../../domain/account/identity'
import { fetchArchiveTo, refuseForeign } from '../../domain/archive/fetch'
import { withPath } from '../../domain/storage/stored-file'

/** When the provider does not say how long packing takes; also the pace that six times a minute allow (contract chapter 11). */
const USUAL_WAIT_MS = 10_000
/**
 * Fetches the zip of a case (#32) into our storage for a short time, and lists what is in it and what it lacks. `packing`
 * with the wait that the provider wants, while it is made. The bytes are streamed, and checked by length and digest.
 */
export const fetchArchive = defineAction(
  'archive.fetch',
  v.object({ caseNo: providerId }),
  async ({ caseNo }, context) => {
    const active = await requireIdentity(context)
    try {
      const fetched = await withPath((path) => fetchArchiveTo(path, caseNo, active, context))
      return { state: 'ready' as const, ...fetched }
    } catch (error) {
      if (!isBusy(error)) throw error
      if (error.code === 'RATE_LIMITED') await refuseForeign(caseNo, active, context)
      return { state: 'packing' as const, retryAfterMs: error.detail.retryAfterMs ?? USUAL_WAIT_MS }
    }
  },
  MOVE_BUDGET_MS,
)
