import { type Entry, getFileNameLowLevel } from 'yauzl'

/** Bit 11 of the flags: the name is UTF-8 (APPNOTE 4.4.4). */
const UTF8_FLAG = 0x800
/** A name in UTF-8 beside the other one, with that one's checksum (Info-ZIP, APPNOTE 4.6.9). */
const UNICODE_PATH = 0x7075

const isMarked = ({ generalPurposeBitFlag, extraFields }: Entry): boolean =>
  (generalPurposeBitFlag & UTF8_FLAG) !== 0 || extraFields.some(({ id }) => id === UNICODE_PATH)

function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * The names of an archive's entries. What says that it is UTF-8 is; many tools in China write GBK without saying so, others
 * UTF-8 without saying so. One tool wrote the whole archive, so the unmarked names are judged together: a short GBK name
 * such as 学习 is UTF-8 by chance, and its neighbours tell that it is not.
 */
export function zipNames(entries: readonly Entry[]): readonly string[] {
  const unmarked = entries.filter((entry) => !isMarked(entry)).map(({ fileNameRaw }) => fileNameRaw)
  const decoder = new TextDecoder(areUtf8(unmarked) ? 'utf-8' : 'gb18030')
  return entries.map((entry) => {
    if (!isMarked(entry)) return decoder.decode(entry.fileNameRaw)
    const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry
    return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true)
  })
}

/** Chinese in UTF-8 has three bytes a character; a pair of two bytes may as well be a character of GBK. */
function areUtf8(names: readonly Buffer[]): boolean {
  const texts = names.map(utf8)
  if (texts.includes(undefined)) return false
  const text = texts.join('')
  return /[\u0800-\uffff]/.test(text) || !/[\u0080-\u07ff]/.test(text) || !names.every(mayBeChinese)
}

/** Every pair beyond ASCII is a 汉字 of GB 2312 (rows 16 to 87). */
function mayBeChinese(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    const first = bytes.readUInt8(at)
    if (first < 0x80) continue
    at += 1
    if (first < 0xb0 || first > 0xf7 || at === bytes.length || bytes.readUInt8(at) < 0xa1) return false
  }
  return true
}
