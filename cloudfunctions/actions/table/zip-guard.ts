import { inflateRawSync } from 'node:zlib'
import { refuseTable } from './refuse'

/** 500 rows of 12 columns are below 1 MB of XML; what is far larger unpacked is a bomb or no table. */
const LARGEST_UNPACKED = 16 * 1024 * 1024
const MOST_ENTRIES = 500

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50

const BROKEN = '文件已经损坏，或不是真正的 Excel 文件。请用表格软件打开，另存为 .xlsx 后再试'

interface Entry {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly at: number
}

/**
 * Looks into an XLSX file (a zip) before a library unpacks it into memory. Every entry is really unpacked once, up to
 * the limit: the sizes that a directory claims prove nothing. Throws FILE_REFUSED for what is no XLSX, is damaged, holds
 * macros, has a password, or is too large unpacked.
 * @returns its parts, unpacked one by one when they are asked for
 */
export function checkXlsx(bytes: Buffer): (name: string) => Buffer | undefined {
  const entries = readDirectory(bytes)
  const names = new Set(entries.map(({ name }) => name))
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml')) throw refuseTable(BROKEN)
  if (entries.some(({ name }) => /vbaProject\.bin$|^xl\/(macrosheets|activeX)\//i.test(name))) {
    throw refuseTable('文件里有宏，不能导入。请另存为不带宏的 .xlsx 文件后再试')
  }
  let room = LARGEST_UNPACKED
  for (const entry of entries) room -= unpacked(bytes, entry, room).length
  return (name) => {
    const entry = entries.find((one) => one.name === name)
    return entry && unpacked(bytes, entry, LARGEST_UNPACKED)
  }
}

function readDirectory(bytes: Buffer): readonly Entry[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END_OF_DIRECTORY) throw refuseTable(BROKEN)
  const count = bytes.readUInt16LE(end + 10)
  const [length, offset] = [bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)]
  // Several disks, a zip64 or bytes before the archive let a library read another directory than the one looked at here.
  const isPlain = bytes.readUInt32LE(end + 4) === 0 && bytes.readUInt16LE(end + 8) === count && offset + length === end
  if (!isPlain || count > MOST_ENTRIES) throw refuseTable(BROKEN)
  const entries: Entry[] = []
  let at = offset
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw refuseTable(BROKEN)
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** One entry's content. @param room bytes that it may have at most */
function unpacked(bytes: Buffer, entry: Entry, room: number): Buffer {
  const tooLarge = '文件展开后太大，不像一张填报的表格。请只保留要导入的行和列，另存后再试'
  if (entry.encrypted) throw refuseTable('文件有密码，不能导入。请取消密码后再试')
  if (entry.unpacked > room) throw refuseTable(tooLarge)
  if (entry.at + 30 > bytes.length || bytes.readUInt32LE(entry.at) !== LOCAL_HEADER) throw refuseTable(BROKEN)
  const start = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length !== entry.packed) throw refuseTable(BROKEN)
  if (entry.method === 0 && packed.length <= room) return packed
  if (entry.method !== 8) throw refuseTable(BROKEN)
  try {
    return packed.length === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(room, 1) })
  } catch (error) {
    throw refuseTable((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge : BROKEN)
  }
}
