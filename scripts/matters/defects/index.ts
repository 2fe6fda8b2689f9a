import { MATTERS_FOLDER, readMatters, readShared } from '../folders'
import { fileDefects } from './files'
import { formDefects } from './forms'
import { idDefects } from './ids'
import { lawDefects } from './laws'
import { numberDefects } from './numbers'
import { referenceDefects } from './references'
import { schemaDefects } from './schemas'
import { sharedDefects } from './shared'
import { wordDefects } from './words'

/**
 * Everything that is wrong with the matters' folders, each with its folder and file: an orphan, a missing file or id, a
 * reference to nothing, a form with defects, words that citizens should not read. Empty when they are sound.
 * @param root folder of the matters
 */
export function matterDefects(root = MATTERS_FOLDER): string[] {
  const broken = fileDefects(root)
  if (broken.length > 0) return broken
  // What follows stands on files of the right shape.
  const misshapen = schemaDefects(root)
  if (misshapen.length > 0) return misshapen
  const matters = readMatters(root)
  const shared = readShared(root)
  return [
    ...idDefects(matters, shared),
    ...referenceDefects(matters, shared),
    ...sharedDefects(root, matters, shared),
    ...formDefects(root, matters, shared),
    ...lawDefects(root, matters, shared),
    ...numberDefects(matters),
    ...wordDefects(matters, shared),
  ]
}
