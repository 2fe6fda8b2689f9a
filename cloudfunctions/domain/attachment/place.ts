import { fileTypeOf } from '../../../miniprogram/shared/domain/file-kind'
import { type Material } from '../../../miniprogram/shared/domain/matter'
import { fieldById, holdsFiles } from '../../../miniprogram/shared/form'
import { refuse } from '../../files/refuse'
import { formById } from '../../matters/forms'
import { notFound } from '../../kernel/errors'
import { type AttachmentRow } from '../../stores/attachments'
import { type DeclarationRow } from '../../stores/declarations'
import { pinnedSchema } from '../../stores/form-schemas'

/** What may be put at a place of a declaration. */
export interface PlaceRules {
  /** Lower-case extensions. */
  readonly fileTypes: readonly string[]
  /** Bytes. */
  readonly maxSizeBytes: number
  readonly maxCount: number
}

/** A signature is a picture that the page drew. */
const SIGNATURE: PlaceRules = { fileTypes: ['png', 'jpg'], maxSizeBytes: 2 * 1024 * 1024, maxCount: 5 }

/** The rules of a material, or of a signature field of a form; NOT_FOUND when the declaration has no such place. */
export async function rulesOf(row: DeclarationRow, materialId: string, fieldId: string): Promise<PlaceRules> {
  const material = row.materials.find((candidate) => candidate.materialId === materialId)
  if (!material) throw notFound('material')
  if (fieldId === '' && row.promisedMaterialIds.includes(materialId)) {
    throw refuse('这项材料已经承诺后补。要现在上传，请先点“改为现在上传”')
  }
  if (fieldId === '') return ofMaterial(material)
  const form = row.forms.find((candidate) => candidate.materialId === materialId)
  const field = form ? fieldById(await pinnedSchema(form.schemaId, formById), fieldId) : undefined
  if (!field || !holdsFiles(field)) throw notFound('signature field')
  return SIGNATURE
}

function ofMaterial(material: Material): PlaceRules {
  if (material.kind !== 'attachment') throw notFound('attachment material')
  const { fileTypes, maxSizeBytes, maxCount } = material
  return { fileTypes, maxSizeBytes, maxCount }
}

const megabytes = (bytes: number): string => `${Number((bytes / 1024 / 1024).toFixed(1))} MB`

/** Checks that need no bytes. Throws FILE_REFUSED with what to do. */
export function checkFile(fileName: string, size: number, rules: PlaceRules): void {
  if (!rules.fileTypes.map((type) => fileTypeOf(`.${type}`)).includes(fileTypeOf(fileName))) {
    throw refuse(`不能使用这种文件，请上传 ${rules.fileTypes.join('、')} 格式的文件`)
  }
  if (size === 0) throw refuse('这是一个空文件，请重新选择')
  if (size > rules.maxSizeBytes) throw refuse(`文件太大，最大 ${megabytes(rules.maxSizeBytes)}，请压缩后再上传`)
}

type Place = Pick<AttachmentRow, 'materialId' | 'fieldId'>

/** The files of a place that count: refused ones do not. */
export const filesAt = (files: readonly AttachmentRow[], { materialId, fieldId }: Place): readonly AttachmentRow[] =>
  files.filter((file) => file.materialId === materialId && file.fieldId === fieldId && file.state !== 'refused')

/** One declaration together (contract chapter 11). */
const MOST_FILES = 300
const MOST_BYTES = 200 * 1024 * 1024

/**
 * Is there room for one more file? `files` are all others of the declaration; refused ones count among the 300, because
 * they are rows and stored bytes too. Throws FILE_REFUSED with what to do.
 */
export function checkRoom(files: readonly AttachmentRow[], place: Place, size: number, rules: PlaceRules): void {
  if (files.length >= MOST_FILES) throw refuse(`一份申报最多 ${MOST_FILES} 个文件，请先删除不需要的`)
  if (filesAt(files, place).length >= rules.maxCount) {
    throw refuse(`最多上传 ${rules.maxCount} 个文件，请先删除不需要的`)
  }
  const bytes = files.filter((file) => file.state !== 'refused').reduce((sum, file) => sum + file.size, 0)
  if (bytes + size > MOST_BYTES) {
    throw refuse(`一份申报的文件合计不能超过 ${megabytes(MOST_BYTES)}，请压缩后再上传，或先删除不需要的`)
  }
}

/** What is said of bytes that the material has already. */
export const TWIN = '这个文件已经上传过了，不需要重复上传'
