import { type Context } from '../../kernel/context'
import { notFound } from '../../kernel/errors'
import { type AttachmentRow, findAttachment } from '../../stores/attachments'
import { type ActiveIdentity, requireIdentity } from '../account/identity'
import { findHome, type Home } from './file-owner'

export interface OwnAttachment {
  readonly active: ActiveIdentity
  readonly file: AttachmentRow
  readonly home: Home
}

/** A file of the caller under the active identity; the same NOT_FOUND for a missing one and for another's. */
export async function requireAttachment(attachmentId: string, context: Context): Promise<OwnAttachment> {
  const active = await requireIdentity(context)
  const file = await findAttachment(attachmentId, active)
  const home = file ? await findHome(file.draftId, active) : undefined
  if (!file || !home) throw notFound('attachment')
  return { active, file, home }
}
