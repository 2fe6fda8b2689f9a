import { type Context } from '../../kernel/context'
import { notFound } from '../../kernel/errors'
import { refuse } from '../../files/refuse'
import { type FileInfo } from '../../one-network/mappers/attachments'
import { type AttachmentRow, insertAttachment, listAttachments } from '../../stores/attachments'
import { type DeclarationRow } from '../../stores/declarations'
import { type ActiveIdentity } from '../account/identity'
import { toEarlierRow } from './earlier-row'
import { checkEarlier, wantedFor } from './earlier-view'
import { checkRoom } from './place'

/** Puts a file of an earlier case under a material; the row that is there already when it was put there before.
 *  FILE_REFUSED when it does not fit the material, NOT_FOUND when it is a file of this very filing. */
export async function takeEarlier(
  info: FileInfo,
  declaration: DeclarationRow,
  materialId: string,
  active: ActiveIdentity,
  context: Context,
): Promise<AttachmentRow> {
  const files = await listAttachments(declaration._id)
  const fresh = toEarlierRow(info, { draftId: declaration._id, materialId }, active, context)
  const known = files.find((file) => file._id === fresh._id)
  if (known) return known
  if (info.declareNo === declaration.declareNo) throw notFound('earlier file')
  if (info.blocked) throw refuse('这个文件没有通过一网通的安全检查，不能使用，请选择别的文件')
  const wanted = await wantedFor(declaration, materialId, files)
  checkRoom(files, fresh, fresh.size, wanted.rules)
  checkEarlier(info, wanted)
  await insertAttachment(fresh)
  return fresh
}
