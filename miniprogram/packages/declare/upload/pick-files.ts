import { tell } from '../../../platform/feedback'
import { pickChatFiles, pickPhotos, type PickedFile } from '../../../platform/media'
import type { Material } from '../../../shared/domain/matter'
import { photoNames } from './photo-names'

export type FileSource = 'camera' | 'album' | 'chat'

/**
 * Lets the applicant pick files for a material; empty when nothing was picked or the phone did not allow it, which is told.
 * @param have files that the material has already @param taken their names
 */
export async function pickFiles(
  source: FileSource,
  material: Material,
  have: number,
  taken: readonly string[],
): Promise<readonly PickedFile[]> {
  const count = Math.max(material.maxCount - have, 1)
  const extensions = material.fileTypes
  try {
    if (source === 'chat') return await pickChatFiles({ count, extensions })
    return await pickPhotos({ from: source, count, extensions, nameOf: photoNames(material.name, taken) })
  } catch {
    await tell('没有打开相机或文件', '请在微信的设置里允许使用相机、相册和文件，然后再试一次。')
    return []
  }
}
