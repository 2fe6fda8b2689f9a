import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo } from 'node:net'
import { HttpProblem, messageOf } from './errors'
import { sendJson } from './http-body'

/** As gateways do: Node's five seconds would end a connection just as a client sends its next request on it. */
const KEEP_ALIVE_MS = 65_000

export type Handle = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>

const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i
const LOOPBACK_ORIGIN = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i

/** Only this machine's own names: a foreign site whose name was rebound to 127.0.0.1 still sends its own name. */
function checkHost(request: IncomingMessage): void {
  if (!LOOPBACK_HOST.test(request.headers.host ?? '')) throw new HttpProblem(403, 'only loopback hosts are served')
}

/** Pages on this machine may call; a page from elsewhere is refused before anything happens. */
function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers
  if (origin === undefined) return
  if (!LOOPBACK_ORIGIN.test(origin)) throw new HttpProblem(403, 'only loopback origins are served')
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('vary', 'origin')
  if (request.method === 'OPTIONS') {
    response.setHeader('access-control-allow-methods', 'GET, HEAD, POST, PUT, DELETE')
    response.setHeader('access-control-allow-headers', 'content-type, x-sandbox-citizen, authorization')
    response.setHeader('access-control-max-age', '600')
  }
}

async function answer(
  handle: Handle,
  log: (line: string) => void,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    checkHost(request)
    allowOrigin(request, response)
    if (request.method === 'OPTIONS') response.writeHead(204).end()
    else await handle(request, response, new URL(request.url ?? '/', 'http://127.0.0.1'))
  } catch (error) {
    const problem = error instanceof HttpProblem ? error : new HttpProblem(500, 'the sandbox failed')
    if (problem.status === 500) log(`[cloud] ${request.method ?? ''} ${request.url ?? ''}: ${messageOf(error)}`)
    if (response.headersSent) {
      response.destroy()
      return
    }
    sendJson(response, problem.status, { errCode: -1, errMsg: problem.message })
  } finally {
    // What is left of a refused body is thrown away: a sender that cannot finish would never read the answer.
    request.resume()
  }
}

/** Listens on 127.0.0.1; port 0 takes a free one. Throws when the port is taken. */
export async function listenOnLoopback(
  port: number,
  handle: Handle,
  log: (line: string) => void,
): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => void answer(handle, log, request, response))
  server.keepAliveTimeout = KEEP_ALIVE_MS
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}
