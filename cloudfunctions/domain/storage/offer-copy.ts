import { createReadStream } from 'node:fs'
import { fileTypeOf } from '../../../miniprogram/shared/domain/file-kind'
import { refuse } from '../../files/refuse'
import { type Context } from '../../kernel/context'
import { LARGEST_FILE } from '../../one-network/limits'
import { type FileInfo } from '../../one-network/mappers/attachments'
import { type ActiveIdentity } from '../account/identity'
import { offerFile, type OfferedFile } from './offer'
import { withDownload } from './stored-file'

/**
 * A short-lived address of a copy of a file that the provider has. The provider's own address (#8) is good for whoever has it
 * and must not be passed on, so the bytes go through our storage, from where the clean-up deletes them. FILE_REFUSED
 * when the provider's scan stopped the file.
 * @param refusal what is said to the citizen then
 */
export async function offerCopy(
  { fileName, downloadUrl, blocked }: Pick<FileInfo, 'fileName' | 'downloadUrl' | 'blocked'>,
  refusal: string,
  active: ActiveIdentity,
  context: Context,
  draftId = '',
): Promise<OfferedFile> {
  if (blocked) throw refuse(refusal)
  return withDownload(downloadUrl, LARGEST_FILE, context, ({ path }) =>
    offerFile(createReadStream(path), fileTypeOf(fileName), { purpose: 'preview', draftId }, active, context),
  )
}
