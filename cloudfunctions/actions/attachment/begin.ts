import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { keyOf, randomId } from '../../kernel/ids'
import { fieldId, ourId, providerId } from '../../kernel/inputs'
import { insertAttachment, listAttachments } from '../../stores/attachments'
import { requireFileOwner, requireOpenOwner, rulesAt } from '../../domain/file-owner/file-owner'
import { refuse } from '../../files/refuse'
import { checkFile, checkRoom, filesAt, TWIN } from '../../domain/attachment/place'
import { toAttachment } from '../../domain/attachment/view'
import { queuedRow, restartUpload } from '../../domain/attachment/upload-place'

const input = v.object({
  draftId: ourId,
  materialId: providerId,
  fieldId: v.optional(fieldId),
  fileName: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
  size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000)),
  uploadKey: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{8,64}$/))),
  sha1: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/))),
})

/**
 * Mints the one storage path that this one file may be uploaded to, after the checks that need no bytes. The same
 * `uploadKey` has one row: a phone that was killed asks again and gets a new path for it, or the row as delivered.
 */
export const beginAttachment = defineAction('attachment.begin', input, async (request, context) => {
  const { active, owner } = await requireFileOwner(request.draftId, context)
  requireOpenOwner(owner, context.now())
  const { row } = owner
  const place = { materialId: request.materialId, fieldId: request.fieldId ?? '' }
  const rules = await rulesAt(owner, place.materialId, place.fieldId)
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
  const file = { _id, draftId: row._id, ...place, fileName: request.fileName, size: request.size, sha1 }
  const attachment = queuedRow(file, active, context.now())
  if (!known && (await insertAttachment(attachment))) {
    return { attachment: toAttachment(attachment), cloudPath: attachment.cloudPath }
  }
  return restartUpload(attachment, known, context.now())
})
