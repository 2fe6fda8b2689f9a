import { createHash } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** What can happen to one request between the functions and the provider, and whether the provider performs it. */
export const TROUBLES = {
  lost: 'broken before it arrived',
  late: 'broken for the caller, arrives all the same a while later',
  unanswered: 'performed, broken before the answer',
  silent: 'performed, never answered',
  unreadable: 'performed, answered with a web page',
  gateway: 'performed, answered 504',
  slow: 'performed and answered, seconds later',
  unavailable: 'HTTP 503',
  tooMany: 'HTTP 429',
  busy: '5001',
  department: '5002',
  refused: 'a clear refusal, with a code that nobody knows',
  killed: 'the function is killed before the request arrives',
  killedAfter: 'the function is killed when the request was performed',
} as const

export type TroubleKind = keyof typeof TROUBLES

export interface Trouble {
  readonly kind: TroubleKind
  /** Delay of `late` and `slow`. */
  readonly ms?: number
  /** What `late`, `slow` and `refused` wait for, instead of a time. */
  readonly until?: Promise<unknown>
}

export interface PassingRequest {
  readonly path: string
  /** JSON body; {} for an upload. */
  readonly body: Readonly<Record<string, unknown>>
  /** X-Trace-Id: the request id of the invocation. */
  readonly traceId: string
}

export interface BadLine {
  readonly url: string
  /** Requests so far, and how many of them met which trouble. */
  counts(): { readonly requests: number; readonly troubles: Readonly<Partial<Record<TroubleKind, number>>> }
  /** Resolves when nothing is on its way any more. */
  quiet(): Promise<void>
  close(): Promise<void>
}

export interface BadLineOptions {
  /** The provider. */
  readonly target: string
  /** Decides about each request; undefined lets it pass. */
  readonly plan: (request: PassingRequest) => Trouble | undefined
  /** Kills the function that sent the request. */
  readonly kill: (traceId: string) => void
}

/** A number in [0, 1) that depends on nothing but its parts. */
export const fraction = (...parts: readonly (string | number)[]): number =>
  createHash('sha256').update(parts.join('|')).digest().readUInt32BE(0) / 2 ** 32

const envelope = (code: string) =>
  JSON.stringify({ code, message: '繁忙', requestId: 'bad-line', data: { retryAfterSeconds: 1 } })

interface Answer {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: Buffer
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function parse(body: Buffer, contentType = ''): Readonly<Record<string, unknown>> {
  return contentType.startsWith('application/json') ? (JSON.parse(body.toString()) as Record<string, unknown>) : {}
}

/** A loopback proxy in front of the provider that loses, delays and refuses what the plan says; bytes stay untouched. */
export async function startBadLine({ target, plan, kill }: BadLineOptions): Promise<BadLine> {
  // A connection of its own for each request: none breaks for another reason than the plan.
  const agent = new http.Agent()
  const troubles: Partial<Record<TroubleKind, number>> = {}
  const running = new Set<Promise<void>>()
  let requests = 0

  function forward(request: http.IncomingMessage, body: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const { method, headers, url } = request
      const onward = http.request(`${target}${url ?? ''}`, { method: method ?? 'POST', headers, agent }, (response) => {
        bytesOf(response).then(
          (answer) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: answer }),
          reject,
        )
      })
      onward.on('error', reject)
      onward.end(body)
    })
  }

  const reply = (response: http.ServerResponse, { status, headers, body }: Answer): void => {
    response.writeHead(status, { ...headers, 'content-length': String(body.length) }).end(body)
  }
  const refuse = (response: http.ServerResponse, status: number, body = '', type = 'application/json'): void => {
    const headers = { 'content-type': type, ...(status === 429 ? { 'retry-after': '1' } : {}) }
    reply(response, { status, headers, body: Buffer.from(body) })
  }

  async function serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const body = await bytesOf(request)
    requests += 1
    const traceId = String(request.headers['x-trace-id'] ?? '')
    const passing = { path: request.url ?? '', body: parse(body, request.headers['content-type']), traceId }
    const trouble = plan(passing)
    if (trouble === undefined) return reply(response, await forward(request, body))
    const { kind, ms = 0, until } = trouble
    troubles[kind] = (troubles[kind] ?? 0) + 1
    switch (kind) {
      case 'lost':
        return void request.socket.destroy()
      case 'late':
        request.socket.destroy()
        await (until ?? sleep(ms))
        return void (await forward(request, body))
      case 'unanswered':
        await forward(request, body)
        return void request.socket.destroy()
      case 'silent':
        return void (await forward(request, body))
      case 'unreadable':
        await forward(request, body)
        return refuse(response, 200, '<html>系统维护</html>', 'text/html')
      case 'gateway':
        await forward(request, body)
        return refuse(response, 504)
      case 'slow':
        await (until ?? sleep(ms))
        return reply(response, await forward(request, body))
      case 'unavailable':
        return refuse(response, 503)
      case 'tooMany':
        return refuse(response, 429)
      case 'busy':
        return refuse(response, 200, envelope('5001'))
      case 'department':
        return refuse(response, 200, envelope('5002'))
      case 'refused':
        await until
        return refuse(response, 200, envelope('3999'))
      case 'killed':
        kill(traceId)
        return void request.socket.destroy()
      case 'killedAfter':
        await forward(request, body)
        kill(traceId)
        return void request.socket.destroy()
    }
  }

  const server = http.createServer((request, response) => {
    // A caller that was killed, or gave up, breaks its own connection: that is part of the weather.
    const served = serve(request, response).catch(() => void request.socket.destroy())
    running.add(served)
    void served.then(() => running.delete(served))
  })
  server.keepAliveTimeout = 120_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts: () => ({ requests, troubles: { ...troubles } }),
    quiet: async () => {
      while (running.size > 0) await Promise.all(running)
    },
    close: () =>
      new Promise((resolve) => {
        agent.destroy()
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
