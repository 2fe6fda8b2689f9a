import type { Material } from '../catalogue/item'
import { type Call, userOf } from '../functions/define'
import { ProviderError } from '../protocol/errors'
import { DIGEST_NAME } from '../protocol/signature'
import type { AttachmentRecord } from '../state/records'
import { toAttachmentWire } from './attachment-wire'
import { extensionOf, refuseMalicious, refuseWrongType } from './file-checks'

/** Contract chapter 11: attachments of one declaration together, those of its supplements too. */
const MAX_TOTAL_BYTES = 200 * 1_048_576
const MAX_TOTAL_FILES = 300
/**
 * There is no function that deletes a file during filing: one given up is just not listed in #4. So a position takes
 * more files than may be submitted, or a citizen with maxCount 1 could never replace a wrong photo.
 */
export const SPARE_FILES = 10

export interface UploadPosition {
  readonly declareNo: string
  /** '' before the submit. */
  readonly caseNo: string
  readonly material: Material
  /** '' for #14 and #23. */
  readonly fieldId: string
  /** Of a supplement (#23). */
  readonly round?: number
  readonly fileTypes: readonly string[]
  readonly maxCount: number
  /** How many more the position takes. */
  readonly spare: number
}

/** Checks a file (4001, 4002, 4004, 4005) and stores it; the same digest at the same position gives the first attachId. */
export function storeUpload(call: Call, position: UploadPosition, fileName: string): object {
  const { platform, file } = call
  if (file === null) throw new Error('an upload function was called without a file')
  const { declareNo, caseNo, material, fieldId, round } = position
  const { store, numbers, now } = platform
  const uploaded = store.attachments.ownedBy(declareNo).filter((it) => it.contentId === it.attachId)
  const here = uploaded.filter(
    (it) => it.materialId === material.materialId && it.fieldId === fieldId && it.round === round,
  )
  const digestMethod = DIGEST_NAME[call.signMethod]
  const same = here.find((it) => it.digest === file.digest && it.digestMethod === digestMethod)
  if (same !== undefined) return { ...toAttachmentWire(same), duplicate: '1' }

  refuseWrongType(fileName, file.bytes, position.fileTypes)
  if (file.bytes.length > material.maxSizeBytes)
    throw new ProviderError('4002', { maxSizeBytes: material.maxSizeBytes })
  const totalBytes = uploaded.reduce((sum, it) => sum + it.fileSize, 0)
  if (totalBytes + file.bytes.length > MAX_TOTAL_BYTES)
    throw new ProviderError('4002', { maxSizeBytes: MAX_TOTAL_BYTES })
  if (here.length >= position.maxCount + position.spare)
    throw new ProviderError('4004', { maxCount: position.maxCount })
  if (uploaded.length >= MAX_TOTAL_FILES) throw new ProviderError('4004', { maxCount: MAX_TOTAL_FILES })
  refuseMalicious(file.bytes)

  const attachId = numbers.attachId(now())
  const record: AttachmentRecord = {
    attachId,
    userId: userOf(call).userId,
    declareNo,
    materialId: material.materialId,
    materialName: material.name,
    fieldId,
    caseNo,
    fileName,
    fileSize: file.bytes.length,
    fileType: extensionOf(fileName),
    digest: file.digest,
    digestMethod,
    uploadedAt: now(),
    contentId: attachId,
    ...(round === undefined ? {} : { round }),
  }
  // Bytes first: a record always has its file, even when the process dies between the two.
  platform.files.write(attachId, file.bytes)
  store.attachments.put(record)
  return { ...toAttachmentWire(record), duplicate: '0' }
}
