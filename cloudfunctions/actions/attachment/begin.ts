import * as v from 'valibot'
import { fileTypeOf } from '../../../miniprogram/shared/domain/file-kind'
import { defineAction } from '../../kernel/define-action'
import { AppError } from '../../kernel/errors'
import { keyOf, randomId } from '../../kernel/ids'
import { fieldId, ourId, providerId } from '../../kernel/inputs'
import {
  type AttachmentRow,
  findAttachment,
  insertAttachment,
  listAttachments,
  restartAttachment,
} from '../../stores/attachments'
import { requireHome, requireOpenHome, rulesAt } from '../../domain/file-owner/file-owner'
import { refuse } from '../../files/refuse'
import { checkFile, checkRoom, filesAt, TWIN } from '../../domain/attachment/place'
import { deleteStoredFiles } from '../../domain/storage/delete-stored'
import { toAttachment } from '../../domain/attachment/view'

const input = v.object({
  draftId: ourId,
  materialId: providerId,
  fieldId: v.optional(fieldId),
  fileName: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
  size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000)),
  uploadKey: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{8,64}$/))),
  sha1: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/))),
})

/** Longest name that the contract takes is 200 characters (schema FileName), with its extension. */
const LONGEST_NAME = 190

/** The name as the provider takes it: no path, no characters that it forbids, no control or direction characters. */
function safeFileName(fileName: string): string {
  const extension = fileTypeOf(fileName)
  const stem = fileName
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/[\\/:*?"<>|]/g, '_')
    .trim()
  const short = [...stem].slice(0, LONGEST_NAME - extension.length).join('')
  return `${short || '文件'}.${extension}`
}

const mintPath = (fileName: string): string => `uploads/${randomId()}/file.${fileTypeOf(fileName)}`

/**
 * Mints the one storage path that this one file may be uploaded to, after the checks that need no bytes. The same
 * `uploadKey` has one row: a phone that was killed asks again and gets a new path for it, or the row as delivered.
 */
export const beginAttachment = defineAction('attachment.begin', input, async (request, context) => {
  const { active, home } = await requireHome(request.draftId, context)
  requireOpenHome(home, context.now())
  const { row } = home
  const place = { materialId: request.materialId, fieldId: request.fieldId ?? '' }
  const rules = await rulesAt(home, place.materialId, place.fieldId)
  checkFile(request.fileName, request.size, rules)
  const _id = request.uploadKey
    ? keyOf('attachment', row._id, place.materialId, place.fieldId, request.uploadKey).slice(0, 32)
    : randomId()
  const files = await listAttachments(row._id)
  const known = files.find((file) => file._id === _id)
  if (known?.state === 'delivered') return { attachment: toAttachment(known), cloudPath: known.cloudPath }

  const others = files.filter((file) => file._id !== _id)
  checkRoom(others, place, request.size, rules)
  const sha1 = request.sha1 ?? ''
  if (sha1 && filesAt(others, place).some((file) => file.sha1 === sha1)) throw refuse(TWIN)
  const attachment: AttachmentRow = {
    _id,
    openid: active.openid,
    userId: active.userId,
    draftId: row._id,
    ...place,
    fileName: safeFileName(request.fileName),
    size: request.size,
    sha1,
    digest: '',
    earlier: null,
    cloudPath: mintPath(request.fileName),
    fileId: '',
    state: 'queued',
    refusal: '',
    attachId: '',
    deliveredAt: '',
    createdAt: context.now(),
  }
  if (!known && (await insertAttachment(attachment))) {
    return { attachment: toAttachment(attachment), cloudPath: attachment.cloudPath }
  }
  return restart(attachment, known)
})

/** A path is written once (deploy/storage-rules.json), so another try gets another one; what the first left goes. */
async function restart(fresh: AttachmentRow, known: AttachmentRow | undefined) {
  const { _id, cloudPath, sha1 } = fresh
  if (await restartAttachment(_id, cloudPath, sha1)) {
    if (known) await deleteStoredFiles([known])
    return { attachment: toAttachment(fresh), cloudPath }
  }
  const current = await findAttachment(_id, fresh)
  if (!current) throw new AppError('STATE_CHANGED', 'attachment was removed meanwhile', { retryable: true })
  return { attachment: toAttachment(current), cloudPath: current.cloudPath }
}
