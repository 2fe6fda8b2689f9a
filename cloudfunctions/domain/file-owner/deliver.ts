import { refuse } from '../../files/refuse'
import { inspectContent } from '../../files/content'
import { notFound } from '../../kernel/errors'
import { type AttachmentRow, advanceAttachment, findAttachment, listAttachments } from '../../stores/attachments'
import { ENDINGS } from '../../stores/retention'
import { withStoredFile, type FetchedFile } from '../storage/stored-file'
import { filesAt, TWIN } from '../attachment/place'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { type Context } from '../../kernel/context'
import { sessionOf } from '../account/session'
import { type OwnAttachment } from './access'
import { rulesAt, sendUpstream } from './file-owner'

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

/** Checks a stored file and streams it to the provider, each step written down before the next. */
export async function deliver(
  { active, file, owner }: OwnAttachment,
  fileId: string,
  context: Context,
): Promise<AttachmentRow> {
  const rules = await rulesAt(owner, file.materialId, file.fieldId)
  return withStoredFile(fileId, rules.maxSizeBytes, context, async (fetched) => {
    await step(file, { state: 'stored', fileId })
    const contentType = await check(file, fetched)
    await refuseTwin(file, (other) => other.digest === fetched.digest)
    await step(file, { state: 'checked', digest: fetched.digest })
    const local = { ...fetched, fileName: file.fileName, contentType }
    const held = await sendUpstream(sessionOf(active.bindingId, context), owner, file, local)
    await refuseTwin(file, (other) => other.attachId === held.attachId)
    const now = context.now()
    const done = {
      state: 'delivered',
      attachId: held.attachId,
      deliveredAt: toBeijingTime(now),
      bytesUntil: now + ENDINGS.deliveredBytes.afterMs,
    } as const
    await step(file, done)
    return { ...file, ...done, fileId }
  })
}
