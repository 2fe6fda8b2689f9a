import { must, rowsOf } from '../answers'
import { type LocalFile } from '../file-transport'
import { type HeldFile, toHeldFile } from '../mappers/declarations'
import { type UserSession } from '../user-session'

export interface FilePlace {
  readonly declareNo: string
  readonly materialId: string
  /** Set for a file inside a form (signature). */
  readonly fieldId?: string
}

/**
 * Streams one file to the provider: #14 for a material, #7 for a field of a form. The same bytes at the same place
 * give the same attachId, so repeating is harmless. FILE_REFUSED with the reason when the provider does not take it.
 */
export async function uploadFile(user: UserSession, place: FilePlace, file: LocalFile): Promise<HeldFile> {
  const { declareNo, materialId, fieldId } = place
  const data = fieldId
    ? await user.upload('uploadFormAttachment', { declareNo, materialId, fieldId }, file)
    : await user.upload('uploadAttachment', { declareNo, materialId }, file)
  return must(toHeldFile(data), 'attachId')
}

/** The files that the provider holds for one material of a declaration (#15). */
export async function listHeldFiles(
  user: UserSession,
  declareNo: string,
  materialId: string,
): Promise<readonly HeldFile[]> {
  const data = await user.call('listUploadedAttachments', { declareNo, materialId })
  return rowsOf(data).flatMap((row) => toHeldFile(row) ?? [])
}
