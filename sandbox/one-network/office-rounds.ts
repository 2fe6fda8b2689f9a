import { filesOfRound } from './case-life-cycle/supplement-wire'
import { beijingDateTime } from './clock'
import { type ReadableForm, toReadableForm } from './forms/readable'
import type { Platform } from './platform'
import type { CaseRecord } from './state/records'

/** A round of a supplement as the desk shows it. */
export interface OfficeRound {
  readonly round: number
  readonly title: string
  readonly issuedAt: string
  /** '' = no date was given. */
  readonly deadline: string
  /** '' = not answered yet. */
  readonly submittedAt: string
  readonly remark: string
  readonly materials: readonly {
    readonly name: string
    readonly reason: string
    readonly files: readonly { readonly attachId: string; readonly fileName: string; readonly fileSize: number }[]
    readonly form: ReadableForm | null
  }[]
}

const timeOrEmpty = (at: number | null) => (at === null ? '' : beijingDateTime(at))

export function toOfficeRounds({ store, catalogue }: Platform, record: CaseRecord): readonly OfficeRound[] {
  const held = store.attachments.ownedBy(record.declareNo)
  return record.supplements.map((round) => ({
    round: round.round,
    title: `第 ${round.round} 轮${round.supplementType === '1' ? '补正' : '承诺补证'}`,
    issuedAt: beijingDateTime(round.issuedAt),
    deadline: timeOrEmpty(round.deadline),
    submittedAt: timeOrEmpty(round.submittedAt),
    remark: round.remark ?? '',
    materials: round.materials.map(({ materialId, reason }) => {
      const material = catalogue.materialById.get(materialId)?.material
      const form = catalogue.formById.get(material?.formId ?? '')
      const answered = round.forms?.[materialId]
      return {
        name: material?.name ?? materialId,
        reason,
        files: filesOfRound(held, round.round, materialId).map(({ attachId, fileName, fileSize }) => ({
          attachId,
          fileName,
          fileSize,
        })),
        form: form === undefined || answered === undefined ? null : toReadableForm(form, answered.formData),
      }
    }),
  }))
}
