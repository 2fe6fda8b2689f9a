import { type CallBudget } from '../../kernel/context'
import { listOldTemporaryFiles, removeTemporaryFile } from '../../stores/temporary-files'
import { deleteStoredFiles } from './delete-stored'

/** An address lives for ten minutes, an upload is read at once, and a zip is looked through. */
export const OLD_MS = 3600 * 1000
const BATCH = 200

/** Deletes files that were made or uploaded for one moment and are not needed any more, as many as there is time for. */
export async function cleanUpTemporaryFiles(budget: CallBudget): Promise<Readonly<Record<string, number>>> {
  const createdBefore = Date.now() - OLD_MS
  let temporaryRemoved = 0
  while (Date.now() < budget.deadline) {
    const old = await listOldTemporaryFiles(createdBefore, BATCH)
    if (old.length === 0) break
    // The files first: a row whose file is still there must stay.
    await deleteStoredFiles(old)
    await Promise.all(old.map((file) => removeTemporaryFile(file._id)))
    temporaryRemoved += old.length
  }
  return { temporaryRemoved }
}
