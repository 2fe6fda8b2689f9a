import { type AttachmentRow } from '../../stores/attachments'
import { type DeclarationRow } from '../../stores/declarations'

/**
 * The files of materials that the draft's situation needs. Others were uploaded for an earlier situation: they are kept,
 * shown as such, and neither count nor are submitted.
 */
export const neededFiles = (
  { materials }: Pick<DeclarationRow, 'materials'>,
  attachments: readonly AttachmentRow[],
): readonly AttachmentRow[] =>
  attachments.filter((file) => materials.some((material) => material.materialId === file.materialId))
