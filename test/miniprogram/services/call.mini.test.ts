import type { ServerResponse } from 'node:http'
import type * as Account from '../../../miniprogram/services/account'
import type * as Call from '../../../miniprogram/services/call'
import type * as Matters from '../../../miniprogram/services/matters'
import type * as SeenAccount from '../../../miniprogram/services/seen-account'
import type { Failure, Outcome, ServiceError } from '../../../miniprogram/services/service-error'
import type { ErrorCode } from '../../../miniprogram/shared/contract/errors'
import { refuse, startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import { plugIn, unplug } from '../../support/simulate'
import { AS_PERSON, NURSE } from '../fixtures'

let gateway: Gateway

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.calls.length = 0
  gateway.raw = null
  gateway.handlers = {
    'matter.list': () => ({ account: AS_PERSON, matters: [NURSE] }),
    'account.bind': () => AS_PERSON,
  }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

const matters = () => jest.requireActual<typeof Matters>('../../../miniprogram/services/matters')
const account = () => jest.requireActual<typeof Account>('../../../miniprogram/services/account')
const BINDING = { subjectType: 'person', account: 'a', password: 'b', agreed: [] } as const

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  return work.then(
    () => Promise.reject(new Error('it should have failed')),
    (error: ServiceError) => error.failure,
  )
}

/** Answers the first call in its own way, the rest as usual. */
function once(raw: (response: ServerResponse) => void): void {
  gateway.raw = (response) => {
    gateway.raw = null
    raw(response)
  }
}

const json = (body: unknown) => (response: ServerResponse) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(body))
}

test('unwraps the reply; files and pages go to the function that serves them', async () => {
  expect(await matters().listMatters()).toEqual({ account: AS_PERSON, matters: [NURSE] })
  const { lastSeenAccount } = jest.requireActual<typeof SeenAccount>('../../../miniprogram/services/seen-account')
  expect(lastSeenAccount()).toEqual(AS_PERSON)
  const { call } = jest.requireActual<typeof Call>('../../../miniprogram/services/call')
  gateway.handlers['attachment.deliver'] = () =>
    refuse({ code: 'FILE_REFUSED', message: '这是一个空文件，请重新选择', retryable: false })
  const failure = await failureOf(call('attachment.deliver', { attachmentId: 'a', fileId: 'f' }))
  expect(failure).toMatchObject({ code: 'FILE_REFUSED', title: '这是一个空文件，请重新选择', next: '' })
  expect(gateway.calls.map(({ functionName }) => functionName)).toEqual(['api', 'transfer'])
})

test('an error keeps its fields, its wait, its id and the raw upstream text', async () => {
  gateway.handlers['account.bind'] = () =>
    refuse({
      code: 'RATE_LIMITED',
      retryable: true,
      retryAfterMs: 3000,
      fields: [{ field: 'account', message: '太频繁' }],
      upstream: { code: '5001', message: '繁忙' },
    })
  expect(await failureOf(account().bindAccount(BINDING))).toMatchObject({
    code: 'RATE_LIMITED',
    title: '操作太频繁',
    retryAfterMs: 3000,
    fields: [{ field: 'account', message: '太频繁' }],
    upstream: '5001 繁忙',
    requestId: expect.stringMatching(/^[A-Za-z0-9-]{8,32}$/) as string,
  })
})

test('a read that did not come through is tried once more', async () => {
  once((response) => response.destroy())
  expect((await matters().listMatters()).matters).toHaveLength(1)
  expect(gateway.calls).toHaveLength(2)
})

test('a read gives up after the second try', async () => {
  gateway.raw = (response) => response.destroy()
  expect((await failureOf(matters().listMatters())).code).toBe('NETWORK')
  expect(gateway.calls).toHaveLength(2)
})

test('a write is never repeated by itself', async () => {
  once((response) => response.destroy())
  expect((await failureOf(account().bindAccount(BINDING))).code).toBe('NETWORK')
  expect(gateway.calls).toHaveLength(1)
})

test('a write that timed out may have happened: its outcome is unknown', async () => {
  once(json({ errCode: -504003, errMsg: 'Invoking task timed out after 20 seconds' }))
  expect((await failureOf(account().bindAccount(BINDING))).title).toBe('等了很久没有收到结果，请稍后再试一次')
})

/** What came back, and whether the call may have happened. */
test.each<[string, () => void, Outcome, Outcome]>([
  ['the line broke', () => (gateway.raw = (response) => response.destroy()), 'not-sent', 'unknown'],
  ['no network', () => (phone.online = false), 'not-sent', 'unknown'],
  ['timed out', () => (gateway.raw = json({ errCode: -504003, errMsg: 'timed out' })), 'not-sent', 'unknown'],
  ['failed', () => (gateway.raw = json({ errCode: -504002, errMsg: 'execute fail' })), 'not-sent', 'unknown'],
  ['no reply of ours', () => (gateway.raw = json({ result: 'Bad Gateway' })), 'not-sent', 'unknown'],
  ['INTERNAL', () => refuseAll('INTERNAL'), 'not-sent', 'unknown'],
  ['UPSTREAM_UNAVAILABLE', () => refuseAll('UPSTREAM_UNAVAILABLE'), 'not-sent', 'unknown'],
  ['INVALID_INPUT', () => refuseAll('INVALID_INPUT'), 'refused', 'refused'],
  ['not taken', () => (gateway.raw = json({ errCode: -401002, errMsg: 'wrong parameter' })), 'not-sent', 'not-sent'],
])('%s: whether a read, and a submit, may have happened', async (_what, happen, ofRead, ofSubmit) => {
  plugIn({ gateway: gateway.url, through: 'wechat' })
  const { call } = jest.requireActual<typeof Call>('../../../miniprogram/services/call')
  happen()
  expect((await failureOf(matters().listMatters())).outcome).toBe(ofRead)
  expect((await failureOf(call('declaration.submit', { draftId: 'd', version: 1 }))).outcome).toBe(ofSubmit)
})

function refuseAll(code: ErrorCode): void {
  gateway.handlers = {
    'matter.list': () => refuse({ code, retryable: false }),
    'declaration.submit': () => refuse({ code, retryable: false }),
  }
}

test.each([
  ['attachment.preview', { attachmentId: 'a' }],
  ['archive.preview', { archiveId: 'a', index: 0 }],
  ['matter.notice', { matterId: 'm' }],
] as const)('%s keeps a file for minutes and changes nothing: it is a read', async (action, input) => {
  const { call } = jest.requireActual<typeof Call>('../../../miniprogram/services/call')
  gateway.raw = (response) => response.destroy()
  expect((await failureOf(call(action, input))).outcome).toBe('not-sent')
  expect(gateway.calls).toHaveLength(2)
})

test.each([
  ['HTML', (response: ServerResponse) => response.writeHead(502).end('<html>Bad Gateway</html>')],
  ['an empty body', (response: ServerResponse) => response.end()],
  ['null', json({ result: null })],
  ['a reply without data', json({ result: { ok: true, requestId: 'r-12345678' } })],
  ['a reply without an error', json({ result: { ok: false, requestId: 'r-12345678' } })],
  ['an unknown code', json({ result: { ok: false, requestId: 'r-12345678', error: { code: 'TEAPOT' } } })],
  ['a list', json({ result: [] })],
  ['a refused function', json({ errCode: -501000, errMsg: 'FunctionName parameter could not be found' })],
])('%s is INTERNAL, never a crash', async (_name, raw) => {
  gateway.raw = raw
  const failure = await failureOf(matters().listMatters())
  expect(failure.code).toBe('INTERNAL')
  expect(failure.requestId).not.toBe('')
})

test('without a network says so', async () => {
  phone.online = false
  expect(await failureOf(matters().listMatters())).toMatchObject({ code: 'NETWORK', title: '网络没有连上' })
  expect(gateway.calls).toHaveLength(0)
})

test('the same services work through wx.cloud', async () => {
  plugIn({ gateway: gateway.url, through: 'wechat', citizen: 'citizen-2' })
  expect((await matters().listMatters()).matters).toHaveLength(1)
  expect(gateway.calls[0]).toMatchObject({ citizen: 'citizen-2', functionName: 'api' })
  once(json({ errCode: -504003, errMsg: 'timed out' }))
  expect((await failureOf(account().bindAccount(BINDING))).title).toBe('等了很久没有收到结果，请稍后再试一次')
  phone.online = false
  expect((await failureOf(matters().listMatters())).code).toBe('NETWORK')
})
