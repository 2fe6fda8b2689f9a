import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo } from 'node:net'
import { OneNetworkClient } from '../../../cloudfunctions/one-network/client'
import { Pace } from '../../../cloudfunctions/kernel/pace'
import { UpstreamFailure } from '../../../cloudfunctions/one-network/failure'
import { sign } from '../../../cloudfunctions/one-network/signature'
import { alarmsDuring } from '../support/alarm-lines'
import vectors from '../../../docs/one-network/test-vectors.json'

interface Seen {
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

type Answer = (response: ServerResponse) => void

let server: Server
let client: OneNetworkClient
let seen: Seen[]
let answers: Answer[]
let connections: number

const json =
  (body: object, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
const ok = json({ code: '0', message: '成功', requestId: 'r', data: { total: 0, rows: [] } })
const fail = (code: string, data: object | null = null) => json({ code, message: '失败', requestId: 'r', data })
const html =
  (status: number): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'text/html' }).end('<html>')
const drop: Answer = (response) => void response.destroy()

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      seen.push({ headers: request.headers, body: Buffer.concat(parts).toString() })
      ;(answers.shift() ?? ok)(response)
    })
  })
  server.on('connection', () => (connections += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})
beforeEach(() => {
  seen = []
  answers = []
  connections = 0
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { appKey, appSecret } = vectors.app
  const settings = { url, appKey, appSecret, signMethod: 'HMAC-SM3' as const, sm2PublicKey: vectors.sm2.publicKey }
  client = new OneNetworkClient(settings, [10, 20, 40])
})

const budget = (ms = 5000) => ({ requestId: 'test-request', deadline: Date.now() + ms })
const read = (ms?: number) => client.call('listItems', { pageNo: 1, pageSize: 50 }, budget(ms))
const login = () => client.call('login', { loginType: 'refresh', refreshToken: 'rt.fictional.refresh.1' }, budget())
const open = () =>
  client.call('chooseSituation', { requestNo: 'req-00000001', itemId: 'SX1', optionIds: [] }, budget(), {
    userToken: 'ut.x',
  })
const submit = () =>
  client.call('saveDeclaration', { saveType: '1', requestNo: 'req-00000002', declareNo: 'SB1', forms: [] }, budget(), {
    userToken: 'ut.x',
    queryOpenOutcome: true,
  })
const failureOf = async (call: Promise<unknown>): Promise<UpstreamFailure> => {
  const error: unknown = await call.then(
    () => new Error('succeeded'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof UpstreamFailure)) throw error
  return error
}

test('signs the exact bytes that are sent, with the token', async () => {
  await open()
  const [{ headers, body }] = seen as [Seen]
  const header = (name: string) => String(headers[name])
  expect(body).toBe('{"requestNo":"req-00000001","itemId":"SX1","optionIds":[]}')
  const parts = {
    path: '/api/v1/declarations/choose-situation',
    timestamp: header('x-timestamp'),
    nonce: header('x-nonce'),
    bodyDigest: header('x-body-digest'),
    userToken: header('x-user-token'),
  }
  expect(parts.userToken).toBe('ut.x')
  expect(header('x-signature')).toBe(sign('HMAC-SM3', vectors.app.appSecret, parts))
})

test('each repetition has a fresh nonce and signature', async () => {
  answers = [html(503), fail('5002'), drop, ok]
  await read()
  expect(seen).toHaveLength(4)
  expect(new Set(seen.map((it) => it.headers['x-nonce'])).size).toBe(4)
  expect(new Set(seen.map((it) => it.headers['x-signature'])).size).toBe(4)
})

test('gives up after three repetitions', async () => {
  answers = Array.from({ length: 9 }, () => html(502))
  expect((await failureOf(read())).code).toBe('UPSTREAM_UNAVAILABLE')
  expect(seen).toHaveLength(4)
})

test('waits as long as the provider asks, but not beyond the deadline', async () => {
  answers = [json({}, 429, { 'retry-after': '1' }), ok]
  const from = Date.now()
  await read()
  expect(Date.now() - from).toBeGreaterThanOrEqual(1000)
  answers = [json({}, 429, { 'retry-after': '30' })]
  const failure = await failureOf(read())
  expect(failure).toMatchObject({ code: 'RATE_LIMITED', detail: { retryAfterMs: 30_000 } })
})

test('a gateway’s Retry-After may be a date', async () => {
  const at = new Date(Date.now() + 30_000).toUTCString()
  answers = [json({}, 503, { 'retry-after': at })]
  const { detail } = await failureOf(read())
  expect(detail.retryAfterMs).toBeGreaterThan(25_000)
  expect(detail.retryAfterMs).toBeLessThanOrEqual(30_000)
})

test('a function that does not answer is left alone for a while; the others are asked', async () => {
  answers = Array.from({ length: 8 }, () => drop)
  await failureOf(read())
  await failureOf(read())
  expect(seen).toHaveLength(8)
  expect((await failureOf(read())).detail.upstream?.code).toBe('NOT_ASKED')
  expect(seen).toHaveLength(8)
  await open()
  expect(seen).toHaveLength(9)
})

test('an attempt whose outcome is open stays open when the next cannot be made, until an answer settles it', async () => {
  answers = [drop, html(503), html(503), html(503)]
  expect((await failureOf(open())).facts.notPerformed).toBe(false)
  answers = [drop, fail('3001')]
  expect((await failureOf(open())).facts.notPerformed).toBe(true)
})

test.each([
  ['read', read, 2],
  ['write with a requestNo', open, 1],
  ['login', login, 1],
] as const)('HTTP 500 on a %s is tried %d time(s)', async (_name, call, times) => {
  answers = Array.from({ length: 5 }, () => html(500))
  await failureOf(call())
  expect(seen).toHaveLength(times)
})

test('login is never repeated', async () => {
  for (const answer of [html(503), fail('5001'), drop, fail('1003')]) {
    seen = []
    answers = [answer]
    await failureOf(login())
    expect(seen).toHaveLength(1)
  }
})

test('1002 and 1003 are signed again once', async () => {
  answers = [fail('1002'), ok]
  await read()
  expect(seen).toHaveLength(2)
  answers = [fail('1003'), fail('1003'), ok]
  expect((await failureOf(read())).detail.upstream?.code).toBe('1003')
  expect(seen).toHaveLength(4)
})

test('a clock that the provider finds wrong is an alarm', async () => {
  answers = [fail('1002'), ok, fail('1003'), ok]
  expect(await alarmsDuring(read)).toMatchObject([{ code: 'CLOCK_SKEW', requestId: 'test-request' }])
  expect(await alarmsDuring(read)).toEqual([])
})

test('a write is repeated with the same body', async () => {
  answers = [drop, fail('5001', { retryAfterSeconds: 0 }), ok]
  await open()
  expect(new Set(seen.map((it) => it.body)).size).toBe(1)
  expect(seen).toHaveLength(3)
})

test('a submit is repeated only when it certainly was not performed', async () => {
  answers = [fail('5002'), html(503), json({ code: '0', data: {} })]
  await submit()
  expect(seen).toHaveLength(3)
  for (const answer of [drop, html(502), html(200), fail('5001'), json({}, 200), html(500)]) {
    seen = []
    answers = [answer]
    expect((await failureOf(submit())).code).toBe('OUTCOME_UNKNOWN')
    expect(seen).toHaveLength(1)
  }
})

test.each([
  ['HTML', html(200)],
  ['nothing', (response: ServerResponse) => response.writeHead(200, { 'content-type': 'application/json' }).end()],
  [
    'half a JSON',
    (response: ServerResponse) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"code":"0"'),
  ],
  ['no envelope', json(['x'])],
  ['null', (response: ServerResponse) => response.writeHead(200, { 'content-type': 'application/json' }).end('null')],
] as const)('%s with HTTP 200 is an unavailable provider', async (_name, answer) => {
  answers = [answer]
  expect((await failureOf(read())).code).toBe('UPSTREAM_UNAVAILABLE')
})

test('a slow provider is given up at the deadline', async () => {
  answers = [() => undefined]
  const from = Date.now()
  expect((await failureOf(read(1200))).code).toBe('UPSTREAM_UNAVAILABLE')
  expect(Date.now() - from).toBeLessThan(1500)
})

test('nothing of the request travels with a failure', async () => {
  answers = Array.from({ length: 5 }, () => drop)
  const failure = await failureOf(login())
  expect(JSON.stringify([failure, failure.message, failure.stack, failure.cause])).not.toContain('rt.fictional')
})

test('a hundred calls in a row use one connection', async () => {
  for (let n = 0; n < 100; n += 1) await read()
  expect(seen).toHaveLength(100)
  expect(connections).toBe(1)
})

test('what could not even begin before the deadline is no open outcome', async () => {
  const late = client.call(
    'saveDeclaration',
    { saveType: '1', requestNo: 'req-00000003', declareNo: 'SB1', forms: [] },
    budget(100),
    { userToken: 'ut.x', queryOpenOutcome: true },
  )
  const failure = await failureOf(late)
  expect(failure).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', facts: { notPerformed: true } })
  expect(seen).toHaveLength(0)
})

test('keeps the pace that the caller sets, repetitions included', async () => {
  const paced = { ...budget(), pace: new Pace(2, 400) }
  answers = [html(503), ok]
  const from = Date.now()
  const list = () => client.call('listItems', { pageNo: 1, pageSize: 50 }, paced)
  await Promise.all([list(), list(), list()])
  expect(seen).toHaveLength(4)
  expect(Date.now() - from).toBeGreaterThanOrEqual(395)
})
