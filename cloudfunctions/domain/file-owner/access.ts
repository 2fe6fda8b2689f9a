import { type Context } from '../../kernel/context'
import { notFound } from '../../kernel/errors'
import { type AttachmentRow, findAttachment } from '../../stores/attachments'
import { type ActiveIdentity, requireIdentity } from '../account/identity'
import { findFileOwner, type FileOwner } from './file-owner'

export interface OwnAttachment {
  readonly active: ActiveIdentity
  readonly file: AttachmentRow
  readonly owner: FileOwner
}

/** A file of the caller under the active identity; the same NOT_FOUND for a missing one and for another's. */
export async function requireAttachment(attachmentId: string, context: Context): Promise<OwnAttachment> {
  const active = await requireIdentity(context)
  const file = await findAttachment(attachmentId, active)
  const owner = file ? await findFileOwner(file.draftId, active) : undefined
  if (!file || !owner) throw notFound('attachment')
  return { active, file, owner }
}
