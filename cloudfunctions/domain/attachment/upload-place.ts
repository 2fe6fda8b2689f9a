import { fileTypeOf } from '../../../miniprogram/shared/domain/file-kind'
import { faultOf } from '../../../miniprogram/shared/form/characters'
import { tidy } from '../../../miniprogram/shared/form/text'
import { AppError } from '../../kernel/errors'
import { toAttachment } from './view'
import { deleteForGood } from '../storage/late-arrivals'
import { mintPath } from '../storage/minted-path'
import { type AttachmentRow, findAttachment, restartAttachment } from '../../stores/attachments'
import { NEVER } from '../../kernel/never'
import { ofOwner, type Owner } from '../../stores/owner'

/** Longest name that the contract takes is 200 characters (schema FileName), with its extension. */
const LONGEST_NAME = 190

/** The name as the provider takes it: no path, no characters that it forbids, none that other systems do not show. */
export function safeFileName(fileName: string): string {
  const extension = fileTypeOf(fileName)
  const stem = tidy(fileName.replace(/\.[A-Za-z0-9]{1,8}$/, '')).replace(/[\\/:*?"<>|\n\t]/g, '_')
  const shown = Array.from(stem).filter((character) => [undefined, 'picture'].includes(faultOf(character)))
  const short = shown
    .slice(0, LONGEST_NAME - extension.length)
    .join('')
    .trim()
  return `${short || '文件'}.${extension}`
}

type Announced = Pick<AttachmentRow, '_id' | 'draftId' | 'materialId' | 'fieldId' | 'fileName' | 'size' | 'sha1'>

/** The row of a file that the page has announced, with the one path that it may be uploaded to. @param now ms since the epoch */
export const queuedRow = (file: Announced, owner: Owner, now: number): AttachmentRow => ({
  ...file,
  ...ofOwner(owner),
  fileName: safeFileName(file.fileName),
  digest: '',
  earlier: null,
  cloudPath: mintPath(fileTypeOf(file.fileName), now),
  fileId: '',
  state: 'queued',
  refusal: '',
  attachId: '',
  deliveredAt: '',
  bytesUntil: NEVER,
  createdAt: now,
})

/** An upload that was given up may still arrive, so another try gets another path; what the first left goes. @param now ms since the epoch */
export async function restartUpload(fresh: AttachmentRow, known: AttachmentRow | undefined, now: number) {
  const { _id, cloudPath, sha1 } = fresh
  if (await restartAttachment(_id, cloudPath, sha1)) {
    if (known) await deleteForGood([known], now)
    return { attachment: toAttachment(fresh), cloudPath }
  }
  const current = await findAttachment(_id, fresh)
  if (!current) throw new AppError('STATE_CHANGED', 'attachment was removed meanwhile', { retryable: true })
  return { attachment: toAttachment(current), cloudPath: current.cloudPath }
}
