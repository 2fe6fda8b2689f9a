import { type Material } from '../../../miniprogram/shared/domain/matter'
import { type BeijingDate, type BeijingTime } from '../../../miniprogram/shared/domain/time'
import { compact, day, flag, list, text, time } from '../read'
import { type Wire } from '../wire'
import { toMaterials } from './materials'

/** A declaration that was opened at the provider (contract #16). */
export interface OpenedDeclaration {
  readonly declareNo: string
  readonly situationText: string
  readonly materials: readonly Material[]
}

export function toOpenedDeclaration(wire: Wire<'ChooseSituationData'>): OpenedDeclaration | undefined {
  const declareNo = text(wire?.declareNo)
  if (!declareNo) return undefined
  return { declareNo, situationText: text(wire?.situationText) ?? '', materials: toMaterials(list(wire?.materials)) }
}

/** A formal submit that the provider took (contract #4, saveType 2). */
export interface TakenSubmission {
  readonly caseNo: string
  readonly receivedAt?: BeijingTime
  readonly promisedFinishDate?: BeijingDate
}

export function toTakenSubmission(wire: Wire<'DeclareSaveData'>): TakenSubmission | undefined {
  const caseNo = text(wire?.caseNo)
  if (!caseNo) return undefined
  return compact({ caseNo, receivedAt: time(wire?.acceptTime), promisedFinishDate: day(wire?.promisedFinishDate) })
}

/** What the provider holds of a form (contract #5). */
export interface FormStatus {
  readonly saved: boolean
  /** false when it is not saved, or the provider says that required fields are empty. */
  readonly complete: boolean
}

export const toFormStatus = (wire: Wire<'FormStatusData'>): FormStatus => ({
  saved: flag(wire?.uploadedFlag),
  // An optional member: where it is not said, the formal submit (#4) judges.
  complete: flag(wire?.uploadedFlag) && text(wire?.completeFlag) !== '0',
})

/** A file that the provider holds (contract #7, #14, #15). */
export interface HeldFile {
  readonly attachId: string
  readonly fileName: string
  /** The case that it is part of; absent while it is only uploaded. */
  readonly caseNo?: string
}

export function toHeldFile(wire: Wire<'Attachment'>): HeldFile | undefined {
  const attachId = text(wire?.attachId)
  if (!attachId) return undefined
  return compact({ attachId, fileName: text(wire?.fileName) ?? '', caseNo: text(wire?.caseNo) })
}
