import type { Routes } from '../../../platform/routes'
import { agentText } from '../../../shared/domain/agent'
import { ATTACHMENT_STATE_LABEL } from '../../../shared/domain/attachment'
import type { Declaration } from '../../../shared/domain/declaration'

/** The situation of a draft as its pages show it. */
export interface SituationView {
  readonly text: string
  /** Who acts for the applicant; '' = nobody does. */
  readonly agent: string
  /** Where it is changed. */
  readonly place: Routes['situation']
}

export const NO_SITUATION: SituationView = { text: '', agent: '', place: { matterId: '' } }

export function situationView({ matterId, draftId, optionIds, situationText, forms }: Declaration): SituationView {
  const place = { matterId, draftId, chosen: optionIds.join(',') }
  return { text: situationText, agent: agentText(forms), place }
}

/** A file that an earlier situation of the draft needed. */
export interface UnneededFile {
  readonly attachmentId: string
  readonly name: string
  readonly stateText: string
}

/** Files of materials that the situation does not need: kept, not submitted, there again when it is changed back. */
export function unneededFiles({
  materials,
  attachments,
}: Pick<Declaration, 'materials' | 'attachments'>): UnneededFile[] {
  return attachments
    .filter(({ materialId, fieldId }) => !fieldId && materials.every((material) => material.materialId !== materialId))
    .map(({ attachmentId, fileName, state }) => ({
      attachmentId,
      name: fileName,
      stateText: ATTACHMENT_STATE_LABEL[state],
    }))
}
