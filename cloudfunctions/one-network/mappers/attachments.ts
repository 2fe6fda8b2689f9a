import { type BeijingTime } from '../../../miniprogram/shared/domain/time'
import { type SignMethod } from '../../kernel/config'
import { compact, count, list, text, time } from '../read'
import { type Wire } from '../wire'

/** A file that the provider has of an earlier filing (contract #8, #9, #21). */
export interface PastFile {
  readonly attachId: string
  readonly fileName: string
  /** Bytes. */
  readonly size: number
  /** '' = not said. */
  readonly materialId: string
  readonly materialName: string
  readonly declareNo: string
  /** '' while it is part of no case. */
  readonly caseNo: string
  /** Set for a file inside a form: it cannot be used as a material's file. */
  readonly fieldId?: string
  readonly uploadedAt: BeijingTime
  /** Lower-case hex, in the algorithm of our signature method; '' when the provider gave none, or another one. */
  readonly digest: string
  /** Set for a file of a supplement: the round that it answers. */
  readonly round?: number
}

/** A file with its address for the next minutes (contract #8). */
export interface FileInfo extends PastFile {
  /** Never stored, passed on or logged (contract #8). */
  readonly downloadUrl: string
  /** The provider's scan stopped it. */
  readonly blocked: boolean
}

/** One material of a case, with its files (contract #21). */
export interface CaseMaterial {
  readonly materialId: string
  readonly files: readonly PastFile[]
}

const DIGEST_NAME: Readonly<Record<SignMethod, string>> = { 'HMAC-SM3': 'SM3', 'HMAC-SHA256': 'SHA-256' }
const BLOCKED = '2'

/** undefined without an id: then it is nothing that could be used. */
export function toPastFile(wire: Wire<'Attachment'>, signMethod: SignMethod): PastFile | undefined {
  const attachId = text(wire?.attachId)
  if (!attachId) return undefined
  const sameMethod = text(wire?.digestMethod) === DIGEST_NAME[signMethod]
  return compact({
    attachId,
    fileName: text(wire?.fileName) ?? '',
    size: count(wire?.fileSize) ?? 0,
    materialId: text(wire?.materialId) ?? '',
    materialName: text(wire?.materialName) ?? '',
    declareNo: text(wire?.declareNo) ?? '',
    caseNo: text(wire?.caseNo) ?? '',
    fieldId: text(wire?.fieldId),
    uploadedAt: time(wire?.uploadedAt) ?? '',
    round: count(wire?.round),
    digest: sameMethod ? (text(wire?.digest) ?? '').toLowerCase() : '',
  })
}

export function toFileInfo(wire: Wire<'AttachmentInfo'>, signMethod: SignMethod): FileInfo | undefined {
  const file = toPastFile(wire, signMethod)
  const downloadUrl = text(wire?.downloadUrl)
  return file && downloadUrl ? { ...file, downloadUrl, blocked: text(wire?.scanStatus) === BLOCKED } : undefined
}

/** Materials that have files; electronic forms are left out. */
export function toCaseMaterials(wire: Wire<'CaseMaterialsData'>, signMethod: SignMethod): readonly CaseMaterial[] {
  return list(wire?.materials).flatMap((material) => {
    const materialId = text(material.materialId)
    if (!materialId) return []
    const name = text(material.materialName) ?? ''
    const files = list(material.attachments).flatMap((file) => toPastFile(file, signMethod) ?? [])
    // The material of the case counts, whatever the file's own row says: a reused file came from another one.
    return files.length
      ? [{ materialId, files: files.map((file) => ({ ...file, materialId, materialName: name })) }]
      : []
  })
}
