import { type FileHandle, open } from 'node:fs/promises'

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
