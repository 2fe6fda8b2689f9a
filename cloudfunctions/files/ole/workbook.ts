import { type FileBytes, inWindows } from '../file-bytes'
import { BROKEN, PASSWORD } from '../inspect'
import { DDE, MACROS } from '../office/words'
import { refuse } from '../refuse'

/** Records of a workbook's first part ([MS-XLS] 2.3.2). */
const END = 0x000a
const LOCK = 0x002f
const SHEET = 0x0085
const SUPPORTING_BOOK = 0x01ae
const MOST_RECORDS = 200_000

/** Kinds of sheets: macros of Excel 4, and a module of Visual Basic. */
const MACRO_SHEETS: readonly (number | undefined)[] = [1, 6]
/** Parts a program's name from what it is asked for: a link to a running program ([MS-XLS] 2.5.277). */
const PROGRAM_LINK = '\u0003'

/** Throws FILE_REFUSED for a workbook that asks for a password, has macro sheets, or is linked with another program. */
export async function requireHarmlessSheets(workbook: FileBytes): Promise<void> {
  const file = inWindows(workbook)
  let at = 0
  for (let n = 0; n < MOST_RECORDS; n += 1) {
    const head = await file.read(at, 4)
    if (head.length < 4) throw refuse(BROKEN)
    const [kind, length] = [head.readUInt16LE(0), head.readUInt16LE(2)]
    if (kind === END) return
    if (kind === LOCK) throw refuse(PASSWORD)
    const data = kind === SHEET || kind === SUPPORTING_BOOK ? await file.read(at + 4, length) : Buffer.alloc(0)
    if (kind === SHEET && MACRO_SHEETS.includes(data[5])) throw refuse(MACROS)
    if (kind === SUPPORTING_BOOK && isProgramLink(data)) throw refuse(DDE)
    at += 4 + length
  }
  throw refuse(BROKEN)
}

/** A link without sheets whose path names a program and what it is asked for (2.4.271). */
function isProgramLink(data: Buffer): boolean {
  if (data.length < 5 || data.readUInt16LE(0) !== 0) return false
  const [length, isWide] = [data.readUInt16LE(2), (data.readUInt8(4) & 1) === 1]
  const path = isWide ? data.toString('utf16le', 5, 5 + length * 2) : data.toString('latin1', 5, 5 + length)
  return path.includes(PROGRAM_LINK)
}
