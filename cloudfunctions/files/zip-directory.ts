import { type FileBytes } from './file-bytes'

export interface ZipEntry {
  readonly name: string
  /** Bytes in the archive, and unpacked as the directory says. */
  readonly packed: number
  readonly unpacked: number
  readonly encrypted: boolean
  /** How it is packed: 0 stored, 8 deflated (APPNOTE 4.4.5). */
  readonly method: number
  readonly crc32: number
  /** Where its local header is. */
  readonly offset: number
}

/** End of central directory: 22 bytes and a comment of at most 65,535 (APPNOTE 4.3.16). */
const END_BYTES = 22
const LONGEST_COMMENT = 65_535
const END_MARK = 0x06054b50
const ENTRY_MARK = 0x02014b50
const ENTRY_BYTES = 46
/** An Office file has some dozens of parts; a directory above this is no document. */
const LARGEST_DIRECTORY = 4 * 1024 * 1024

/** Does the file end like a zip archive? Also one that was hung behind another file. */
export async function endsLikeZip(file: FileBytes): Promise<boolean> {
  return (await findEnd(file)) !== undefined
}

async function findEnd(file: FileBytes): Promise<{ readonly tail: Buffer; readonly at: number } | undefined> {
  const tail = await file.read(Math.max(0, file.size - END_BYTES - LONGEST_COMMENT), END_BYTES + LONGEST_COMMENT)
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    const ends = tail.readUInt32LE(at) === END_MARK && at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length
    if (ends) return { tail, at }
  }
  return undefined
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[]
  /** The archive is the whole file and one disk, so that every reader finds this very directory. */
  readonly isPlain: boolean
}

/** The archive's directory, without unpacking anything; undefined when it is no whole archive, or a zip64. */
export async function readZipDirectory(file: FileBytes): Promise<ZipDirectory | undefined> {
  const end = await findEnd(file)
  if (!end) return undefined
  const count = end.tail.readUInt16LE(end.at + 10)
  const length = end.tail.readUInt32LE(end.at + 12)
  const offset = end.tail.readUInt32LE(end.at + 16)
  if (length > LARGEST_DIRECTORY || offset + length > file.size) return undefined
  const entries = entriesOf(await file.read(offset, length), count)
  const oneDisk = end.tail.readUInt32LE(end.at + 4) === 0 && end.tail.readUInt16LE(end.at + 8) === count
  const atEnd = offset + length === file.size - end.tail.length + end.at
  return entries && { entries, isPlain: oneDisk && atEnd }
}

function entriesOf(directory: Buffer, count: number): readonly ZipEntry[] | undefined {
  const entries: ZipEntry[] = []
  let at = 0
  for (let n = 0; n < count; n += 1) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY_MARK) return undefined
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: nameOf(directory.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength)),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      crc32: directory.readUInt32LE(at + 16),
      offset: directory.readUInt32LE(at + 42),
    })
    at += ENTRY_BYTES + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/** Many tools in China write names in GBK, and some without saying so: what is no UTF-8 is read as GB 18030. */
function nameOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
