import { NECESSITY_LABEL, type Material } from '../../../shared/domain/matter'
import { sizeText } from '../../../shared/domain/size-text'
import { type FilesOfMaterial, mustCome } from '../../../shared/judge/index'

/** How a material stands, in a word: it never says more than is true. */
export interface MaterialTag {
  readonly text: string
  readonly tone: 'info' | 'turn' | 'done' | 'muted'
  readonly icon: string
}

/** Extension → what people call it. Equal names are said once. */
const TYPE_NAME: Readonly<Record<string, string>> = {
  jpg: '图片',
  jpeg: '图片',
  png: '图片',
  pdf: 'PDF',
  doc: 'Word',
  docx: 'Word',
  xls: 'Excel',
  xlsx: 'Excel',
  mp4: '视频',
  dwg: 'DWG',
}

const isChinese = (name: string): boolean => !/^[A-Za-z0-9]/.test(name)

/** `图片、PDF 或 Word`; what is not known by a name keeps its extension. */
function typesText(fileTypes: readonly string[]): string {
  const names = [...new Set(fileTypes.map((type) => TYPE_NAME[type] ?? type))]
  const [last, ...others] = [...names.filter(isChinese), ...names.filter((name) => !isChinese(name))].reverse()
  if (last === undefined) return '格式以窗口为准'
  const [previous] = others
  if (previous === undefined) return last
  const or = `${isChinese(previous) ? '' : ' '}或${isChinese(last) ? '' : ' '}`
  return `${others.reverse().join('、')}${or}${last}`
}

/** `2–6 个`, `最多 3 个`, `1 个` */
function countOf(least: number, most: number): string {
  if (least === 0) return `最多 ${most} 个`
  return least === most ? `${most} 个` : `${least}–${most} 个`
}

/** 原件 stays with the citizen: only its picture is sent. */
const paperText = (documentForm: string | undefined): string | undefined =>
  documentForm === '原件' ? '原件拍照或扫描' : documentForm

/** What is wanted, in one line: paper, how many, of which kinds. */
export function requirementText(material: Material, least: number): string {
  const { documentForm, maxCount, fileTypes } = material
  return [paperText(documentForm), countOf(least, maxCount), typesText(fileTypes)].filter(Boolean).join('，')
}

/** The same to the letter, for who is about to choose a file. */
export function limitsText({ documentForm, maxCount, fileTypes, maxSizeBytes }: Material, least: number): string {
  const types = fileTypes.length > 0 ? `（${fileTypes.join('、')}）` : ''
  const size = `每个不超过 ${sizeText(maxSizeBytes)}${types}`
  return [paperText(documentForm), countOf(least, maxCount), size].filter(Boolean).join('，')
}

/** What a screen reader says of the number of files; the eye sees the tiles. */
export function countText({ have, least }: FilesOfMaterial, material: Material, isPromised: boolean): string {
  if (isPromised) return '承诺后补，不用现在上传'
  return `已送达 ${have} 个，${needText(have, least, material)}`
}

function needText(have: number, least: number, material: Material): string {
  const { maxCount, shareable } = material
  if (least === 0) return `${shareable ? '能共享核验到的' : ''}可以不传，最多 ${maxCount} 个`
  // Nobody needs what may be left out: that something was put here only makes it complete or not.
  if (!mustCome(material) && have >= least) return `最多 ${maxCount} 个`
  return least === maxCount ? `需要 ${least} 个` : `需要 ${least} 至 ${maxCount} 个`
}

const tag = (text: string, tone: MaterialTag['tone'], icon = ''): MaterialTag => ({ text, tone, icon })

/**
 * 传好了 only of what was read back; before anything was begun, whether it has to come at all.
 * @param going files that are on their way now
 * @param failed files that did not come: they stand there and are not submitted
 */
export function tagOf(
  files: FilesOfMaterial,
  material: Material,
  isPromised: boolean,
  { going, failed }: { readonly going: number; readonly failed: number },
): MaterialTag {
  const { have, begun, least, need } = files
  if (isPromised) return tag('承诺后补', 'info')
  if (have < need && begun === 0) return tag('必交', 'muted')
  if (have < least) return tag(`还差 ${least - have} 个`, 'turn')
  if (have < need) return going > 0 ? tag('正在传', 'info') : tag(`${need - have} 个没传好`, 'turn')
  if (failed > 0) return tag(`${failed} 个没有传上`, 'turn')
  if (have > 0) return tag('传好了', 'done', 'check')
  if (material.shareable) return tag('能核验就免交', 'info')
  return tag(NECESSITY_LABEL[material.necessity], 'muted')
}
