import { pickChatFiles, pickPhotos, type PickedFile } from '../../../platform/media'
import type { Material } from '../../../shared/domain/matter'
import { photoNames } from './photo-names'

const WITHOUT_CHAT = '也可以点“拍照”或“从相册选”。'

export type FileSource = 'camera' | 'album' | 'chat'

/**
 * Lets the applicant pick files for a material; empty when nothing was picked.
 * @param have files that the material has already @param taken their names
 */
export async function pickFiles(
  source: FileSource,
  material: Material,
  have: number,
  taken: readonly string[],
): Promise<readonly PickedFile[]> {
  const count = Math.max(material.maxCount - have, 1)
  if (source === 'chat') return pickChatFiles({ count, type: 'all', otherwise: WITHOUT_CHAT })
  return pickPhotos({ from: source, count, extensions: material.fileTypes, nameOf: photoNames(material.name, taken) })
}
