import { createReadStream, createWriteStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { crc32, createInflateRaw, inflateRaw } from 'node:zlib'
import { type FileBytes, withFileBytes } from './file-bytes'
import { type ZipEntry } from './zip-directory'

const inflate = promisify(inflateRaw)

const LOCAL_MARK = 0x04034b50
const LOCAL_BYTES = 30
const STORED = 0
const DEFLATED = 8

/** Why a file of an archive cannot be had: each reader says it in the words of its own page. */
export class ZipFault extends Error {
  constructor(readonly reason: 'encrypted' | 'method' | 'too-large' | 'damaged') {
    super(`zip entry: ${reason}`)
    this.name = 'ZipFault'
  }
}

/**
 * One file of an archive, unpacked in memory; its length and checksum must agree. Throws ZipFault.
 * @param mostBytes that it may have unpacked
 */
export async function unpackInMemory(file: FileBytes, entry: ZipEntry, mostBytes: number): Promise<Buffer> {
  requireReadable(entry, mostBytes)
  const packed = await file.read(await dataStart(file, entry), entry.packed)
  if (packed.length !== entry.packed) throw new ZipFault('damaged')
  const bytes = entry.method === STORED ? packed : await inflated(packed, entry.unpacked)
  if (bytes.length !== entry.unpacked || crc32(bytes) !== entry.crc32) throw new ZipFault('damaged')
  return bytes
}

/** @param claimed bytes that the directory says: more never get into memory */
async function inflated(packed: Buffer, claimed: number): Promise<Buffer> {
  try {
    return await inflate(packed, { maxOutputLength: Math.max(claimed, 1) })
  } catch (error) {
    throw new ZipFault((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged')
  }
}

/** One file of an archive on the disk, streamed to a local path; its length and checksum must agree. Throws ZipFault. */
export async function unpackToDisk(zipPath: string, entry: ZipEntry, target: string, mostBytes: number): Promise<void> {
  requireReadable(entry, mostBytes)
  const start = await withFileBytes(zipPath, (file) => dataStart(file, entry))
  const packed = entry.packed === 0 ? [] : createReadStream(zipPath, { start, end: start + entry.packed - 1 })
  const check = checked(entry)
  try {
    if (entry.method === STORED) await pipeline(packed, check.stream, createWriteStream(target))
    else await pipeline(packed, createInflateRaw(), check.stream, createWriteStream(target))
  } catch {
    throw new ZipFault('damaged')
  }
  if (!check.agrees()) throw new ZipFault('damaged')
}

function requireReadable({ encrypted, method, unpacked }: ZipEntry, mostBytes: number): void {
  if (encrypted) throw new ZipFault('encrypted')
  if (method !== STORED && method !== DEFLATED) throw new ZipFault('method')
  if (unpacked > mostBytes) throw new ZipFault('too-large')
}

/** The local header repeats name and extra field, in lengths of its own (APPNOTE 4.3.7). */
async function dataStart(file: FileBytes, { offset }: ZipEntry): Promise<number> {
  const header = await file.read(offset, LOCAL_BYTES)
  if (header.length < LOCAL_BYTES || header.readUInt32LE(0) !== LOCAL_MARK) throw new ZipFault('damaged')
  return offset + LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28)
}

/** Counts what comes out, and ends it when it is more than the directory says. */
function checked({ unpacked, crc32: wanted }: ZipEntry): { readonly stream: Transform; agrees(): boolean } {
  let size = 0
  let sum = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      sum = crc32(chunk, sum)
      done(size > unpacked ? new ZipFault('damaged') : null, chunk)
    },
  })
  return { stream, agrees: () => size === unpacked && sum === wanted }
}
