import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { temporaryUrl } from '../../kernel/cloud'
import { type Waiting } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { oneNetwork } from '../../one-network/client'
import { createDigest } from '../../one-network/signature'
import { refuse } from './place'

/** A stored file on the function's own disk. */
export interface FetchedFile {
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** Of the algorithm that the provider's signature method asks for; lower-case hex. */
  readonly digest: string
  /** What the phone computes too; lower-case hex. */
  readonly sha1: string
}

/** Enough for the function's own delivery. */
const URL_LIFE_S = 300

/**
 * Streams a stored file to /tmp, with its digest on the way, hands it to `use`, and deletes it again. Never holds the
 * file in memory. NOT_FOUND when storage has no such file; FILE_REFUSED when it is larger than `maxSizeBytes`.
 */
export async function withStoredFile<T>(
  fileId: string,
  maxSizeBytes: number,
  waiting: Waiting,
  use: (file: FetchedFile) => Promise<T>,
): Promise<T> {
  const url = await temporaryUrl(fileId, URL_LIFE_S)
  if (!url) throw new AppError('NOT_FOUND', 'stored file not found')
  return withDownload(url, maxSizeBytes, waiting, use)
}

/**
 * Streams what is at an address to /tmp, with its digests on the way, hands it to `use`, and deletes it again.
 * FILE_REFUSED when it is larger than `maxSizeBytes`, UPSTREAM_UNAVAILABLE when it cannot be read.
 */
export async function withDownload<T>(
  url: string,
  maxSizeBytes: number,
  waiting: Waiting,
  use: (file: FetchedFile) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'attachment-'))
  try {
    const path = join(folder, 'file')
    return await use({ path, ...(await download(url, path, maxSizeBytes, waiting)) })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function download(
  url: string,
  path: string,
  maxSizeBytes: number,
  waiting: Waiting,
): Promise<Omit<FetchedFile, 'path'>> {
  const digest = createDigest(oneNetwork().signMethod)
  const sha1 = createHash('sha1')
  let size = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      digest.update(chunk)
      sha1.update(chunk)
      done(size > maxSizeBytes ? refuse('文件太大，请压缩后再上传') : null, chunk)
    },
  })
  const signal = AbortSignal.timeout(Math.max(1, waiting.deadline - Date.now()))
  try {
    const response = await fetch(url, { signal })
    if (!response.ok || !response.body) throw new Error(`storage answered ${response.status}`)
    await pipeline(chunksOf(response.body), measure, createWriteStream(path))
  } catch (error) {
    if (error instanceof AppError) throw error
    // The error may quote the signed address: it must not travel.
    throw new AppError('UPSTREAM_UNAVAILABLE', 'stored file could not be read', { retryable: true })
  }
  return { size, digest: digest.digest('hex'), sha1: sha1.digest('hex') }
}

interface ByteStream {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>
    cancel(): Promise<void>
  }
}

/** The pieces of a web stream, one at a time; the download stops when the reader of the pieces stops. */
async function* chunksOf(body: ByteStream): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      if (value) yield value
    }
  } finally {
    await reader.cancel()
  }
}
