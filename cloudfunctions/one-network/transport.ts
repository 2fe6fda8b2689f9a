import { isAxiosError, type AxiosInstance, type AxiosResponse } from 'axios'
import { classifyBusiness, classifyGateway, classifyNetwork, classifyUnreadable } from './classify'
import { UpstreamFailure } from './failure'
import { text } from './read'

export interface Attempt {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** Bytes, or a stream whose length the headers name. */
  readonly body: unknown
  readonly timeoutMs: number
}

/** Sends once and unwraps the envelope. Resolves with `data`; rejects with UpstreamFailure only. */
export async function send(http: AxiosInstance, attempt: Attempt): Promise<unknown> {
  const signal = AbortSignal.timeout(Math.max(1, attempt.timeoutMs))
  let response: AxiosResponse<Buffer>
  try {
    response = await http.post<Buffer>(attempt.path, attempt.body, { headers: attempt.headers, signal })
  } catch (error) {
    // The axios error holds the request with its tokens: only its code leaves this place.
    throw classifyNetwork(signal.aborted ? 'TIMEOUT' : networkCode(error))
  }
  if (response.status !== 200) throw classifyGateway(response.status, retryAfter(response.headers['retry-after']))
  return unwrap(response)
}

function networkCode(error: unknown): string {
  if (!isAxiosError(error)) return ''
  const cause = error.cause as { code?: unknown } | undefined
  return text(cause?.code) ?? error.code ?? ''
}

/** Retry-After in seconds → ms. A date is not used by the contract. */
function retryAfter(header: unknown): number | undefined {
  return typeof header === 'string' && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined
}

interface EnvelopeWire {
  readonly code?: unknown
  readonly message?: unknown
  readonly requestId?: unknown
  readonly data?: unknown
}

function unwrap(response: AxiosResponse<Buffer>): unknown {
  const contentType = String(response.headers['content-type'] ?? '')
  if (!/^application\/json\b/i.test(contentType)) {
    throw classifyUnreadable(`content type ${contentType.slice(0, 60) || 'missing'}`)
  }
  let envelope: EnvelopeWire
  try {
    envelope = JSON.parse(response.data.toString('utf8')) as EnvelopeWire
  } catch {
    throw classifyUnreadable(response.data.length === 0 ? 'empty body' : 'broken JSON')
  }
  const code = typeof envelope === 'object' && envelope !== null ? text(envelope.code) : undefined
  if (code === undefined) throw classifyUnreadable('no envelope')
  if (code === '0') return envelope.data
  const requestId = text(envelope.requestId)
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
