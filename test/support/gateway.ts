import { rmSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ActionName, Input, Output } from '../../miniprogram/shared/contract/actions'
import type { Reply, ReplyError } from '../../miniprogram/shared/contract/reply'

/** Answers of the functions, by action: data, or an error. */
export type Handlers = { [A in ActionName]?: (input: Input<A>) => Output<A> | Refusal | Promise<Output<A> | Refusal> }

export class Refusal {
  constructor(readonly error: ReplyError) {}
}

/** A refusal of an action. */
export const refuse = (error: ReplyError): Refusal => new Refusal(error)

export interface Gateway {
  readonly url: string
  /** Actions asked for, oldest first. */
  readonly calls: { action: ActionName; input: unknown; citizen: string; functionName: string }[]
  /** Files received at /upload. */
  uploads: number
  handlers: Handlers
  /** Raw answer to the next calls instead of a reply: for malformed answers. */
  raw: ((response: http.ServerResponse) => void) | null
  close(): Promise<void>
}

/** A loopback gateway for tests of one page: the same wire as the sandbox's, with answers that the test gives. */
export async function startGateway(handlers: Handlers = {}): Promise<Gateway> {
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => void serve(Buffer.concat(chunks).toString(), request, response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const gateway: Gateway = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    uploads: 0,
    handlers,
    raw: null,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }

  async function serve(body: string, request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    if (request.url === '/upload') {
      gateway.uploads += 1
      respond(response, { fileID: 'cloud://test/uploaded' })
      return
    }
    const { data } = JSON.parse(body) as { data: { action: ActionName; input: never; requestId: string } }
    const citizen = String(request.headers['x-sandbox-citizen'])
    const functionName = request.url?.replace('/invoke/', '') ?? ''
    gateway.calls.push({ action: data.action, input: data.input, citizen, functionName })
    if (gateway.raw !== null) {
      gateway.raw(response)
      return
    }
    respond(response, { result: await reply(data) })
  }

  async function reply(data: { action: ActionName; input: never; requestId: string }): Promise<Reply<unknown>> {
    const handler = gateway.handlers[data.action]
    const { requestId } = data
    if (handler === undefined) return { ok: false, requestId, error: { code: 'INTERNAL', retryable: false } }
    const answered: unknown = await handler(data.input)
    return answered instanceof Refusal
      ? { ok: false, requestId, error: answered.error }
      : { ok: true, requestId, data: answered }
  }

  return gateway
}

function respond(response: http.ServerResponse, body: object): void {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(body))
}

/** One gateway for a test file, closed after its last test, when the folder of its picked files goes too. */
export function gatewayForFile(folder: string, take: (gateway: Gateway) => void): void {
  let opened: Gateway | undefined
  beforeAll(async () => {
    opened = await startGateway()
    take(opened)
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
    return opened?.close()
  })
}
