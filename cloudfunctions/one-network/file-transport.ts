import { createReadStream, createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import FormData from 'form-data'
import { type SignMethod } from '../kernel/config'
import { passedOn } from '../kernel/spent-buffers'
import { classifyNetwork, classifyUnreadable } from './classify'
import { count, text } from './read'
import { createDigest } from './signature'

/**
 * How files travel (contract chapter 2): up as multipart/form-data, down as the bytes themselves with their name, length
 * and digest in headers. The one file to change when the provider moves them in another way.
 */

/** A file on the local disk, with the digest of its bytes (createDigest of signature.ts). */
export interface LocalFile {
  readonly path: string
  readonly fileName: string
  readonly contentType: string
  /** Bytes. */
  readonly size: number
  readonly digest: string
}

/** A body that is ready to be signed and sent, once. */
export interface PackedBody {
  readonly headers: Readonly<Record<string, string>>
  /** Bytes, or a stream whose length the headers name. */
  readonly body: unknown
  readonly bodyDigest: string
}

/** Text parts first, `file` last, with a known length; the file is streamed. Call it anew for each attempt. */
export function packFile(parts: Readonly<Record<string, unknown>>, file: LocalFile): PackedBody {
  const fields = { ...parts, fileName: file.fileName, fileSize: file.size, digest: file.digest }
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value))
  const { fileName: filename, contentType, size: knownLength } = file
  form.append('file', Readable.from(chunksOf(file.path), { objectMode: false }), { filename, contentType, knownLength })
  const headers = { ...form.getHeaders(), 'content-length': String(form.getLengthSync()) }
  return { headers, body: form, bodyDigest: file.digest }
}

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    passedOn(chunk.length)
    yield chunk
  }
}

/** Where a download goes, and how large it may be. */
export interface DownloadTarget {
  readonly path: string
  readonly maxBytes: number
  readonly signMethod: SignMethod
}

/** A file that arrived whole: length and digest are those that the provider named. */
export interface ReceivedFile {
  readonly path: string
  readonly fileName: string
  /** Bytes. */
  readonly size: number
}

/** A successful answer of a download function, its body not read yet. */
export interface FileResponse {
  readonly header: (name: string) => unknown
  readonly body: Readable
  readonly signal: AbortSignal
}

/** Streams a download to the disk. UpstreamFailure when it is not the file that was announced. */
export async function unpackFile(response: FileResponse, target: DownloadTarget): Promise<ReceivedFile> {
  const { header, body, signal } = response
  const announced = count(header('content-length'))
  const digestWanted = text(header('x-content-digest'))?.toLowerCase()
  if (announced === undefined || digestWanted === undefined) throw classifyUnreadable('file without length or digest')
  if (announced > target.maxBytes) throw classifyUnreadable(`file of ${announced} bytes`)
  const digest = createDigest(target.signMethod)
  let size = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      passedOn(chunk.length)
      digest.update(chunk)
      done(size > announced ? classifyUnreadable('file longer than announced') : null, chunk)
    },
  })
  await pipeline(body, measure, createWriteStream(target.path), { signal })
  // Cut off or changed on the way: the same question again may well bring the file.
  if (size !== announced || digest.digest('hex') !== digestWanted) throw classifyNetwork('FILE_DAMAGED')
  return { path: target.path, fileName: fileNameOf(header('content-disposition')), size }
}

/** `attachment; filename*=UTF-8''…` → the name; '' when there is none that can be read. */
function fileNameOf(disposition: unknown): string {
  const encoded = /filename\*=UTF-8''([^;\s]+)/i.exec(text(disposition) ?? '')?.[1] ?? ''
  try {
    // A name, never a path: it comes from outside.
    return decodeURIComponent(encoded).replace(/[\\/]/g, '_')
  } catch {
    return ''
  }
}
