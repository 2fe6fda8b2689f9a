import { dropFile } from './files'

/** A picked file that has not arrived yet. The file lies in the mini-program's own folder; this says what it is for. */
export interface KeptUpload {
  /** Names the file towards the server: sending it again finds the same ledger row. */
  readonly key: string
  readonly materialId: string
  readonly path: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** Its ledger row; '' until the server has begun one. */
  readonly attachmentId: string
}

const keyOf = (draftId: string): string => `uploads.${draftId}`

/**
 * Keeps the list of a draft's uploads on this phone, encrypted by WeChat, because file names may name people; an empty
 * list is removed. Rejects when the phone's storage refuses it.
 */
export async function keepUploads(draftId: string, uploads: readonly KeptUpload[]): Promise<void> {
  if (uploads.length === 0) await dropUploads(draftId)
  else await wx.setStorage({ key: keyOf(draftId), data: uploads, encrypt: true })
}

/** The uploads that were under way when the mini-program was closed; empty when there were none. */
export async function readUploads(draftId: string): Promise<readonly KeptUpload[]> {
  try {
    const { data } = await wx.getStorage<readonly KeptUpload[]>({ key: keyOf(draftId), encrypt: true })
    return (data as unknown) instanceof Array ? data : []
  } catch {
    return []
  }
}

/** Forgets the uploads of a draft that was submitted or thrown away, with their files. */
export async function forgetUploads(draftId: string): Promise<void> {
  for (const { path } of await readUploads(draftId)) await dropFile(path)
  await dropUploads(draftId)
}

async function dropUploads(draftId: string): Promise<void> {
  try {
    await wx.removeStorage({ key: keyOf(draftId) })
  } catch {
    // Nothing was kept.
  }
}
