import { type FileHandle, open } from 'node:fs/promises'
import { passedOn } from '../kernel/spent-buffers'

/** A file that is read in small pieces, never as a whole. */
export interface FileBytes {
  readonly size: number
  /** Bytes from `at`; fewer at the end of the file, none beyond it. */
  read(at: number, length: number): Promise<Buffer>
}

/** Opens a local file, hands it to `use`, and closes it. */
export async function withFileBytes<T>(path: string, use: (file: FileBytes) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    return await use({ size, read: (at, length) => readAt(handle, at, length, size) })
  } finally {
    await handle.close()
  }
}

async function readAt(handle: FileHandle, at: number, length: number, size: number): Promise<Buffer> {
  const wanted = Math.max(0, Math.min(length, size - at))
  const buffer = Buffer.alloc(wanted)
  const { bytesRead } = await handle.read(buffer, 0, wanted, at)
  return buffer.subarray(0, bytesRead)
}

/** The same of bytes that are in memory already. */
export const bytesOf = (bytes: Buffer): FileBytes => ({
  size: bytes.length,
  read: (at, length) => Promise.resolve(bytes.subarray(Math.max(0, at), Math.max(0, at + length))),
})

/** Bytes that a walk through a file has in memory at a time. */
export const PIECE = 64 * 1024

/** The bytes from `start` to `end`, piece by piece; fewer when the file ends before. */
export async function* piecesOf(file: FileBytes, start = 0, end = file.size): AsyncGenerator<Buffer, void, undefined> {
  for (let at = start; at < end;) {
    const piece = await file.read(at, Math.min(PIECE, end - at))
    if (piece.length === 0) return
    passedOn(piece.length)
    yield piece
    at += piece.length
  }
}

const WINDOW = 16 * 1024

/** The same file for a walk in many small steps: neighbouring bytes are read together. */
export function inWindows(file: FileBytes): FileBytes {
  let window: Buffer = Buffer.alloc(0)
  let start = 0
  return {
    size: file.size,
    async read(at, length) {
      if (length > WINDOW) return file.read(at, length)
      if (at < start || at + length > start + window.length) {
        window = await file.read(at, WINDOW)
        start = at
      }
      return window.subarray(at - start, at - start + length)
    },
  }
}
