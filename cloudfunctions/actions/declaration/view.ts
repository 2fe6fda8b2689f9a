import { type Declaration, type DeclarationBrief } from '../../../miniprogram/shared/domain/declaration'
import { toBeijingDate } from '../../../miniprogram/shared/domain/time'
import { type Profile } from '../../one-network/mappers/account'
import { listAttachments } from '../../stores/attachments'
import { type DeclarationRow } from '../../stores/declarations'
import { toAttachment } from '../attachment/view'
import { factsOf } from './facts'
import { openForms } from './form-rows'

/** A declaration as a list shows it. */
export function toBrief(row: DeclarationRow): DeclarationBrief {
  return {
    draftId: row._id,
    matterId: row.matterId,
    matterName: row.matterName,
    subjectType: row.subjectType,
    situationText: row.situationText,
    state: row.state,
    savedAt: row.savedAt,
    ...(row.caseNo ? { caseNo: row.caseNo } : {}),
  }
}

/** Everything that the filing pages need. */
export async function toDeclaration(row: DeclarationRow, profile: Profile, now: number): Promise<Declaration> {
  const [forms, attachments] = await Promise.all([openForms(row), listAttachments(row._id)])
  return {
    ...toBrief(row),
    version: row.version,
    optionIds: row.optionIds,
    forms: forms.map(({ row: form, schema, answers }) => ({
      materialId: form.materialId,
      schema,
      answers,
      prefilled: form.prefilled,
    })),
    facts: factsOf(row, profile),
    materials: row.materials,
    attachments: attachments.map(toAttachment),
    today: toBeijingDate(now),
  }
}
