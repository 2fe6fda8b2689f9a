import { type AttachmentRow } from '../../stores/attachments'
import { type DeclarationRow } from '../../stores/declarations'
import { askedFor } from '../declaration/promises'

/**
 * The files that the draft's situation needs. Others were uploaded for an earlier situation, or for a material that is
 * promised for later by now: they are kept, shown as such, and neither count nor are submitted.
 */
export function neededFiles(
  { materials, promisedMaterialIds }: Pick<DeclarationRow, 'materials' | 'promisedMaterialIds'>,
  attachments: readonly AttachmentRow[],
): readonly AttachmentRow[] {
  const needed = askedFor(materials, promisedMaterialIds)
    .map(({ materialId }) => materialId)
    .filter((materialId) => !promisedMaterialIds.includes(materialId))
  return attachments.filter(({ materialId }) => needed.includes(materialId))
}
