import { refuse } from './refuse'

const UNKNOWN = '看不懂这个文件的文字编码。请用表格软件打开，另存为 .xlsx 后再试'
const NO_TEXT = '这不是文本格式的 CSV 文件。请用表格软件打开，另存为 .xlsx 或 CSV 后再试'

/** A file that begins with one of these says its encoding itself. */
const MARKS: readonly (readonly [encoding: string, mark: Buffer])[] = [
  ['utf-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
]

/**
 * The text of a file in one of the encodings that spreadsheet programs write here: UTF-8, UTF-16 of both orders, and on a
 * Chinese Windows GBK (GB 18030 holds all of it). Throws FILE_REFUSED for any other.
 */
export function decodeText(bytes: Buffer): string {
  const marked = MARKS.find(([, mark]) => bytes.subarray(0, mark.length).equals(mark))
  const encodings = marked ? [marked[0]] : bytes.includes(0) ? [utf16Of(bytes)] : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!text.includes('\0')) return text
    } catch {
      // Another encoding, then.
    }
  }
  throw refuse(bytes.includes(0) ? NO_TEXT : UNKNOWN)
}

/**
 * Text without a mark that holds zero bytes can only be UTF-16. In it each comma and line end has a zero beside it: behind
 * in the little order, before in the big one.
 */
function utf16Of(bytes: Buffer): string {
  let little = 0
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    if (isSeparator(bytes[at]) && bytes[at + 1] === 0) little += 1
    if (isSeparator(bytes[at + 1]) && bytes[at] === 0) little -= 1
  }
  return little >= 0 ? 'utf-16le' : 'utf-16be'
}

const isSeparator = (byte: number | undefined): boolean =>
  byte !== undefined && '\t\n\r,;'.includes(String.fromCharCode(byte))
