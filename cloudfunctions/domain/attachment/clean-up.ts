import { type CallBudget } from '../../kernel/context'
import { listStale, removeUndelivered } from '../../stores/attachments'
import { deleteStoredFiles } from '../storage/delete-stored'

/** An upload that did not arrive within a day is given up; the page shows it as missing long before. */
const STALE_MS = 24 * 3600 * 1000
const BATCH = 200

/** Forgets uploads that were begun and never delivered, with what storage has of them. */
export async function cleanUpUploads(budget: CallBudget): Promise<Readonly<Record<string, number>>> {
  const stale = await listStale(Date.now() - STALE_MS, BATCH)
  let removed = 0
  for (const file of stale) {
    if (Date.now() > budget.deadline) break
    // It may have arrived since it was listed.
    if (!(await removeUndelivered(file._id))) continue
    await deleteStoredFiles([file])
    removed += 1
  }
  return { removed }
}
