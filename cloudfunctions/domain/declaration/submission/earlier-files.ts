import { AppError } from '../../../kernel/errors'
import { type PastFile } from '../../../one-network/mappers/attachments'
import { listFilesOfCase, readFileInfo } from '../../../one-network/resources/past-files'
import { type AttachmentRow } from '../../../stores/attachments'
import { type SubmittedFile } from '../../../stores/declarations'
import { sessionOf } from '../../account/session'
import { type Submitting } from './submitting'

/**
 * Files of earlier cases that are used again. The provider lists them neither under the new declaration (#15) nor under
 * their old id in the case: it copies the reference under a new id (contract README 7.3).
 */
export const usedAgain = ({ earlier, digest, size }: AttachmentRow): SubmittedFile['earlier'] =>
  earlier ? { digest, size } : null

/** Those that the provider does not have any more, or not for this user (#8). */
export async function lostEarlier(
  { identity, budget }: Submitting,
  files: readonly SubmittedFile[],
): Promise<readonly SubmittedFile[]> {
  const isThere = async ({ attachId }: SubmittedFile): Promise<boolean> => {
    try {
      await readFileInfo(sessionOf(identity.bindingId, budget), attachId)
      return true
    } catch (error) {
      if (error instanceof AppError && error.code === 'NOT_FOUND') return false
      throw error
    }
  }
  const there = await Promise.all(files.map(isThere))
  return files.filter((_file, index) => there[index] !== true)
}

/** Those of the submitted files that the case has (#21), by digest, or by name and size when there is none. */
export async function arrivedEarlier(
  { identity, budget }: Submitting,
  caseNo: string,
  files: readonly SubmittedFile[],
): Promise<ReadonlySet<SubmittedFile>> {
  if (files.length === 0) return new Set()
  const materials = await listFilesOfCase(sessionOf(identity.bindingId, budget), caseNo)
  const arrived = new Set<SubmittedFile>()
  const taken = new Set<PastFile>()
  for (const file of files) {
    const ofMaterial = materials.find(({ materialId }) => materialId === file.materialId)?.files ?? []
    const copy = ofMaterial.find((candidate) => !taken.has(candidate) && isCopy(candidate, file))
    if (!copy) continue
    taken.add(copy)
    arrived.add(file)
  }
  return arrived
}

function isCopy(candidate: PastFile, { attachId, fileName, earlier }: SubmittedFile): boolean {
  if (candidate.attachId === attachId) return true
  if (earlier?.digest && candidate.digest) return candidate.digest === earlier.digest
  return candidate.fileName === fileName && candidate.size === earlier?.size
}
