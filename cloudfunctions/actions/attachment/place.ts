import { type Material } from '../../../miniprogram/shared/domain/matter'
import { fieldById } from '../../../miniprogram/shared/form'
import { AppError, notFound } from '../../kernel/errors'
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
  if (fieldId === '') return ofMaterial(material)
  const form = row.forms.find((candidate) => candidate.materialId === materialId)
  const field = form ? fieldById(await pinnedSchema(form.schemaId), fieldId) : undefined
  if (field?.type !== 'signature') throw notFound('signature field')
  return SIGNATURE
}

function ofMaterial(material: Material): PlaceRules {
  if (material.kind !== 'attachment') throw notFound('attachment material')
  const { fileTypes, maxSizeBytes, maxCount } = material
  return { fileTypes, maxSizeBytes, maxCount }
}

export const refuse = (userMessage: string): AppError =>
  new AppError('FILE_REFUSED', 'file does not fit its place', { userMessage })

/** `扫描件.PDF` → `pdf`; '' when there is none. jpeg counts as jpg. */
export function extensionOf(fileName: string): string {
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return extension === 'jpeg' ? 'jpg' : extension
}

const megabytes = (bytes: number): string => `${Number((bytes / 1024 / 1024).toFixed(1))} MB`

/** Checks that need no bytes. Throws FILE_REFUSED with what to do. */
export function checkFile(fileName: string, size: number, rules: PlaceRules): void {
  if (!rules.fileTypes.includes(extensionOf(fileName))) {
    throw refuse(`不能使用这种文件，请上传 ${rules.fileTypes.join('、')} 格式的文件`)
  }
  if (size === 0) throw refuse('这是一个空文件，请重新选择')
  if (size > rules.maxSizeBytes) throw refuse(`文件太大，最大 ${megabytes(rules.maxSizeBytes)}，请压缩后再上传`)
}

/** How many files of a place count: refused ones do not. */
export const countAt = (files: readonly AttachmentRow[], materialId: string, fieldId: string): number =>
  files.filter((file) => file.materialId === materialId && file.fieldId === fieldId && file.state !== 'refused').length
