import {
  type CaseFile,
  type EarlierRound,
  type SupplementItem,
  type SupplementRound,
} from '../../../miniprogram/shared/domain/supplement'
import { judgeForms } from '../../../miniprogram/shared/judge'
import { workingDaysLeft } from '../../calendar/working-days'
import { promiseKindOf } from '../../matters/commitments'
import { type PastFile } from '../../one-network/mappers/attachments'
import { type SupplementedRound } from '../../one-network/mappers/supplements'
import { type AttachmentRow, listAttachments } from '../../stores/attachments'
import { type AskedItemRow, type SupplementRow } from '../../stores/supplements'
import { type ActiveIdentity } from '../account/identity'
import { toAttachment } from '../attachment/view'
import { openForms } from '../declaration/form-rows'
import { isOverdue } from './access'
import { beforeOf, correctionOf, formObstacle } from './forms'
import { groundsOfRound } from './grounds'
import { type KnownContent } from './rows'

const toCaseFile = ({ attachId, fileName, size, uploadedAt, round }: PastFile): CaseFile => ({
  fileId: attachId,
  fileName,
  size,
  uploadedAt,
  ...(round === undefined ? {} : { round }),
})

/** What the provider has for this round that was not uploaded here. */
function othersOf(held: SupplementedRound | undefined, { materialId }: AskedItemRow, own: readonly AttachmentRow[]) {
  const files = held?.materials.find((material) => material.materialId === materialId)?.files ?? []
  return files.filter(({ attachId }) => !own.some((file) => file.attachId === attachId)).map(toCaseFile)
}

/** The items of a round with their answers. @param held the round as #26 has it @param now ms since the epoch */
export async function itemsOf(
  row: SupplementRow,
  active: ActiveIdentity,
  content: KnownContent,
  held: SupplementedRound | undefined,
  now: number,
): Promise<readonly SupplementItem[]> {
  const [own, forms] = await Promise.all([listAttachments(row._id), openForms(row)])
  const grounds = forms.length > 0 ? (await groundsOfRound(row, active, now)).grounds : undefined
  const verdict = grounds && judgeForms(forms, grounds)
  const before = beforeOf(row)
  return row.asked.items.map((item): SupplementItem => {
    const { materialId, name, kind, reason, fileTypes, maxSizeBytes, maxCount } = item
    const form = forms.find((one) => one.row.materialId === materialId)
    const obstacle = kind === 'form' ? formObstacle(item) : ''
    const correction =
      form && grounds && verdict
        ? correctionOf(form, before[materialId] ?? {}, grounds, verdict, reason)
        : { obstacle, changes: [], problems: 0 }
    const earlier = content?.files.find((material) => material.materialId === materialId)?.files ?? []
    const files = own.filter((file) => file.materialId === materialId)
    return {
      materialId,
      name,
      kind,
      reason,
      fileTypes,
      maxSizeBytes,
      maxCount,
      before: earlier.filter(({ fieldId, round }) => !fieldId && round !== row.asked.round).map(toCaseFile),
      files: files.map(toAttachment),
      others: othersOf(held, item, files),
      ...(kind === 'form' && (form || obstacle !== '') ? { form: correction } : {}),
    }
  })
}

/** A round as the page shows it. @param now ms since the epoch */
export function toRound(row: SupplementRow, items: readonly SupplementItem[], now: number): SupplementRound {
  const { round, kind, issuedAt, deadline, department, phone, noticeNo, note } = row.asked
  const promised = kind === 'promise' ? row.asked.items : []
  const promisedBy = [...new Set(promised.flatMap(({ materialId }) => promiseKindOf(row.matterId, materialId) ?? []))]
  const left = workingDaysLeft(deadline, now)
  return {
    supplementId: row._id,
    version: row.version,
    round,
    kind,
    ...(promisedBy.length > 0 ? { promisedBy } : {}),
    state: row.state,
    issuedAt,
    ...(deadline ? { deadline } : {}),
    ...(left ? { workingDaysLeft: left } : {}),
    overdue: isOverdue(row, now),
    ...(department ? { department } : {}),
    ...(phone ? { phone } : {}),
    ...(noticeNo ? { noticeNo } : {}),
    ...(note ? { note } : {}),
    items,
    ...(row.state === 'confirming' ? { since: row.submittingSince } : {}),
  }
}

export const toEarlier = ({ round, kind, submittedAt, materials }: SupplementedRound): EarlierRound => ({
  round,
  kind,
  ...(submittedAt === undefined ? {} : { submittedAt }),
  materials: materials.map(({ materialId, name, kind: materialKind, files }) => ({
    materialId,
    name,
    kind: materialKind,
    files: files.map(toCaseFile),
  })),
})
