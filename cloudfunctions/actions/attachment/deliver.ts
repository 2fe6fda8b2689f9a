import * as v from 'valibot'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { cloudPathOf } from '../../kernel/cloud'
import { type Context } from '../../kernel/context'
import { defineAction } from '../../kernel/define-action'
import { AppError, notFound } from '../../kernel/errors'
import { ourId } from '../../kernel/inputs'
import { advanceAttachment, type AttachmentRow, findAttachment, listAttachments } from '../../stores/attachments'
import { sessionOf } from '../../domain/account/session'
import { type OwnAttachment, requireAttachment } from '../../domain/file-owner/access'
import { inspectContent } from '../../files/content'
import { type FetchedFile, withStoredFile } from '../../domain/storage/stored-file'
import { requireOpenHome, rulesAt, sendUpstream } from '../../domain/file-owner/file-owner'
import { refuse } from '../../files/refuse'
import { filesAt, TWIN } from '../../domain/attachment/place'
import { toAttachment } from '../../domain/attachment/view'

const input = v.object({ attachmentId: ourId, fileId: v.pipe(v.string(), v.maxLength(300)) })

/** Moving a file takes time; the transfer function's own timeout limits it. */
const BUDGET_MS = 60_000

/**
 * Checks the stored file and streams it to the provider (#14, #7, #23). Only the file at the path that was minted for this
 * row counts: any other file id answers the same NOT_FOUND as a missing one. A refusal is kept in the row, with the
 * reason. Delivering what is delivered already is harmless.
 */
export const deliverAttachment = defineAction(
  'attachment.deliver',
  input,
  async ({ attachmentId, fileId }, context) => {
    const own = await requireAttachment(attachmentId, context)
    if (cloudPathOf(fileId) !== own.file.cloudPath) throw notFound('stored file')
    if (own.file.state === 'delivered') return { attachment: toAttachment(own.file) }
    if (own.file.state === 'refused') throw refuse(own.file.refusal)
    requireOpenHome(own.home, context.now())
    try {
      return { attachment: toAttachment(await deliver(own, fileId, context)) }
    } catch (error) {
      if (error instanceof AppError && error.code === 'FILE_REFUSED') {
        const refusal = error.detail.userMessage ?? '这个文件不能使用，请换一个文件'
        await advanceAttachment(own.file, { state: 'refused', refusal, fileId })
      }
      throw error
    }
  },
  { budgetMs: BUDGET_MS },
)

async function deliver(
  { active, file, home }: OwnAttachment,
  fileId: string,
  context: Context,
): Promise<AttachmentRow> {
  const rules = await rulesAt(home, file.materialId, file.fieldId)
  return withStoredFile(fileId, rules.maxSizeBytes, context, async (fetched) => {
    await step(file, { state: 'stored', fileId })
    const contentType = await check(file, fetched)
    await refuseTwin(file, (other) => other.digest === fetched.digest)
    await step(file, { state: 'checked', digest: fetched.digest })
    const local = { ...fetched, fileName: file.fileName, contentType }
    const held = await sendUpstream(sessionOf(active.bindingId, context), home, file, local)
    await refuseTwin(file, (other) => other.attachId === held.attachId)
    const done = { state: 'delivered', attachId: held.attachId, deliveredAt: toBeijingTime(context.now()) } as const
    await step(file, done)
    return { ...file, ...done, fileId }
  })
}

/** Writes a step down; a row that another delivery finished, or the citizen removed, ends this one. */
async function step(file: AttachmentRow, fields: Parameters<typeof advanceAttachment>[1]): Promise<void> {
  if (await advanceAttachment(file, fields)) return
  const current = await findAttachment(file._id, file)
  if (current?.state !== 'delivered') throw notFound('attachment')
}

async function check(file: AttachmentRow, fetched: FetchedFile): Promise<string> {
  if (fetched.size === 0) throw refuse('这是一个空文件，请重新选择')
  if (fetched.size !== file.size) throw refuse('文件没有传完整，请重新上传', true)
  if (file.sha1 && fetched.sha1 !== file.sha1) throw refuse('文件在上传途中受损，和手机上的不一样，请重新上传', true)
  return inspectContent(fetched.path, file.fileName)
}

/** The provider gives the same bytes at the same place the same id: two rows would then count one file twice. */
async function refuseTwin(file: AttachmentRow, isTwin: (other: AttachmentRow) => boolean): Promise<void> {
  const delivered = filesAt(await listAttachments(file.draftId), file).filter(({ state }) => state === 'delivered')
  if (delivered.some((other) => other._id !== file._id && isTwin(other))) throw refuse(TWIN)
}
