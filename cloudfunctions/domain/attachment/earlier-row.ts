import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { type Context } from '../../kernel/context'
import { notFound } from '../../kernel/errors'
import { keyOf, randomId } from '../../kernel/ids'
import { type FileInfo } from '../../one-network/mappers/attachments'
import { readFileInfo } from '../../one-network/resources/past-files'
import { type AttachmentRow } from '../../stores/attachments'
import { NEVER } from '../../kernel/never'
import { type ActiveIdentity } from '../account/identity'
import { sessionOf } from '../account/session'
import { ofOwner } from '../../stores/owner'

/** The same NOT_FOUND for a missing file, another's, one of the caller's other identity, and one of no case. */
export async function earlierInfo(
  attachId: string,
  { bindingId }: ActiveIdentity,
  context: Context,
): Promise<FileInfo> {
  const info = await readFileInfo(sessionOf(bindingId, context), attachId)
  if (info.caseNo === '') throw notFound('earlier file')
  return info
}

/** The row of a file that stays with the provider; the same file at the same place gives the same id. */
export function toEarlierRow(
  info: FileInfo,
  place: Pick<AttachmentRow, 'draftId' | 'materialId'>,
  active: ActiveIdentity,
  context: Context,
): AttachmentRow {
  const { attachId, fileName, size, digest, caseNo, materialName, uploadedAt } = info
  return {
    _id: keyOf('earlier', place.draftId, place.materialId, attachId).slice(0, 32),
    ...ofOwner(active),
    ...place,
    fieldId: '',
    fileName,
    size,
    sha1: '',
    digest,
    earlier: { caseNo, from: materialName, uploadedAt },
    // Nothing is stored there: the bytes stay with the provider.
    cloudPath: `uploads/${randomId()}/none`,
    fileId: '',
    state: 'delivered',
    refusal: '',
    attachId,
    deliveredAt: toBeijingTime(context.now()),
    bytesUntil: NEVER,
    createdAt: context.now(),
  }
}
