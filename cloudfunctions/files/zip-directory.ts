import { type ZipFile } from 'yauzl'
import { type FileBytes } from './file-bytes'
import { zipNames } from './zip-names'
import { entriesOf, openZip } from './zip-reader'

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

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[]
  /** The archive is the whole file and one disk, so that every reader finds this very directory. */
  readonly isPlain: boolean
}

/** An Office file has some dozens of parts, a case's archive 300 files; a directory above this is neither. */
const MOST_ENTRIES = 10_000

/** End of central directory (APPNOTE 4.3.16), and what a zip64 has before it (4.3.14, 4.3.15). */
const END_BYTES = 22
const ZIP64_END_BYTES = 56 + 20

/** Does the file end like a zip archive? Also one that was hung behind another file. */
export const endsLikeZip = async (file: FileBytes): Promise<boolean> => (await openZip(file)) !== undefined

/** The archive's directory, without unpacking anything; undefined when it is no whole archive. */
export async function readZipDirectory(file: FileBytes): Promise<ZipDirectory | undefined> {
  const zip = await openZip(file)
  const found = zip && (await entriesOf(zip, MOST_ENTRIES))
  if (!zip || !found) return undefined
  const names = zipNames(found)
  const entries = found.map((entry, index) => ({
    name: names[index] ?? '',
    packed: entry.compressedSize,
    unpacked: entry.uncompressedSize,
    encrypted: entry.isEncrypted(),
    method: entry.compressionMethod,
    crc32: entry.crc32,
    offset: entry.relativeOffsetOfLocalHeader,
  }))
  return { entries, isPlain: await isPlain(file, zip) }
}

/** Several disks, or bytes before the archive, let another reader find another directory. */
async function isPlain(file: FileBytes, { comment }: ZipFile): Promise<boolean> {
  const at = file.size - END_BYTES - comment.length
  const end = await file.read(at, END_BYTES)
  const oneDisk = end.readUInt32LE(4) === 0 && end.readUInt16LE(8) === end.readUInt16LE(10)
  const gap = at - end.readUInt32LE(12) - end.readUInt32LE(16)
  return oneDisk && (gap === 0 || gap === ZIP64_END_BYTES)
}
