import { type Context } from '../../kernel/context'
import { notFound } from '../../kernel/errors'
import { findTemporaryFile, type TemporaryFileRow } from '../../stores/temporary-files'
import { type ActiveIdentity, requireIdentity } from '../account/identity'

export interface OwnArchive {
  readonly active: ActiveIdentity
  readonly row: TemporaryFileRow
}

/**
 * A zip that was fetched for the caller under the active identity. The same NOT_FOUND for a missing one, another's, one
 * of the caller's other identity, and one that the clean-up took.
 */
export async function requireArchive(archiveId: string, context: Context): Promise<OwnArchive> {
  const active = await requireIdentity(context)
  const row = await findTemporaryFile(archiveId, active)
  if (row?.purpose !== 'archive' || row.fileId === '') throw notFound('archive')
  return { active, row }
}
