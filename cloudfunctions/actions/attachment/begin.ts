import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { randomId } from '../../kernel/ids'
import { fieldId, ourId, providerId } from '../../kernel/inputs'
import { type AttachmentRow, insertAttachment, listAttachments } from '../../stores/attachments'
import { requireDeclaration, requireEditable } from '../declaration/access'
import { checkFile, countAt, extensionOf, refuse, rulesOf } from './place'
import { toAttachment } from './view'

const input = v.object({
  draftId: ourId,
  materialId: providerId,
  fieldId: v.optional(fieldId),
  fileName: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
  size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000)),
})

/** Longest name that the contract takes is 200 characters (schema FileName), with its extension. */
const LONGEST_NAME = 190

/** The name as the provider takes it: no path, no characters that it forbids, no control or direction characters. */
function safeFileName(fileName: string): string {
  const extension = extensionOf(fileName)
  const stem = fileName
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/[\\/:*?"<>|]/g, '_')
    .trim()
  const short = [...stem].slice(0, LONGEST_NAME - extension.length).join('')
  return `${short || '文件'}.${extension}`
}

/** 300 files in one declaration (contract chapter 11). Refused ones count here: they are rows and stored bytes too. */
const MOST_FILES = 300

/** Mints the one storage path that this one file may be uploaded to, after the checks that need no bytes. */
export const beginAttachment = defineAction('attachment.begin', input, async (request, context) => {
  const { row, active } = await requireDeclaration(request.draftId, context)
  requireEditable(row)
  const place = { materialId: request.materialId, fieldId: request.fieldId ?? '' }
  const rules = await rulesOf(row, place.materialId, place.fieldId)
  checkFile(request.fileName, request.size, rules)
  const files = await listAttachments(row._id)
  if (files.length >= MOST_FILES) throw refuse(`一份申报最多 ${MOST_FILES} 个文件，请先删除不需要的`)
  if (countAt(files, place.materialId, place.fieldId) >= rules.maxCount) {
    throw refuse(`最多上传 ${rules.maxCount} 个文件，请先删除不需要的`)
  }
  const attachment: AttachmentRow = {
    _id: randomId(),
    openid: active.openid,
    userId: active.userId,
    draftId: row._id,
    ...place,
    fileName: safeFileName(request.fileName),
    size: request.size,
    cloudPath: `uploads/${randomId()}/file.${extensionOf(request.fileName)}`,
    fileId: '',
    state: 'queued',
    refusal: '',
    attachId: '',
    deliveredAt: '',
    createdAt: context.now(),
  }
  await insertAttachment(attachment)
  return { attachment: toAttachment(attachment), cloudPath: attachment.cloudPath }
})
