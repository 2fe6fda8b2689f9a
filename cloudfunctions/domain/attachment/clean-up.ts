import { type CallBudget } from '../../kernel/context'
import { listStale, removeUndelivered } from '../../stores/attachments'
import { deleteStoredFiles } from '../storage/delete-stored'

/** Given up so early that all of it is gone within a day: the clean-up runs hourly, and may have more than it can do in one run. */
export const STALE_MS = 22 * 3600 * 1000
const BATCH = 200

/** Forgets uploads that were begun and never delivered, with what storage has of them. */
export async function cleanUpUploads(budget: CallBudget): Promise<Readonly<Record<string, number>>> {
  const createdBefore = Date.now() - STALE_MS
  let removed = 0
  while (Date.now() < budget.deadline) {
    const stale = await listStale(createdBefore, BATCH)
    if (stale.length === 0) break
    for (const file of stale) {
      if (Date.now() > budget.deadline) break
      // It may have arrived since it was listed.
      if (!(await removeUndelivered(file._id))) continue
      await deleteStoredFiles([file])
      removed += 1
    }
  }
  return { removed }
}
