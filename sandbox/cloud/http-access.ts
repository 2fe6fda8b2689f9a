import { type IncomingMessage, type ServerResponse } from 'node:http'
import * as v from 'valibot'
import { CloudError, HttpProblem } from './errors'
import { readBody, sendJson } from './http-body'
import { HTTP_ACCESS, newRequestId, SERVER_LIMITS, type FunctionHost } from './functions'
import { LIMITS } from './limits'
import { type Handle } from './loopback-server'

/** A function's answer that sets the HTTP response itself (集成响应). */
const Integrated = v.object({
  statusCode: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599)),
  headers: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.array(v.string())])), {}),
  body: v.optional(v.unknown()),
  isBase64Encoded: v.optional(v.boolean(), false),
})

const TEXT = /^(text\/|application\/([\w.+-]+\+)?(json|xml|javascript)\b|application\/x-www-form-urlencoded)/

const STATUS: Partial<Record<CloudError['code'], number>> = {
  FUNCTIONS_REQUEST_FAIL: 404,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: 504,
  EXCEED_CONCURRENT_REQUEST_LIMIT: 429,
}

interface HttpAccessOptions {
  /** Path → function, from deploy/functions.json. */
  readonly routes: () => ReadonlyMap<string, string>
  readonly host: FunctionHost
  readonly env: string
  /** Unverified on the real platform: whether the event's path keeps the route's prefix. False: it is cut off. */
  readonly keepRoutePrefix: boolean
}

function route(routes: ReadonlyMap<string, string>, pathname: string): [path: string, name: string] | undefined {
  return [...routes]
    .filter(([path]) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`))
    .sort(([a], [b]) => b.length - a.length)[0]
}

async function readEventBody(request: IncomingMessage): Promise<{ body: string; isBase64Encoded: boolean }> {
  const type = request.headers['content-type'] ?? ''
  const text = type === '' || TEXT.test(type)
  const body = await readBody(request, text ? LIMITS.httpTextBodyBytes : LIMITS.httpBinaryBodyBytes)
  const isBase64Encoded = !text && body.length > 0
  return { body: body.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded }
}

function respond(response: ServerResponse, result: unknown): void {
  const integrated = v.safeParse(Integrated, result)
  if (!integrated.success) {
    if (typeof result === 'object' && result !== null) sendJson(response, 200, result)
    else
      response
        .writeHead(200, { 'content-type': 'text/plain; charset=utf-8' })
        .end(typeof result === 'string' ? result : JSON.stringify(result))
    return
  }
  const { statusCode, headers, body, isBase64Encoded } = integrated.output
  const text = typeof body === 'string' ? body : body === undefined || body === null ? '' : JSON.stringify(body)
  response.writeHead(statusCode, headers).end(Buffer.from(text, isBase64Encoded ? 'base64' : 'utf8'))
}

/** HTTP access service (HTTP 访问服务): routes of deploy/functions.json reach their functions as HTTP events. */
export function httpAccess({ routes, host, env, keepRoutePrefix }: HttpAccessOptions): Handle {
  return async (request, response, url) => {
    const found = route(routes(), url.pathname)
    if (!found) throw new HttpProblem(404, 'nothing is served at this path')
    const [prefix, name] = found
    const requestId = newRequestId()
    const rest = url.pathname.slice(prefix.endsWith('/') ? prefix.length - 1 : prefix.length)
    const event = {
      path: keepRoutePrefix ? url.pathname : rest || '/',
      httpMethod: request.method,
      headers: request.headers,
      queryStringParameters: Object.fromEntries(url.searchParams),
      requestContext: { requestId, envId: env },
      ...(await readEventBody(request)),
    }
    try {
      const result = await host.invoke(requestId, {
        name,
        event: JSON.stringify(event),
        caller: HTTP_ACCESS,
        ...SERVER_LIMITS,
      })
      respond(response, JSON.parse(result) as unknown)
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      sendJson(response, STATUS[error.code] ?? 500, { code: error.code, message: error.message, requestId })
    }
  }
}
