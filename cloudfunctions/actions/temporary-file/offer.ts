import { type ReadStream } from 'node:fs'
import { type BeijingTime, toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { storeFile, temporaryUrl } from '../../kernel/cloud'
import { type Context } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { randomId } from '../../kernel/ids'
import { insertTemporaryFile, noteStored, type TemporaryFileRow } from '../../stores/temporary-files'
import { type ActiveIdentity } from '../account/identity'

/** Long enough to open a file on a slow phone, too short to be passed around. */
const URL_LIFE_S = 600

export interface OfferedFile {
  readonly url: string
  readonly expiresAt: BeijingTime
}

/**
 * Stores a file that was made for this citizen, and gives a short-lived address of it. The row comes first, so that the
 * clean-up finds the file whatever happens in between.
 * @param extension without a dot, in the address
 * @param owner `userId` '' = no account is needed for it
 */
export async function offerFile(
  content: Buffer | ReadStream,
  extension: string,
  place: Pick<TemporaryFileRow, 'draftId' | 'purpose' | 'materialId' | 'fieldId'>,
  owner: Pick<ActiveIdentity, 'openid' | 'userId'>,
  context: Context,
): Promise<OfferedFile> {
  const _id = randomId()
  const cloudPath = `made/${randomId()}/file.${extension}`
  await insertTemporaryFile({
    _id,
    openid: owner.openid,
    userId: owner.userId,
    ...place,
    cloudPath,
    fileId: '',
    createdAt: context.now(),
  })
  const fileId = await storeFile(cloudPath, content)
  await noteStored(_id, fileId)
  const url = await temporaryUrl(fileId, URL_LIFE_S)
  if (!url) throw new AppError('INTERNAL', 'a file that was just stored is gone', { retryable: true })
  return { url, expiresAt: toBeijingTime(context.now() + URL_LIFE_S * 1000) }
}
