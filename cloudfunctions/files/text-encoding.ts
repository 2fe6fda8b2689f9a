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
 * Chinese Windows GBK (GB 18030 holds all of it). A broken place in UTF-8 reads as U+FFFD. Throws FILE_REFUSED for any
 * other encoding.
 */
export function decodeText(bytes: Buffer): string {
  const marked = MARKS.find(([, mark]) => bytes.subarray(0, mark.length).equals(mark))
  const text = marked
    ? (strictly(marked[0], bytes) ?? nearly(bytes))
    : bytes.includes(0)
      ? strictly(utf16Of(bytes), bytes)
      : (strictly('utf-8', bytes) ?? nearly(bytes) ?? strictly('gb18030', bytes))
  if (text === undefined || text.includes('\0')) throw refuse(bytes.includes(0) ? NO_TEXT : UNKNOWN)
  return text
}

function strictly(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** UTF-8 with a broken place or two, where ten times as many Chinese characters are whole; GBK never looks like it. */
function nearly(bytes: Buffer): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes)
  const count = (what: RegExp): number => text.match(what)?.length ?? 0
  return count(/[\u4e00-\u9fff]/g) > 10 * count(/\uFFFD/g) ? text : undefined
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
