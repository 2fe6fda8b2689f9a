import { readFileSync } from 'node:fs'
import { ACK, checkPush } from '../../cloudfunctions/one-network/callback'
import { startSystem, type System } from '../support/system'
import { databaseOf } from './support/database'
import { CALLBACK, eventOf, push } from './support/push'

let system: System
beforeAll(async () => {
  system = await startSystem()
}, 60_000)
afterAll(() => system.close())
afterEach(() => system.cloud.slowDatabase(0))

const TAKEN = { status: 200, code: '0' }
const storedOf = (eventId: string) => databaseOf(system).rows('approval_events', { _id: eventId })

test.each(['HMAC-SM3', 'HMAC-SHA256'] as const)('%s: a signed event is written down, then taken', async (method) => {
  const event = eventOf()
  expect(await push(system, event, { method })).toEqual(TAKEN)
  const [row] = await storedOf(event.eventId)
  expect(row).toMatchObject({
    state: 'received',
    eventType: 'ACCEPTED',
    caseNo: event.caseNo,
    sequence: 1,
    occurredAt: '2026-11-06T09:20:00+08:00',
  })
  // The provider's own sentence may name somebody.
  expect(JSON.stringify(row)).not.toContain(event.summary)
})

test('the contract’s own vectors', () => {
  const { app, signature } = JSON.parse(readFileSync('docs/one-network/test-vectors.json', 'utf8')) as {
    readonly app: { readonly appKey: string; readonly callbackSecret: string }
    readonly signature: readonly Readonly<Record<string, string>>[]
  }
  const vectors = signature.filter(({ secret }) => secret === 'callbackSecret')
  expect(vectors).toHaveLength(2)
  for (const vector of vectors) {
    const headers = {
      'x-app-key': app.appKey,
      'x-timestamp': vector.timestamp ?? '',
      'x-nonce': vector.nonce ?? '',
      'x-sign-method': vector.signMethod ?? '',
      'x-body-digest': vector.bodyDigest ?? '',
      'x-signature': vector.signature ?? '',
    }
    const settings = { oneNetwork: { appKey: app.appKey }, callbackSecret: app.callbackSecret }
    const check = (now: number) =>
      checkPush(settings as Parameters<typeof checkPush>[0], headers, Buffer.from(vector.body ?? ''), now)
    expect(check(Number(vector.timestamp))).toEqual({ nonce: vector.nonce, intact: true })
    expect(check(Number(vector.timestamp) + 300_001)).toBe('wrongTime')
  }
})

test.each<[string, Parameters<typeof push>[2], { status: number; code?: string }]>([
  ['another secret', { secret: 'FICTIONAL-other' }, { status: 200, code: ACK.badSignature.code }],
  ['a digest that is not the body’s', { headers: { 'x-body-digest': 'ab' } }, { status: 200, code: '1001' }],
  ['a method that is none', { headers: { 'x-sign-method': 'MD5' } }, { status: 200, code: '1001' }],
  ['a signature of six minutes ago', { timestamp: Date.now() - 360_000 }, { status: 200, code: '1002' }],
  ['a signature of the future', { timestamp: Date.now() + 360_000 }, { status: 200, code: '1002' }],
  ['no signature', { headers: { 'x-signature': undefined } }, { status: 401 }],
  ['another application', { headers: { 'x-app-key': 'other' } }, { status: 401 }],
  ['another path', { path: '/callback/v1/other' }, { status: 404 }],
])('%s is refused and nothing is kept', async (_name, options, refusal) => {
  const event = eventOf()
  expect(await push(system, event, options)).toMatchObject(refusal)
  expect(await storedOf(event.eventId)).toEqual([])
})

test('a body that was changed after signing is refused; its nonce is used up', async () => {
  const event = eventOf()
  const nonce = 'nonce-of-a-changed-body'
  const { createHash, createHmac } = await import('node:crypto')
  const { appKey, callbackSecret } = system.provider.credentials
  const digest = createHash('sm3').update('{}').digest('hex')
  const timestamp = String(Date.now())
  const text = ['POST', CALLBACK, timestamp, nonce, digest, ''].join('\n')
  const headers = {
    'content-type': 'application/json',
    'x-app-key': appKey,
    'x-timestamp': timestamp,
    'x-nonce': nonce,
    'x-body-digest': digest,
    'x-signature': createHmac('sm3', callbackSecret).update(text).digest('hex'),
  }
  const send = async () => {
    const answer = await fetch(system.cloud.url + CALLBACK, { method: 'POST', headers, body: JSON.stringify(event) })
    return ((await answer.json()) as { code: string }).code
  }
  expect([await send(), await send()]).toEqual(['1001', '1003'])
  expect(await storedOf(event.eventId)).toEqual([])
})

test('a replayed nonce is refused, also by another instance', async () => {
  const nonce = 'nonce-used-twice'
  expect(await push(system, eventOf(), { nonce })).toEqual(TAKEN)
  system.cloud.reload('callback')
  const event = eventOf()
  expect(await push(system, event, { nonce })).toEqual({ status: 200, code: '1003' })
  expect(await storedOf(event.eventId)).toEqual([])
})

test('the same event again is taken again and kept once, as it came first', async () => {
  const event = eventOf()
  const answers = await Promise.all([push(system, event), push(system, event), push(system, { ...event, sequence: 9 })])
  expect(answers).toEqual([TAKEN, TAKEN, TAKEN])
  expect(await storedOf(event.eventId)).toHaveLength(1)
})

test('an unknown type, a case that nobody has, more, null and missing members: taken', async () => {
  const events = [
    eventOf({ eventType: 'EXPERT_REVIEW_STARTED' }),
    eventOf({ caseNo: 'BJ-UNKNOWN', userId: 'U-UNKNOWN' }),
    eventOf({ fieldOfTomorrow: { a: [1] } }),
    eventOf({ summary: null, deadline: '' }),
    eventOf({ summary: undefined, itemName: undefined, sequence: undefined, occurredAt: null }),
  ]
  for (const event of events) {
    expect(await push(system, event)).toEqual(TAKEN)
    expect(await storedOf(event.eventId)).toHaveLength(1)
  }
})

test.each([
  ['no JSON', 'not json'],
  ['no object', '[]'],
  ['no event id', JSON.stringify({ ...eventOf(), eventId: null })],
  ['an id that is a query', JSON.stringify({ ...eventOf(), eventId: { $ne: '' } })],
  ['no case', JSON.stringify({ ...eventOf(), caseNo: '' })],
])('%s: comes again', async (_name, body) => {
  expect(await push(system, body)).toEqual({ status: 200, code: '3001' })
})

test('more than 64 KiB is 413', async () => {
  expect(await push(system, eventOf({ padding: 'x'.repeat(65 * 1024) }))).toMatchObject({ status: 413 })
})

test('with a slow database the event is stored before it is taken; with one that is too slow it comes again', async () => {
  const slow = eventOf()
  system.cloud.slowDatabase(1200)
  const startedAt = Date.now()
  expect(await push(system, slow)).toEqual(TAKEN)
  const took = Date.now() - startedAt
  system.cloud.slowDatabase(0)
  expect(took).toBeGreaterThan(2400)
  expect(took).toBeLessThan(5000)
  expect(await storedOf(slow.eventId)).toHaveLength(1)

  const tooSlow = eventOf()
  system.cloud.slowDatabase(3000)
  const before = Date.now()
  expect(await push(system, tooSlow)).toEqual({ status: 200, code: '5001' })
  expect(Date.now() - before).toBeLessThan(5000)
  system.cloud.slowDatabase(0)
  expect(await push(system, tooSlow)).toEqual(TAKEN)
  expect(await storedOf(tooSlow.eventId)).toHaveLength(1)
}, 20_000)

test('a page cannot call it, and nothing personal is logged', async () => {
  const answer = await system.cloud.invoke('callback', eventOf(), { openid: 'sandbox-openid-citizen-1' })
  expect(answer).toMatchObject({ ok: true, result: { statusCode: 404 } })
  const lines = system.log.filter((line) => line.includes('"event":"approval-event"'))
  expect(lines.length).toBeGreaterThan(10)
  for (const secret of ['您的申请已受理', 'U1201160000095678']) expect(lines.join()).not.toContain(secret)
})
