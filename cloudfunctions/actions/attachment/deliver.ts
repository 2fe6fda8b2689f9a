import * as v from 'valibot'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { type Context } from '../../kernel/context'
import { defineAction } from '../../kernel/define-action'
import { AppError, notFound } from '../../kernel/errors'
import { ourId } from '../../kernel/inputs'
import { uploadFile } from '../../one-network/resources/attachments'
import { advanceAttachment, type AttachmentRow, findAttachment, listAttachments } from '../../stores/attachments'
import { withUserToken } from '../account/session'
import { requireEditable } from '../declaration/access'
import { type OwnAttachment, requireAttachment } from './access'
import { contentTypeOf } from './content'
import { type FetchedFile, withStoredFile } from './fetch-stored'
import { refuse, rulesOf } from './place'
import { toAttachment } from './view'

const input = v.object({ attachmentId: ourId, fileId: v.pipe(v.string(), v.maxLength(300)) })

/** Moving a file takes time; the transfer function's own timeout limits it. */
const BUDGET_MS = 60_000

/** `cloud://<environment>/<path>` → path. */
const pathOf = (fileId: string): string => /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId)?.[1] ?? ''

/**
 * Checks the stored file and streams it to the provider (#14, #7). Only the file at the path that was minted for this
 * row counts: any other file id answers the same NOT_FOUND as a missing one. A refusal is kept in the row, with the
 * reason. Delivering what is delivered already is harmless.
 */
export const deliverAttachment = defineAction(
  'attachment.deliver',
  input,
  async ({ attachmentId, fileId }, context) => {
    const own = await requireAttachment(attachmentId, context)
    if (pathOf(fileId) !== own.file.cloudPath) throw notFound('stored file')
    if (own.file.state === 'delivered') return { attachment: toAttachment(own.file) }
    if (own.file.state === 'refused') throw refuse(own.file.refusal)
    requireEditable(own.draft)
    try {
      return { attachment: toAttachment(await deliver(own, fileId, context)) }
    } catch (error) {
      if (error instanceof AppError && error.code === 'FILE_REFUSED') {
        const refusal = error.detail.userMessage ?? '这个文件不能使用'
        await advanceAttachment(own.file._id, { state: 'refused', refusal, fileId })
      }
      throw error
    }
  },
  { budgetMs: BUDGET_MS },
)

async function deliver(
  { active, file, draft }: OwnAttachment,
  fileId: string,
  context: Context,
): Promise<AttachmentRow> {
  const rules = await rulesOf(draft, file.materialId, file.fieldId)
  return withStoredFile(fileId, rules.maxSizeBytes, context, async (fetched) => {
    await step(file, { state: 'stored', fileId })
    const contentType = await check(file, fetched)
    await step(file, { state: 'checked' })
    const place = { declareNo: draft.declareNo, materialId: file.materialId }
    const held = await withUserToken(active.bindingId, context, (token) =>
      uploadFile(
        file.fieldId ? { ...place, fieldId: file.fieldId } : place,
        { ...fetched, fileName: file.fileName, contentType },
        token,
        context,
      ),
    )
    await refuseTwin(file, held.attachId)
    const done = { state: 'delivered', attachId: held.attachId, deliveredAt: toBeijingTime(context.now()) } as const
    await step(file, done)
    return { ...file, ...done, fileId }
  })
}

/** Writes a step down; a row that another delivery finished, or the citizen removed, ends this one. */
async function step(file: AttachmentRow, fields: Parameters<typeof advanceAttachment>[1]): Promise<void> {
  if (await advanceAttachment(file._id, fields)) return
  const current = await findAttachment(file._id, file)
  if (current?.state !== 'delivered') throw notFound('attachment')
}

async function check(file: AttachmentRow, fetched: FetchedFile): Promise<string> {
  if (fetched.size === 0) throw refuse('这是一个空文件，请重新选择')
  if (fetched.size !== file.size) throw refuse('文件没有传完整，请重新上传')
  const contentType = await contentTypeOf(fetched.path, file.fileName)
  if (!contentType) throw refuse('文件内容与扩展名不一致，或文件已损坏，请重新导出后再上传')
  return contentType
}

/** The provider gives the same bytes at the same place the same id: two rows would then count one file twice. */
async function refuseTwin(file: AttachmentRow, attachId: string): Promise<void> {
  const files = await listAttachments(file.draftId)
  if (files.some((other) => other._id !== file._id && other.attachId === attachId)) {
    throw refuse('这个文件已经上传过了，不需要重复上传')
  }
}
