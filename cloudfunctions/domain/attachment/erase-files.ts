import { deleteFiles } from '../../kernel/cloud'
import {
  abandonAttachments,
  type AttachmentRow,
  forgetBytes,
  listAttachments,
  removeAttachment,
  removeAttachmentsOf,
  removeUndelivered,
} from '../../stores/attachments'
import { deleteStoredFiles } from '../storage/delete-stored'
import { deleteForGood } from '../storage/late-arrivals'

/** Removes all files of a draft or answer that is gone, rows and bytes. @param now ms since the epoch */
export async function eraseFilesOf(draftId: string, now: number): Promise<void> {
  // As they were: what is still being uploaded is told by its state.
  const files = await listAttachments(draftId)
  if (files.length === 0) return
  await abandonAttachments(draftId)
  await deleteForGood(files, now)
  await removeAttachmentsOf(draftId)
}

/** Forgets an upload that was begun and not delivered, with what storage has of it; false when it arrived since it was listed. */
export async function eraseUpload(file: AttachmentRow): Promise<boolean> {
  if (!(await removeUndelivered(file._id))) return false
  await deleteStoredFiles([file])
  return true
}

/** Removes a file whose draft is long gone. */
export async function eraseForgotten(file: AttachmentRow): Promise<boolean> {
  await deleteStoredFiles([file])
  return removeAttachment(file._id)
}

/** Deletes the bytes of delivered files; their rows stay, and views come from the provider (#8). */
export async function eraseBytes(files: readonly AttachmentRow[]): Promise<number> {
  // The bytes first: a row that says nothing of bytes that are still there would hide them.
  await deleteFiles(files.map(({ fileId }) => fileId))
  await Promise.all(files.map(forgetBytes))
  return files.length
}
