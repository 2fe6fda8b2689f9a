import type { PickedFile } from '../../../platform/media'
import type { Material } from '../../../shared/domain/matter'
import { sizeText } from './size-text'

/** Lower-case extension without the dot; '' when there is none. */
export function extensionOf(fileName: string): string {
  return /\.([^.\s]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
}

/** jpg and jpeg are two names of one type. */
const canonical = (extension: string): string => (extension === 'jpeg' ? 'jpg' : extension)

/**
 * Why a file cannot be taken for a material, in the citizen's words; '' when it can. The server looks again, also at
 * the content. `have` counts the files that the material already holds.
 */
export function refusalOf(file: PickedFile, material: Material, have: number): string {
  const types = material.fileTypes.map(canonical)
  if (types.length > 0 && !types.includes(canonical(extensionOf(file.name)))) {
    return `文件类型不符合要求，只接收 ${material.fileTypes.join('、')}。请换一种格式。`
  }
  if (file.size <= 0) return '这个文件是空的。请重新选择。'
  if (file.size > material.maxSizeBytes) {
    return `文件有 ${sizeText(file.size)}，超过了单个 ${sizeText(material.maxSizeBytes)} 的上限。请压缩后再上传。`
  }
  if (have >= material.maxCount) return `这项材料最多 ${material.maxCount} 个文件。请先删除不要的。`
  return ''
}
