import { dropFile, keepFile, keptPath, sizeOf } from '../../../platform/files'
import { forgetUploads, keepUploads, type KeptUpload, readUploads } from '../../../platform/kept-uploads'
import type { PickedFile } from '../../../platform/media'
import { fileTypeOf } from '../../../shared/domain/file-kind'

/** Where a queue keeps what would be lost when the mini-program is closed. */
export interface KeptFiles {
  /** Puts a picked file where it survives; null when the phone has no room: then it lives as long as the mini-program. */
  keep(key: string, file: PickedFile): Promise<PickedFile | null>
  drop(path: string): Promise<void>
  /** Writes the list down; false when the phone refused it. */
  save(uploads: readonly KeptUpload[]): Promise<boolean>
  /** What an earlier run left, and whether each file is still whole. */
  read(): Promise<readonly { readonly upload: KeptUpload; readonly whole: boolean }[]>
  clear(): Promise<void>
}

export function keptFilesOf(draftId: string): KeptFiles {
  return {
    async keep(key, file) {
      const path = keptPath(key, fileTypeOf(file.name))
      return (await keepFile(file.path, path)) === 'kept' ? { ...file, path } : null
    },
    drop: dropFile,
    async save(uploads) {
      try {
        await keepUploads(draftId, uploads)
        return true
      } catch {
        return false
      }
    },
    async read() {
      const uploads = await readUploads(draftId)
      return Promise.all(
        uploads.map(async (upload) => ({ upload, whole: (await sizeOf(upload.path)) === upload.size })),
      )
    },
    clear: () => forgetUploads(draftId),
  }
}
