import { headOf } from '../../../platform/files'
import { type PickedFile, toJpeg } from '../../../platform/media'
import { fileTypeOf, HEAD_BYTES, headRefusal, isConvertible, kindOfHead } from '../../../shared/domain/file-kind'
import type { Material } from '../../../shared/domain/matter'
import { sizeText } from '../../../shared/domain/size-text'

/** A picked file as it is to be uploaded, with why it cannot be; '' when it can. */
export interface CheckedFile {
  readonly file: PickedFile
  readonly refusal: string
}

/**
 * Everything about a picked file that the phone can tell; the server looks again, and deeper. `have` counts the files
 * that the material holds at that moment.
 */
export async function examine(picked: PickedFile, material: Material, have: () => number): Promise<CheckedFile> {
  const { file, refusal, isFinal } = await checkContent(picked)
  return { file, refusal: isFinal ? refusal : refusalOf(file, material, have()) || refusal }
}

/** A picture that the phone cannot convert: its reason says more than that the type does not fit. */
interface Content extends CheckedFile {
  readonly isFinal: boolean
}

/**
 * Looks at the first bytes of a picked file. A HEIC or WebP picture becomes a JPEG where the phone can do that, whatever it
 * is called; a picture whose name, which is ours, says another picture type gets the right one.
 */
async function checkContent(picked: PickedFile): Promise<Content> {
  const head = await headOf(picked.path, HEAD_BYTES)
  const kind = kindOfHead(head)
  if (isConvertible(kind)) return converted(picked, sentence(headRefusal(picked.name, head)))
  const isPicture = kind === 'jpg' || kind === 'png'
  const file = isPicture && picked.namedByUs ? { ...picked, name: withType(picked.name, kind) } : picked
  // What cannot be read here is the server's to judge.
  return { file, refusal: head.length === 0 ? '' : sentence(headRefusal(file.name, head)), isFinal: false }
}

async function converted(picked: PickedFile, otherwise: string): Promise<Content> {
  const made = await toJpeg(picked.path)
  const isJpeg = made !== null && kindOfHead(await headOf(made.path, HEAD_BYTES)) === 'jpg'
  if (!made || !isJpeg) return { file: picked, refusal: otherwise, isFinal: true }
  return { file: { ...picked, ...made, name: withType(picked.name, 'jpg') }, refusal: '', isFinal: false }
}

const sentence = (text: string): string => (text === '' ? '' : `${text}。`)

const withType = (name: string, type: string): string =>
  fileTypeOf(name) === type ? name : `${name.replace(/\.[A-Za-z0-9]{1,8}$/, '')}.${type}`

/** Why name, size or number of files forbid it, in the citizen's words; '' when they do not. */
function refusalOf(file: PickedFile, material: Material, have: number): string {
  const types = material.fileTypes.map((type) => fileTypeOf(`.${type}`))
  if (types.length > 0 && !types.includes(fileTypeOf(file.name))) {
    return `文件类型不符合要求，只接收 ${material.fileTypes.join('、')}。请换一种格式。`
  }
  if (file.size <= 0) return '这个文件是空的。请重新选择。'
  if (file.size > material.maxSizeBytes) {
    return `文件有 ${sizeText(file.size)}，超过了单个 ${sizeText(material.maxSizeBytes)} 的上限。请压缩后再上传。`
  }
  if (have >= material.maxCount) return `这项材料最多 ${material.maxCount} 个文件。请先删除不要的。`
  return ''
}
