import http, { type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** One request and its answer, byte for byte. */
export interface Exchange {
  readonly path: string
  readonly request: { readonly headers: IncomingHttpHeaders; readonly body: Buffer }
  readonly answer: { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }
}

export interface TapOptions {
  /** Where a request goes: scheme, host and port. */
  readonly upstream: (path: string) => string
  /** Changes an answer's body on the way; absent = nothing is changed. */
  readonly alter?: (path: string, body: Buffer) => Buffer
}

export interface Tap {
  readonly url: string
  readonly exchanges: readonly Exchange[]
  close(): Promise<void>
}

function ask(url: string, headers: IncomingHttpHeaders, method: string, body: Buffer): Promise<Exchange['answer']> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers: { ...headers, host: new URL(url).host } }, (response) => {
      const { statusCode: status = 0, headers: answered } = response
      buffer(response).then((bytes) => resolve({ status, headers: answered, body: bytes }), reject)
    })
    request.once('error', reject).end(body)
  })
}

/** Sits between a caller and a provider, passes everything on as it is, and remembers it. */
export async function startTap({ upstream, alter }: TapOptions): Promise<Tap> {
  const exchanges: Exchange[] = []
  const server = http.createServer((request, response) => {
    const path = request.url ?? '/'
    const pass = async () => {
      const { headers } = request
      const body = await buffer(request)
      const answer = await ask(upstream(path) + path, headers, request.method ?? 'POST', body)
      exchanges.push({ path, request: { headers, body }, answer })
      const bytes = alter ? alter(path, answer.body) : answer.body
      const { 'transfer-encoding': _chunked, ...kept } = answer.headers
      response.writeHead(answer.status, { ...kept, 'content-length': String(bytes.length) }).end(bytes)
    }
    pass().catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
