import { deleteFiles } from '../../kernel/cloud'
import { type AttachmentRow, findStored } from '../../stores/attachments'

/**
 * Deletes what storage has of these files. A file may be stored although its row does not know its id: the page was
 * closed, or the upload cancelled, before the delivery began. All ids of an environment differ only in their path, so the
 * id follows from that of any other stored file.
 */
export async function deleteStoredFiles(files: readonly Pick<AttachmentRow, 'fileId' | 'cloudPath'>[]): Promise<void> {
  const known = files.find((file) => file.fileId) ?? (await findStored())
  const prefix = known?.fileId.endsWith(known.cloudPath) ? known.fileId.slice(0, -known.cloudPath.length) : undefined
  const fileIds = files.flatMap(({ fileId, cloudPath }) => {
    if (fileId) return [fileId]
    return prefix === undefined ? [] : [prefix + cloudPath]
  })
  await deleteFiles(fileIds)
}
