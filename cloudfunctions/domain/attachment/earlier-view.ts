import { type EarlierFile } from '../../../miniprogram/shared/domain/attachment'
import { type PastFile } from '../../one-network/mappers/attachments'
import { type AttachmentRow } from '../../stores/attachments'
import { type DeclarationRow } from '../../stores/declarations'
import { refusalIn, refuse } from '../../files/refuse'
import { checkFile, filesAt, type PlaceRules, rulesOf, TWIN } from './place'

/** The material of a draft for which files of earlier filings are looked through. */
export interface WantedFor {
  readonly materialId: string
  readonly rules: PlaceRules
  /** Files that the material has already. */
  readonly have: readonly AttachmentRow[]
}

export async function wantedFor(
  row: DeclarationRow,
  materialId: string,
  files: readonly AttachmentRow[],
): Promise<WantedFor> {
  const rules = await rulesOf(row, materialId, '')
  return { materialId, rules, have: filesAt(files, { materialId, fieldId: '' }) }
}

/** Throws FILE_REFUSED when a file of an earlier filing does not fit the material; type and size as the provider says. */
export function checkEarlier(file: PastFile, { rules, have }: WantedFor): void {
  if (file.fieldId) throw refuse('这是表单里的签名或附件，不能作为材料使用，请选择别的文件')
  checkFile(file.fileName, file.size, rules)
  const isTwin = (other: AttachmentRow): boolean =>
    other.attachId === file.attachId || (file.digest !== '' && other.digest === file.digest)
  if (have.some(isTwin)) throw refuse(TWIN)
}

function obstacleOf(file: PastFile, wanted: WantedFor): string | undefined {
  try {
    checkEarlier(file, wanted)
    return undefined
  } catch (error) {
    return refusalIn(error)
  }
}

export function toEarlierFile(file: PastFile, wanted: WantedFor): EarlierFile {
  const { attachId, materialId, materialName, fileName, size, caseNo, uploadedAt } = file
  const obstacle = obstacleOf(file, wanted)
  return {
    earlierId: attachId,
    materialId,
    materialName,
    fileName,
    size,
    caseNo,
    uploadedAt,
    ...(obstacle === undefined ? {} : { obstacle }),
  }
}
