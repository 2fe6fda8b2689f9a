import { listOldTemporaryFiles, removeTemporaryFile } from '../../stores/temporary-files'
import { deleteStoredFiles } from '../attachment/stored-files'

/** Its address lives for ten minutes, and an upload is read at once. */
const OLD_MS = 3600 * 1000
const BATCH = 200

/** Deletes files that were made or uploaded for one moment and are not needed any more. */
export async function cleanUpTemporaryFiles(): Promise<Readonly<Record<string, number>>> {
  const old = await listOldTemporaryFiles(Date.now() - OLD_MS, BATCH)
  // The files first: a row whose file is still there must stay.
  await deleteStoredFiles(old)
  await Promise.all(old.map((file) => removeTemporaryFile(file._id)))
  return { temporaryRemoved: old.length }
}
