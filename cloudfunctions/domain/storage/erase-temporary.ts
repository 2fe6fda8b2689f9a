import { removeTemporaryFile, type TemporaryFileRow } from '../../stores/temporary-files'
import { deleteStoredFiles } from './delete-stored'

/** Deletes files that were made or uploaded for one moment, with their rows. Resolves with how many. */
export async function eraseTemporaryFiles(files: readonly TemporaryFileRow[]): Promise<number> {
  if (files.length === 0) return 0
  // The files first: a row whose file is still there must stay.
  await deleteStoredFiles(files)
  await Promise.all(files.map(({ _id }) => removeTemporaryFile(_id)))
  return files.length
}
