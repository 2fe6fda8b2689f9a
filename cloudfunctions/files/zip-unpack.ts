import { createWriteStream } from 'node:fs'
import { type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import { Entry, type ZipFile } from 'yauzl'
import { passedOn } from '../kernel/spent-buffers'
import { type FileBytes, withFileBytes } from './file-bytes'
import { type ZipEntry } from './zip-directory'
import { openZip } from './zip-reader'

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
 * One file of an archive, unpacked piece by piece. What comes out may be neither more nor less than the directory says,
 * and has its checksum. Throws ZipFault.
 * @param mostBytes that it may have unpacked
 */
export async function* unpacked(file: FileBytes, entry: ZipEntry, mostBytes: number): AsyncGenerator<Buffer, void> {
  requireReadable(entry, mostBytes)
  const zip = await opened(file)
  let size = 0
  let sum = 0
  for await (const piece of piecesIn(zip, entry)) {
    size += piece.length
    sum = crc32(piece, sum)
    if (size > entry.unpacked) throw new ZipFault('too-large')
    passedOn(piece.length)
    yield piece
  }
  if (size !== entry.unpacked || sum !== entry.crc32) throw new ZipFault('damaged')
}

/** One file of an archive, unpacked in memory. Throws ZipFault. @param mostBytes that it may have unpacked */
export async function unpackInMemory(file: FileBytes, entry: ZipEntry, mostBytes: number): Promise<Buffer> {
  requireReadable(entry, mostBytes)
  const bytes = Buffer.alloc(entry.unpacked)
  let at = 0
  for await (const piece of unpacked(file, entry, mostBytes)) at += piece.copy(bytes, at)
  return bytes
}

/** One file of an archive on the disk, streamed to a local path. Throws ZipFault. */
export async function unpackToDisk(zipPath: string, entry: ZipEntry, target: string, mostBytes: number): Promise<void> {
  await withFileBytes(zipPath, (file) => pipeline(unpacked(file, entry, mostBytes), createWriteStream(target)))
}

/** To look for the end of an archive costs 64 KB each time: its many parts share one look. */
const archives = new WeakMap<FileBytes, ReturnType<typeof openZip>>()

async function opened(file: FileBytes): Promise<ZipFile> {
  const opening = archives.get(file) ?? openZip(file)
  archives.set(file, opening)
  const zip = await opening
  if (!zip) throw new ZipFault('damaged')
  return zip
}

function requireReadable({ encrypted, method, unpacked: size }: ZipEntry, mostBytes: number): void {
  if (encrypted) throw new ZipFault('encrypted')
  if (method !== STORED && method !== DEFLATED) throw new ZipFault('method')
  if (size > mostBytes) throw new ZipFault('too-large')
}

async function* piecesIn(zip: ZipFile, entry: ZipEntry): AsyncGenerator<Buffer, void> {
  try {
    for await (const piece of await contentOf(zip, entry)) yield piece as Buffer
  } catch {
    throw new ZipFault('damaged')
  }
}

/** The sizes are checked above: yauzl would only say in English what we have to tell apart. */
function contentOf(zip: ZipFile, { offset, packed, method }: ZipEntry): Promise<Readable> {
  const entry = Object.assign(new Entry(), { relativeOffsetOfLocalHeader: offset, compressedSize: packed })
  return new Promise((resolve, reject) => {
    zip.readLocalFileHeader(entry, { minimal: true }, (unfound, header) => {
      if (unfound) return reject(unfound)
      const { fileDataStart } = header
      zip.openReadStreamLowLevel(fileDataStart, packed, 0, packed, method === DEFLATED, null, (unread, stream) =>
        unread ? reject(unread) : resolve(stream),
      )
    })
  })
}
