import { type Waiting } from '../../kernel/context'
import { must, rowsOf } from '../answers'
import { oneNetwork } from '../client'
import { type LocalFile } from '../file-transport'
import { type HeldFile, toHeldFile } from '../mappers/declarations'

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
export async function uploadFile(
  place: FilePlace,
  file: LocalFile,
  userToken: string,
  waiting: Waiting,
): Promise<HeldFile> {
  const { declareNo, materialId, fieldId } = place
  const client = oneNetwork()
  const data = fieldId
    ? await client.upload('uploadFormAttachment', { declareNo, materialId, fieldId }, file, waiting, { userToken })
    : await client.upload('uploadAttachment', { declareNo, materialId }, file, waiting, { userToken })
  return must(toHeldFile(data), 'attachId')
}

/** The files that the provider holds for one material of a declaration (#15). */
export async function listHeldFiles(
  declareNo: string,
  materialId: string,
  userToken: string,
  waiting: Waiting,
): Promise<readonly HeldFile[]> {
  const data = await oneNetwork().call('listUploadedAttachments', { declareNo, materialId }, waiting, { userToken })
  return rowsOf(data).flatMap((row) => toHeldFile(row) ?? [])
}
