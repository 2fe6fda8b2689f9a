import { type Readable } from 'node:stream'
import { isAxiosError, type AxiosInstance, type AxiosResponse, type AxiosRequestConfig } from 'axios'
import { classifyBusiness, classifyGateway, classifyNetwork, classifyUnreadable } from './classify'
import { UpstreamFailure } from './failure'
import { type DownloadTarget, type ReceivedFile, unpackFile } from './file-transport'
import { text } from './read'

export interface Attempt {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** Bytes, or a stream whose length the headers name. */
  readonly body: unknown
  readonly timeoutMs: number
  /** The time is less than the contract gives the function: running out of it says nothing of the provider. */
  readonly hurried: boolean
  /** Told the provider's own id of the exchange, when it says one. */
  readonly answered?: (requestId: string | undefined) => void
}

/** The whole exchange, the answer's body included, takes no longer than the attempt allows. */
const limitOf = ({ timeoutMs }: Attempt): AbortSignal => AbortSignal.timeout(Math.max(1, timeoutMs))

/** Sends once and unwraps the envelope. Resolves with `data`; rejects with UpstreamFailure only. */
export async function send(http: AxiosInstance, attempt: Attempt): Promise<unknown> {
  const response = await post<Buffer>(http, attempt, { signal: limitOf(attempt) })
  return unwrap(response.headers['content-type'], response.data, attempt.answered)
}

/**
 * Sends once and streams the file of the answer to the disk (#2, #32). Rejects with UpstreamFailure, also when the
 * answer is an envelope; with the plain error when the disk does not take the file.
 */
export async function receive(http: AxiosInstance, attempt: Attempt, target: DownloadTarget): Promise<ReceivedFile> {
  const signal = limitOf(attempt)
  const headers = {
    // axios would prefer JSON, which is the failure here.
    accept: 'application/octet-stream, application/zip, application/json;q=0.5',
    // Compressed on the way, neither length nor digest would be those of the bytes that arrive.
    'accept-encoding': 'identity',
  }
  const config = { signal, headers, responseType: 'stream', maxContentLength: -1, decompress: false } as const
  const response = await post<Readable>(http, attempt, config)
  const body = response.data
  try {
    const type: unknown = response.headers['content-type']
    if (isJson(type)) {
      unwrap(type, await readAll(body), attempt.answered)
      throw classifyUnreadable('an envelope instead of the file')
    }
    return await unpackFile({ header: (name): unknown => response.headers[name], body, signal }, target)
  } catch (error) {
    if (error instanceof UpstreamFailure || isDiskError(error)) throw error
    throw brokenOff(attempt, signal, error)
  } finally {
    body.destroy()
  }
}

async function post<T>(
  http: AxiosInstance,
  attempt: Attempt,
  config: AxiosRequestConfig & { readonly signal: AbortSignal },
): Promise<AxiosResponse<T>> {
  let response: AxiosResponse<T>
  try {
    const headers = { ...attempt.headers, ...config.headers } as Record<string, string>
    response = await http.post<T>(attempt.path, attempt.body, { ...config, headers })
  } catch (error) {
    // The axios error holds the request with its tokens: only its code leaves this place.
    throw brokenOff(attempt, config.signal, error)
  }
  if (response.status === 200) return response
  if (config.responseType === 'stream') (response.data as Readable).destroy()
  throw classifyGateway(response.status, retryAfter(response.headers['retry-after']))
}

function brokenOff(attempt: Attempt, signal: AbortSignal, error: unknown): UpstreamFailure {
  if (!signal.aborted) return classifyNetwork(codeOf(error))
  return classifyNetwork(attempt.hurried ? 'HURRIED' : 'TIMEOUT')
}

function codeOf(error: unknown): string {
  if (isAxiosError(error)) {
    const cause = error.cause as { code?: unknown } | undefined
    return text(cause?.code) ?? error.code ?? ''
  }
  return text((error as { code?: unknown } | null)?.code) ?? ''
}

/** Our own disk, not the provider: full, read-only, or gone. */
const isDiskError = (error: unknown): boolean =>
  ['ENOSPC', 'EROFS', 'EACCES', 'ENOENT', 'EMFILE'].includes(codeOf(error))

/** Retry-After → ms: seconds, as the contract has it, or a date, as a gateway before the provider may send it. */
function retryAfter(header: unknown): number | undefined {
  if (typeof header !== 'string') return undefined
  if (/^\d{1,6}$/.test(header)) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now())
}

const isJson = (contentType: unknown): boolean => /^application\/json\b/i.test(text(contentType) ?? '')

/** An envelope is small; whatever is larger is none. */
const MOST_ENVELOPE_BYTES = 1024 * 1024

async function readAll(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_ENVELOPE_BYTES) throw classifyUnreadable('envelope too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

interface EnvelopeWire {
  readonly code?: unknown
  readonly message?: unknown
  readonly requestId?: unknown
  readonly data?: unknown
}

function unwrap(contentType: unknown, bytes: Buffer, answered: Attempt['answered']): unknown {
  if (!isJson(contentType)) {
    throw classifyUnreadable(`content type ${text(contentType)?.slice(0, 60) ?? 'missing'}`)
  }
  let envelope: EnvelopeWire
  try {
    envelope = JSON.parse(bytes.toString('utf8')) as EnvelopeWire
  } catch {
    throw classifyUnreadable(bytes.length === 0 ? 'empty body' : 'broken JSON')
  }
  const code = typeof envelope === 'object' && envelope !== null ? text(envelope.code) : undefined
  if (code === undefined) throw classifyUnreadable('no envelope')
  const requestId = text(envelope.requestId)
  answered?.(requestId)
  if (code === '0') return envelope.data
  throw classifyBusiness({
    code,
    message: text(envelope.message) ?? '',
    ...(requestId ? { requestId } : {}),
    data: typeof envelope.data === 'object' ? envelope.data : null,
  })
}

/** Turns what a try rejected with into a failure; anything else is a defect and passes. */
export function asFailure(error: unknown): UpstreamFailure {
  if (error instanceof UpstreamFailure) return error
  throw error
}
