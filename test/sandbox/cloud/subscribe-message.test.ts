import { failureOf, useSdk, type Sdk } from './sdk'
import { startTestCloud, type TestCloud } from './start-test-cloud'

let cloud: TestCloud
let sdk: Sdk

beforeAll(async () => {
  cloud = await startTestCloud()
  sdk = useSdk(cloud)
})
afterAll(() => cloud.dispose())

const OPENID = 'sandbox-openid-anna'
const FIELDS = { thing1: '护士执业注册', phrase2: '已受理', date3: '2026年11月22日' }

function message(changes: Record<string, unknown> = {}, fields: Record<string, unknown> = {}): object {
  const data = Object.fromEntries(Object.entries({ ...FIELDS, ...fields }).map(([name, value]) => [name, { value }]))
  return { touser: OPENID, templateId: 'progress', page: 'pages/home/home', data, ...changes }
}
const send = (message: object) => sdk.openapi.subscribeMessage.send(message)

test('one consent pays for one message', async () => {
  expect((await failureOf(() => send(message()))).errCode).toBe(43101)
  cloud.grantMessageConsent(OPENID, 'progress', 2)
  await send(message())
  await send(message({ page: undefined }))
  expect((await failureOf(() => send(message()))).errCode).toBe(43101)
  expect(cloud.sentMessages()).toMatchObject([
    { openid: OPENID, templateId: 'progress', page: 'pages/home/home', fields: FIELDS },
    { openid: OPENID, templateId: 'progress', page: null, fields: FIELDS },
  ])
})

test("a consent is one citizen's", async () => {
  cloud.grantMessageConsent('sandbox-openid-bo', 'progress')
  expect((await failureOf(() => send(message()))).errCode).toBe(43101)
  await send(message({ touser: 'sandbox-openid-bo' }))
})

test.each<[string, object, number]>([
  ['an unknown template', message({ templateId: 'unknown' }), 40037],
  ['somebody who is none', message({ touser: 'o12345' }), 40003],
  ['no data', { touser: OPENID, templateId: 'progress' }, 47001],
  ['a thing of 21 characters', message({}, { thing1: '一'.repeat(21) }), 47003],
  ['a phrase of 6', message({}, { phrase2: '一二三四五六' }), 47003],
  ['a phrase in Latin letters', message({}, { phrase2: 'ok' }), 47003],
  ['a date that is none', message({}, { date3: '明天' }), 47003],
  ['an empty field', message({}, { thing1: '' }), 47003],
  ['a control character', message({}, { thing1: 'a\nb' }), 47003],
  ['a missing field', message({ data: { thing1: { value: 'a' } } }), 47003],
])('refuses %s, and takes no consent for it', async (_name, refused, errCode) => {
  cloud.grantMessageConsent(OPENID, 'progress')
  const before = cloud.sentMessages().length
  expect((await failureOf(() => send(refused))).errCode).toBe(errCode)
  await send(message({}, { thing1: '一'.repeat(20) }))
  expect(cloud.sentMessages()).toHaveLength(before + 1)
})

test('an openapi that is not there fails with -604100', async () => {
  expect((await failureOf(() => sdk.openapi.customerServiceMessage.send({ touser: OPENID }))).errCode).toBe(-604100)
})

test('a function sends only with the permission in its config.json', async () => {
  cloud.grantMessageConsent(OPENID, 'progress', 2)
  const caller = { openid: OPENID }
  expect(await cloud.invoke('probe', { op: 'send', message: message() }, caller)).toMatchObject({ ok: true })
  expect(await cloud.invoke('quick', { message: message() }, caller)).toMatchObject({
    ok: false,
    errMsg: expect.stringMatching(/-604101/) as string,
  })
})

test('messages and consents survive a restart', async () => {
  const before = cloud.sentMessages()
  cloud.grantMessageConsent('sandbox-openid-late', 'progress')
  cloud = await cloud.restart()
  sdk = useSdk(cloud)
  expect(cloud.sentMessages()).toEqual(before)
  await send(message({ touser: 'sandbox-openid-late' }))
})
