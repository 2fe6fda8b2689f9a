/**
 * What a file is by its first bytes, whatever its name says. `zip` and `ole` are containers: which Office file they
 * hold, only a look inside tells (the cloud function does that).
 */
export type FileKind = 'jpg' | 'png' | 'pdf' | 'zip' | 'ole' | 'mp4' | 'dwg' | 'heic' | 'webp' | 'unknown'

/** So many first bytes are enough for `kindOfHead`. */
export const HEAD_BYTES = 64

/** The nine types of the contract (chapter 11), with what their first bytes must be. */
const KIND_OF_TYPE: Readonly<Record<string, FileKind>> = {
  jpg: 'jpg',
  png: 'png',
  pdf: 'pdf',
  doc: 'ole',
  xls: 'ole',
  docx: 'zip',
  xlsx: 'zip',
  mp4: 'mp4',
  dwg: 'dwg',
}

const KIND_NAME: Readonly<Record<FileKind, string>> = {
  jpg: 'JPG 图片',
  png: 'PNG 图片',
  pdf: 'PDF 文件',
  zip: '压缩包，或 docx、xlsx 文件',
  ole: 'doc 或 xls 文件',
  mp4: 'MP4 视频',
  dwg: 'DWG 图纸',
  heic: 'HEIC 图片',
  webp: 'WebP 图片',
  unknown: '',
}

/** Brands of still pictures in the container that mp4 uses too (ISO/IEC 23008-12). */
const PICTURE_BRAND = /^(heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif|avis)$/
/** Brands of video in it: ISO, MP4, AVC, M4V, Sony, 3GPP, DASH, QuickTime. */
const VIDEO_BRAND = /^(iso[m2-9]|mp4[12]|avc1|M4V[ HP]?|MSNV|3gp\d|3g2[a-c]|dash|qt {2}|f4v )$/

/** Lower-case extension without the dot, jpeg as jpg; '' when there is none. */
export function fileTypeOf(fileName: string): string {
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return extension === 'jpeg' ? 'jpg' : extension
}

/** What the first bytes say; `unknown` for anything that no material takes. */
export function kindOfHead(head: Uint8Array): FileKind {
  const has = (at: number, ...bytes: number[]): boolean => bytes.every((byte, i) => head[at + i] === byte)
  const letters = (from: number, to: number): string => String.fromCharCode(...Array.from(head.subarray(from, to)))
  if (has(0, 0xff, 0xd8, 0xff)) return 'jpg'
  if (has(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) && letters(12, 16) === 'IHDR') return 'png'
  if (/^(ï»¿)?[\s\0]*%PDF-/.test(letters(0, HEAD_BYTES))) return 'pdf'
  if (letters(0, 4) === 'RIFF' && letters(8, 12) === 'WEBP') return 'webp'
  if (has(0, 0x50, 0x4b, 0x03, 0x04)) return 'zip'
  if (has(0, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'ole'
  // AutoCAD's version mark, then zeros: AC1009 (R12) to AC1032 (2018 and later).
  if (/^AC10\d\d$/.test(letters(0, 6)) && has(6, 0)) return 'dwg'
  if (letters(4, 8) === 'ftyp') return kindOfBrand(letters(8, 12))
  return 'unknown'
}

function kindOfBrand(brand: string): FileKind {
  if (PICTURE_BRAND.test(brand)) return 'heic'
  return VIDEO_BRAND.test(brand) ? 'mp4' : 'unknown'
}

/**
 * Why a file cannot be what its name says, in the citizen's words; '' when its first bytes fit. A type that the table
 * does not know never fits.
 */
export function headRefusal(fileName: string, head: Uint8Array): string {
  const kind = kindOfHead(head)
  const type = fileTypeOf(fileName)
  if (Object.prototype.hasOwnProperty.call(KIND_OF_TYPE, type) && KIND_OF_TYPE[type] === kind) return ''
  if (kind === 'heic') return HEIC_HINT
  if (kind === 'webp') return WEBP_HINT
  if (kind === 'ole' && KIND_OF_TYPE[type] === 'zip') return OLE_HINT
  const seems = KIND_NAME[kind]
  return seems === ''
    ? '文件内容与扩展名不一致，或文件已损坏，请重新导出后再上传'
    : `文件内容是${seems}，与扩展名不一致，请用原来的软件另存后再上传`
}

/** Pictures that no material takes, and that a phone can make a JPEG of. */
export const isConvertible = (kind: FileKind): boolean => kind === 'heic' || kind === 'webp'

/** What an iPhone's camera makes when it is set to 高效; no material takes it. */
const HEIC_HINT =
  '这是 HEIC 照片，窗口打不开。请从相册选择（微信会转成 JPG），或在手机“设置—相机—格式”里选“兼容性最佳”后重新拍'

/** What some phones and pages save a picture as, whatever they call it. */
const WEBP_HINT = '这是 WebP 图片，窗口打不开。请打开这张图片后截屏，或用看图软件另存为 JPG 或 PNG，再上传'

/** A docx or xlsx that asks for a password lies in the container of the older files. */
const OLE_HINT =
  '这个文件设了打开密码，或者是旧版的 doc、xls 改了扩展名。请用办公软件打开，去掉密码，另存为 docx 或 xlsx 后再上传'
