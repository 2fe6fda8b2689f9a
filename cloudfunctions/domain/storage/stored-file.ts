import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { temporaryUrl } from '../../kernel/cloud'
import { type CallBudget } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { passedOn } from '../../kernel/spent-buffers'
import { oneNetwork } from '../../one-network/client'
import { createDigest } from '../../one-network/signature'
import { refuse } from '../../files/refuse'

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
  budget: CallBudget,
  use: (file: FetchedFile) => Promise<T>,
): Promise<T> {
  const url = await temporaryUrl(fileId, URL_LIFE_S)
  if (!url) throw new AppError('NOT_FOUND', 'stored file not found')
  return withDownload(url, maxSizeBytes, budget, use)
}

/**
 * Streams what is at an address to /tmp, with its digests on the way, hands it to `use`, and deletes it again.
 * FILE_REFUSED when it is larger than `maxSizeBytes`, UPSTREAM_UNAVAILABLE when it cannot be read.
 */
export async function withDownload<T>(
  url: string,
  maxSizeBytes: number,
  budget: CallBudget,
  use: (file: FetchedFile) => Promise<T>,
): Promise<T> {
  return withPath(async (path) => use({ path, ...(await download(url, path, maxSizeBytes, budget)) }))
}

/** A place for one file on the function's own disk, which goes once `use` is done with it. */
export async function withPath<T>(use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'file-'))
  try {
    return await use(join(folder, 'file'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function download(
  url: string,
  path: string,
  maxSizeBytes: number,
  budget: CallBudget,
): Promise<Omit<FetchedFile, 'path'>> {
  const digest = createDigest(oneNetwork().signMethod)
  const sha1 = createHash('sha1')
  let size = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      digest.update(chunk)
      sha1.update(chunk)
      passedOn(chunk.length)
      done(size > maxSizeBytes ? refuse('文件太大，请压缩后再上传') : null, chunk)
    },
  })
  const signal = AbortSignal.timeout(Math.max(1, budget.deadline - Date.now()))
  try {
    await pipeline(await contentOf(url, signal), measure, createWriteStream(path), { signal })
  } catch (error) {
    if (error instanceof AppError) throw error
    // The error may quote the signed address: it must not travel.
    throw new AppError('UPSTREAM_UNAVAILABLE', 'stored file could not be read', { retryable: true })
  }
  return { size, digest: digest.digest('hex'), sha1: sha1.digest('hex') }
}

/** The body of a plain GET. Node's own client: `fetch` keeps some 30 MB more resident for the same file. */
function contentOf(url: string, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = url.startsWith('https:') ? https.get(url, { signal }) : http.get(url, { signal })
    request.once('error', reject)
    request.once('response', (response) => {
      if (response.statusCode === 200) return resolve(response)
      response.resume()
      reject(new Error(`storage answered ${response.statusCode}`))
    })
  })
}
