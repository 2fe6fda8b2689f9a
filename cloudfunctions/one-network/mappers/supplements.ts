import { LARGEST_FILE } from '../limits'
import { type MaterialKind } from '../../../miniprogram/shared/domain/matter'
import { type SupplementKind } from '../../../miniprogram/shared/domain/supplement'
import { type BeijingTime } from '../../../miniprogram/shared/domain/time'
import { type SignMethod } from '../../kernel/config'
import { lookUp, MATERIAL_KIND, SUPPLEMENT_KIND } from '../code-tables'
import { compact, count, flag, list, record, text, time } from '../read'
import { type Wire } from '../wire'
import { fileTypesOf } from './materials'
import { type PastFile, toPastFile } from './attachments'

/** 一件申报 300 件 (contract chapter 11): the only limit of number where the material names none. */
const MOST_FILES = 300

/** A material or form that a round asks for. */
interface AskedItem {
  readonly materialId: string
  readonly name: string
  readonly kind: MaterialKind
  readonly reason: string
  readonly formId?: string
  readonly formVersion?: string
  readonly fileTypes: readonly string[]
  readonly maxSizeBytes: number
  readonly maxCount: number
}

/** A round that waits for the applicant (contract #22). */
export interface RequiredRound {
  readonly round: number
  readonly kind: SupplementKind
  readonly issuedAt: BeijingTime
  readonly deadline?: BeijingTime
  readonly department?: string
  readonly phone?: string
  readonly noticeNo?: string
  readonly note?: string
  readonly items: readonly AskedItem[]
}

const kindOf = (code: unknown): SupplementKind => lookUp(SUPPLEMENT_KIND, text(code)) ?? 'unknown'
const materialKindOf = (code: unknown): MaterialKind => lookUp(MATERIAL_KIND, text(code)) ?? 'unknown'

function toAskedItem(wire: NonNullable<Wire<'SupplementRequiredMaterial'>>): AskedItem | undefined {
  const materialId = text(wire.materialId)
  if (!materialId) return undefined
  return compact({
    materialId,
    name: text(wire.materialName) ?? '',
    kind: materialKindOf(wire.kind),
    reason: text(wire.reason) ?? '',
    formId: text(wire.formId),
    formVersion: text(wire.formVersion),
    fileTypes: fileTypesOf(wire.fileTypes),
    maxSizeBytes: Math.min(count(wire.maxSizeBytes) ?? LARGEST_FILE, LARGEST_FILE),
    maxCount: count(wire.maxCount) ?? MOST_FILES,
  })
}

/** undefined without a number: it could not be answered. */
export function toRequiredRound(wire: Wire<'SupplementRound'>): RequiredRound | undefined {
  const round = count(wire?.round)
  if (!round) return undefined
  return compact({
    round,
    kind: kindOf(wire?.supplementType),
    issuedAt: time(wire?.issuedAt) ?? '',
    deadline: time(wire?.deadline),
    department: text(wire?.department),
    phone: text(wire?.phone),
    noticeNo: text(wire?.noticeNo),
    note: text(wire?.officerNote),
    items: list(wire?.materials).flatMap((material) => toAskedItem(material) ?? []),
  })
}

/** A round with what was uploaded for it, submitted or not (contract #26). */
export interface SupplementedRound {
  readonly round: number
  readonly kind: SupplementKind
  readonly submitted: boolean
  readonly submittedAt?: BeijingTime
  readonly materials: readonly {
    readonly materialId: string
    readonly name: string
    readonly kind: MaterialKind
    readonly files: readonly PastFile[]
  }[]
}

export function toSupplementedRound(
  wire: Wire<'SupplementedRound'>,
  signMethod: SignMethod,
): SupplementedRound | undefined {
  const round = count(wire?.round)
  if (!round) return undefined
  return compact({
    round,
    kind: kindOf(wire?.supplementType),
    submitted: flag(wire?.submittedFlag),
    submittedAt: time(wire?.submittedAt),
    materials: list(wire?.materials).map((material) => ({
      materialId: text(material.materialId) ?? '',
      name: text(material.materialName) ?? '',
      kind: materialKindOf(material.kind),
      files: list(material.attachments).flatMap((file) => toPastFile(file, signMethod) ?? []),
    })),
  })
}

/** A round that the provider took (contract #25). */
export interface TakenSupplement {
  readonly submittedAt?: BeijingTime
}

export function toTakenSupplement(wire: Wire<'SupplementSubmitData'>): TakenSupplement | undefined {
  return count(wire?.round) ? compact({ submittedAt: time(wire?.submittedAt) }) : undefined
}

/** A form as it stands in a case (contract #21). Personal data in the clear: sealed at rest, never logged. */
export interface CaseForm {
  readonly materialId: string
  readonly formVersion: string
  readonly formData: Readonly<Record<string, unknown>>
}

export function toCaseForms(wire: Wire<'CaseMaterialsData'>): readonly CaseForm[] {
  return list(wire?.materials).flatMap((material) => {
    const materialId = text(material.materialId)
    const formData = record(material.formData)
    return materialId && formData ? [{ materialId, formVersion: text(material.formVersion) ?? '', formData }] : []
  })
}
