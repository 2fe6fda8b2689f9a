import { fileTypeOf, HEAD_BYTES, headRefusal } from '../../miniprogram/shared/domain/file-kind'
import { type FileBytes, withFileBytes } from './file-bytes'
import { readOleNames } from './ole-directory'
import { refuse } from './refuse'
import { endsLikeZip, readZipDirectory, type ZipEntry } from './zip-directory'

type Inspect = (file: FileBytes) => Promise<void>

interface TypeRules {
  readonly mime: string
  readonly inspect: Inspect
}

const BROKEN = '文件已损坏或不完整，请用原来的软件打开后另存，再上传'
const HIDDEN = '文件里夹带了其他内容，不能使用，请重新导出后再上传'
const PASSWORD = '文件设了密码，窗口打不开，请去掉密码后再上传'

/** Unpacked to packed size of a part: text packs about 20:1, a table of equal rows 100:1. A bomb has 1000:1. */
const HIGHEST_RATIO = 300
/** Below this a high ratio does no harm. */
const HARMLESS_BYTES = 10 * 1024 * 1024
/** What all parts may be unpacked. */
const LARGEST_UNPACKED = 500 * 1024 * 1024
const MOST_PARTS = 10_000

/** Markup that a browser would run, at the start or end of a file that is called a picture or a document. */
const MARKUP = /<(script|html|svg|iframe|\?php|!doctype)[\s>]/i
const MARKUP_WINDOW = 4096

/** No archive behind it, and no markup in its first and last bytes. */
const plain: Inspect = async (file) => {
  const head = await file.read(0, MARKUP_WINDOW)
  const tail = await file.read(Math.max(0, file.size - MARKUP_WINDOW), MARKUP_WINDOW)
  const markup = [head, tail].some((part) => MARKUP.test(part.toString('latin1')))
  if (markup || (await endsLikeZip(file))) throw refuse(HIDDEN)
}

const pdf: Inspect = async (file) => {
  await plain(file)
  // Readers look for it in the last kilobyte (ISO 32000-1 annex H, note 18); a page that a browser saved half has none.
  const tail = await file.read(Math.max(0, file.size - 2048), 2048)
  if (!tail.includes('%%EOF')) throw refuse(BROKEN)
}

const office =
  (mainPart: string): Inspect =>
  async (file) => {
    const directory = await readZipDirectory(file)
    if (!directory || directory.entries.length > MOST_PARTS) throw refuse(BROKEN)
    const { entries } = directory
    if (entries.some((entry) => entry.encrypted)) throw refuse(PASSWORD)
    const names = new Set(entries.map((entry) => entry.name))
    if (!names.has('[Content_Types].xml') || !names.has(mainPart)) {
      throw refuse('文件内容与扩展名不一致（可能只是改了名的压缩包），请用办公软件另存后再上传')
    }
    if (entries.some(isSuspicious)) throw refuse(HIDDEN)
    if (isBomb(entries, file.size)) throw refuse('文件解开后大得不正常，不能使用，请用办公软件另存后再上传')
  }

const isSuspicious = ({ name }: ZipEntry): boolean =>
  /(^|[\\/])\.\.([\\/]|$)|^[\\/]|\.(exe|dll|scr|js|vbs|bat|cmd|ps1|lnk|jar|html?|svg)$|vbaProject\.bin$/i.test(name)

function isBomb(entries: readonly ZipEntry[], size: number): boolean {
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0)
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  const swells = entries.some(
    (entry) => entry.unpacked > HARMLESS_BYTES && entry.unpacked > entry.packed * HIGHEST_RATIO,
  )
  // Parts that together are larger than the file overlap each other: the other way to make a bomb.
  return swells || unpacked > LARGEST_UNPACKED || packed > size
}

const compound =
  (...streams: readonly string[]): Inspect =>
  async (file) => {
    const names = await readOleNames(file)
    if (!names) throw refuse(BROKEN)
    if (names.includes('EncryptedPackage')) throw refuse(PASSWORD)
    if (!streams.some((stream) => names.includes(stream))) {
      throw refuse('文件内容与扩展名不一致，请用办公软件另存后再上传')
    }
  }

const video: Inspect = async (file) => {
  // A header alone is no film: after the first box another must follow.
  const first = (await file.read(0, 4)).readUInt32BE(0)
  const second = await file.read(first, 8)
  if (first < 8 || second.length < 8 || !/^[a-z0-9 ]{4}$/i.test(second.toString('latin1', 4, 8))) throw refuse(BROKEN)
}

/** The nine types of the contract (chapter 11); docs/attachments.md says how each is told and shown. */
const TYPES: Readonly<Record<string, TypeRules>> = {
  jpg: { mime: 'image/jpeg', inspect: plain },
  png: { mime: 'image/png', inspect: plain },
  pdf: { mime: 'application/pdf', inspect: pdf },
  doc: { mime: 'application/msword', inspect: compound('WordDocument') },
  xls: { mime: 'application/vnd.ms-excel', inspect: compound('Workbook', 'Book') },
  docx: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    inspect: office('word/document.xml'),
  },
  xlsx: {
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    inspect: office('xl/workbook.xml'),
  },
  mp4: { mime: 'video/mp4', inspect: video },
  dwg: { mime: 'image/vnd.dwg', inspect: plain },
}

/**
 * Looks at the bytes of a file: its first ones, its end, or its directory; never at the whole. Resolves with its content
 * type. Throws FILE_REFUSED with the reason when they are not what the name says, or hide something.
 */
export async function inspectContent(path: string, fileName: string): Promise<string> {
  return withFileBytes(path, async (file) => {
    const refusal = headRefusal(fileName, await file.read(0, HEAD_BYTES))
    const type = fileTypeOf(fileName)
    const rules = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined
    if (refusal !== '' || !rules) throw refuse(refusal)
    await rules.inspect(file)
    return rules.mime
  })
}
