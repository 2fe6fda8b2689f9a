import { randomId } from '../../kernel/ids'
import { type AttachmentRow } from '../../stores/attachments'
import { ofOwner } from '../../stores/owner'
import { insertTemporaryFile } from '../../stores/temporary-files'
import { deleteStoredFiles } from './delete-stored'

/**
 * Deletes what storage has of these files, whose paths no row will know any more. An upload may still be under way to one
 * that was never delivered: what arrives later has a row of its own, so that the clean-up finds it.
 * @param now ms since the epoch
 */
export async function deleteForGood(files: readonly AttachmentRow[], now: number): Promise<void> {
  await Promise.all(
    files
      .filter(({ state }) => state === 'queued')
      .map((file) =>
        insertTemporaryFile({
          _id: randomId(),
          ...ofOwner(file),
          draftId: file.draftId,
          materialId: '',
          fieldId: '',
          purpose: 'late-arrival',
          cloudPath: file.cloudPath,
          fileId: file.fileId,
          createdAt: now,
        }),
      ),
  )
  await deleteStoredFiles(files)
}
