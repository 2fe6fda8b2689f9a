import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { providerId } from '../../kernel/inputs'
import { isBusy } from '../../one-network/failure'
import { requireIdentity } from '../../domain/account/identity'
import { fetchArchiveTo, refuseForeign } from '../../domain/archive/fetch'

/** 200 MiB take time; the transfer function's own timeout limits it. */
const BUDGET_MS = 60_000
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
    const folder = await mkdtemp(join(tmpdir(), 'archive-'))
    try {
      return { state: 'ready' as const, ...(await fetchArchiveTo(join(folder, 'zip'), caseNo, active, context)) }
    } catch (error) {
      if (!isBusy(error)) throw error
      if (error.code === 'RATE_LIMITED') await refuseForeign(caseNo, active, context)
      return { state: 'packing' as const, retryAfterMs: error.detail.retryAfterMs ?? USUAL_WAIT_MS }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
  { budgetMs: BUDGET_MS },
)
