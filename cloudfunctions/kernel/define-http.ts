import deployed from '../../deploy/functions.json'
import { describeError, log } from './log'
import { randomId } from './ids'

/** Kept back from the platform's timeout, so that an answer is still sent. */
const ANSWER_MARGIN_MS = 500

/** One HTTP request to a function, as its handler sees it. */
export interface HttpRequest {
  readonly requestId: string
  /** Path as the caller wrote it, e.g. /callback/v1/approval-events. */
  readonly path: string
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  /** The exact bytes. */
  readonly body: Buffer
  /** ms since the epoch: the answer must be on its way then. */
  readonly deadline: number
}

export interface HttpAnswer {
  readonly status: number
  /** Sent as JSON. */
  readonly body: object
}

export type HttpHandler = (request: HttpRequest) => Promise<HttpAnswer>

/** The platform's integrated response (集成响应). */
interface HttpResponse {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly isBase64Encoded: false
}

/**
 * Makes an HTTP-triggered function from a table: path → handler of POST. Never throws. Whether the platform cuts the
 * route's prefix (deploy/functions.json) off `path` is not documented: both are understood.
 */
export function defineHttp(
  name: 'callback',
  handlers: Readonly<Record<string, HttpHandler>>,
): (event: unknown) => Promise<HttpResponse> {
  const { timeoutMs, http } = deployed[name]
  return async (event) => {
    const startedAt = Date.now()
    const requestId = randomId().slice(0, 16)
    try {
      const { method, ...request } = toRequest(event, http.path)
      const handler = Object.hasOwn(handlers, request.path) ? handlers[request.path] : undefined
      const deadline = startedAt + timeoutMs - ANSWER_MARGIN_MS
      const { status, body } =
        handler === undefined
          ? { status: 404, body: {} }
          : method !== 'POST'
            ? { status: 405, body: {} }
            : await handler({ ...request, requestId, deadline })
      return respond(status, { ...body, requestId })
    } catch (error) {
      log({ requestId, event: 'http', code: 'INTERNAL', ms: Date.now() - startedAt, error: describeError(error) })
      return respond(500, { requestId })
    }
  }
}

const respond = (statusCode: number, body: object): HttpResponse => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
  isBase64Encoded: false,
})

function toRequest(event: unknown, prefix: string) {
  const raw = (typeof event === 'object' && event !== null ? event : {}) as Readonly<Record<string, unknown>>
  const path = typeof raw.path === 'string' ? raw.path : ''
  const headers = typeof raw.headers === 'object' && raw.headers !== null ? Object.entries(raw.headers) : []
  return {
    method: raw.httpMethod,
    path: path.startsWith(`${prefix}/`) ? path : `${prefix}${path}`,
    headers: Object.fromEntries(
      headers.flatMap(([key, value]): [string, string][] =>
        typeof value === 'string' ? [[key.toLowerCase(), value]] : [],
      ),
    ),
    body: Buffer.from(typeof raw.body === 'string' ? raw.body : '', raw.isBase64Encoded === true ? 'base64' : 'utf8'),
  }
}
