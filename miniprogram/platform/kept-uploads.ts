import { dropFile } from './files'
import { dropSecret, keepSecret, readSecret } from './storage'

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
 * Keeps the list of a draft's uploads on this phone, as a secret, because file names may name people; an empty list is
 * removed. Rejects when the phone's storage refuses it.
 */
export const keepUploads = (draftId: string, uploads: readonly KeptUpload[]): Promise<void> =>
  uploads.length === 0 ? dropSecret(keyOf(draftId)) : keepSecret(keyOf(draftId), uploads)

/** The uploads that were under way when the mini-program was closed; empty when there were none. */
export async function readUploads(draftId: string): Promise<readonly KeptUpload[]> {
  const kept: unknown = await readSecret(keyOf(draftId))
  return Array.isArray(kept) ? (kept as readonly KeptUpload[]) : []
}

/** Forgets the uploads of a draft that was submitted or thrown away, with their files. */
export async function forgetUploads(draftId: string): Promise<void> {
  for (const { path } of await readUploads(draftId)) await dropFile(path)
  await dropSecret(keyOf(draftId))
}
