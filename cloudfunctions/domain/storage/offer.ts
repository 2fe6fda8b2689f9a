import { type ReadStream } from 'node:fs'
import { type BeijingTime, toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { storeFile, temporaryUrl } from '../../kernel/cloud'
import { type Context } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { randomId } from '../../kernel/ids'
import { insertTemporaryFile, noteStored, type TemporaryFileRow } from '../../stores/temporary-files'
import { ofOwner, type Owner } from '../../stores/owner'

/** Long enough to open a file on a slow phone, too short to be passed around. */
const URL_LIFE_S = 600

export interface OfferedFile {
  readonly url: string
  readonly expiresAt: BeijingTime
}

/** What it is for, and where in a draft it belongs. */
type Place = Pick<TemporaryFileRow, 'purpose'> & Partial<Pick<TemporaryFileRow, 'draftId' | 'materialId' | 'fieldId'>>

/**
 * Stores a file that was made for this citizen for a short time; resolves with its row's id and its file id. The row
 * comes first, so that the clean-up finds the file whatever happens in between.
 * @param extension without a dot, in the address
 * @param owner `userId` '' = no account is needed for it
 */
export async function storeTemporary(
  content: Buffer | ReadStream,
  extension: string,
  place: Place,
  owner: Owner,
  context: Context,
): Promise<{ readonly id: string; readonly fileId: string }> {
  const _id = randomId()
  const cloudPath = `made/${randomId()}/file.${extension}`
  await insertTemporaryFile({
    _id,
    ...ofOwner(owner),
    draftId: '',
    materialId: '',
    fieldId: '',
    ...place,
    cloudPath,
    fileId: '',
    createdAt: context.now(),
  })
  const fileId = await storeFile(cloudPath, content)
  await noteStored(_id, fileId)
  return { id: _id, fileId }
}

/** A short-lived address of a stored file; undefined when it is gone, or was never stored (''). */
export async function addressOf(fileId: string, context: Context): Promise<OfferedFile | undefined> {
  const url = fileId && (await temporaryUrl(fileId, URL_LIFE_S))
  return url ? { url, expiresAt: toBeijingTime(context.now() + URL_LIFE_S * 1000) } : undefined
}

/** Stores a file as `storeTemporary` does, and gives a short-lived address of it. */
export async function offerFile(
  content: Buffer | ReadStream,
  extension: string,
  place: Place,
  owner: Owner,
  context: Context,
): Promise<OfferedFile> {
  const { fileId } = await storeTemporary(content, extension, place, owner, context)
  const offered = await addressOf(fileId, context)
  if (!offered) throw new AppError('INTERNAL', 'a file that was just stored is gone', { retryable: true })
  return offered
}
