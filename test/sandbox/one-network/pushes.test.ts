import { createHash, createHmac } from 'node:crypto'
import type { OfficeAction } from '../../../sandbox/one-network'
import { type ReceivedPush, TAKEN } from '../../support/receiver'
import { fileCase } from './filing'
import { startTestProvider } from './provider'
import { act, caseNo, deliver, judge, prepareReceiver, receiver, test, toEvent, types, workOn } from './pushed-events'

prepareReceiver()

const NURSE_ITEM = 'SX120116000014'
const MINUTE = 60_000

it('makes an event of every step that the contract names, in order, and none of pre-review, receipt and review', async () => {
  workOn(await fileCase(test, test.nurse, NURSE_ITEM))
  act('preReview', 'receive', 'requestSupplement', 'receiveSupplement', 'accept', 'review', 'finishReview')
  act('approve', 'issue', 'complete')
  await deliver()
  expect(types()).toEqual([
    'SUPPLEMENT_REQUIRED',
    'SUPPLEMENT_RECEIVED',
    'ACCEPTED',
    'REVIEWED',
    'APPROVED',
    'CERTIFICATE_ISSUED',
    'COMPLETED',
  ])
  const events = receiver.received.map(toEvent)
  events.forEach(judge)
  expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(7)
  expect(events[2]).toMatchObject({ caseNo, itemId: NURSE_ITEM, userId: test.nurse.userId, deadline: null })
  expect(events[2]?.summary).toMatch(/^您的申请已受理，承诺 \d{4}-\d{2}-\d{2} 前办结$/)
  expect(test.provider.pushes.list().map(({ state }) => state)).toEqual(Array<string>(7).fill('delivered'))
})

it.each<[OfficeAction, string]>([
  ['notAccept', 'NOT_ACCEPTED'],
  ['withdraw', 'WITHDRAWN'],
])('%s: %s', async (action, type) => {
  act(action)
  await deliver()
  expect(types()).toEqual([type])
})

it('a refusal, and no event of a termination', async () => {
  act('accept', 'review', 'reject')
  workOn(test.provider.office.listCases().find((it) => it.caseStatus === '28')?.caseNo ?? '')
  act('terminate')
  await deliver()
  expect(types()).toEqual(['ACCEPTED', 'REJECTED'])
})

it('reminds once of promised materials, a week before their deadline', async () => {
  const DAY = 24 * 60 * MINUTE
  const before = async () => {
    await deliver()
    return types().filter((type) => type === 'PROMISE_SUPPLEMENT_DUE').length
  }
  const { provider } = test
  const owing = provider.office.listCases().filter(({ promiseDeadline }) => promiseDeadline)
  const deadline = owing[0]?.promiseDeadline ?? ''
  const left = Date.parse(`${deadline.replace(' ', 'T')}+08:00`) - test.now()
  test.advance(left - 7 * DAY - 1)
  expect([owing.length, await before()]).toEqual([1, 0])
  test.advance(MINUTE)
  expect(await before()).toBe(1)
  test.advance(DAY)
  expect(await before()).toBe(1)
  expect(receiver.received.map(toEvent).at(-1)).toMatchObject({ deadline, summary: '还有 1 项承诺材料未补交' })
})

it('signs with the callback secret over the registered path, and an empty token', async () => {
  for (const method of ['HMAC-SM3', 'HMAC-SHA256'] as const) {
    const algorithm = method === 'HMAC-SM3' ? 'sm3' : 'sha256'
    test.provider.pushes.to(receiver.url, { everyMs: 0, signMethod: method })
    test.provider.office.pushEvent(caseNo, 'EXPERT_REVIEW_STARTED', '专家评审开始')
    await deliver()
    const { headers, body, path } = receiver.received.at(-1) as ReceivedPush
    const digest = createHash(algorithm).update(body).digest('hex')
    const text = ['POST', path, headers['x-timestamp'], headers['x-nonce'], digest, ''].join('\n')
    const { appKey, callbackSecret } = test.provider.credentials
    expect(headers).toMatchObject({
      'x-app-key': appKey,
      'x-sign-method': method,
      'x-body-digest': digest,
      'x-signature': createHmac(algorithm, callbackSecret).update(text).digest('hex'),
      'x-delivery-attempt': '1',
    })
  }
})

it.each([
  ['another code', { status: 200, body: '{"code":"5001"}' }],
  ['another status', { status: 500, body: '{"code":"0"}' }],
  ['no JSON', { status: 200, body: '<html></html>' }],
])('%s: delivers again after 1, 2, 5, 15, 30, 60, 180 and 360 minutes, then never', async (_name, answer) => {
  receiver.answer = answer
  act('accept')
  await deliver()
  for (const minutes of [1, 2, 5, 15, 30, 60, 180, 360]) {
    const before = receiver.received.length
    test.advance(minutes * MINUTE - 1)
    await deliver()
    expect(receiver.received).toHaveLength(before)
    test.advance(1)
    await deliver()
    expect(receiver.received).toHaveLength(before + 1)
  }
  expect(test.provider.pushes.list()).toMatchObject([{ state: 'given-up', attempts: 9 }])
  test.advance(24 * 60 * MINUTE)
  await deliver()
  expect(receiver.received).toHaveLength(9)
  expect(receiver.received.map(({ headers }) => headers['x-delivery-attempt'])).toEqual([...'123456789'])
  const same = new Set(receiver.received.map(({ body }) => body))
  const anew = (name: string) => new Set(receiver.received.map(({ headers }) => headers[name])).size
  expect([same.size, anew('x-nonce'), anew('x-timestamp'), anew('x-signature')]).toEqual([1, 9, 9, 9])
})

it('is content as soon as it is taken', async () => {
  receiver.answer = { status: 503, body: '' }
  act('accept')
  await deliver()
  receiver.answer = TAKEN
  test.advance(MINUTE)
  await deliver()
  test.advance(60 * MINUTE)
  await deliver()
  expect(receiver.received).toHaveLength(2)
  expect(test.provider.pushes.list()).toMatchObject([{ state: 'delivered', lastAnswer: 'HTTP 200 code 0' }])
})

it('gives a receiver that does not answer five seconds', async () => {
  receiver.answer = undefined
  act('accept')
  const startedAt = Date.now()
  await deliver()
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(4900)
  expect(test.provider.pushes.list()).toMatchObject([{ state: 'waiting', attempts: 1, lastAnswer: '没有应答' }])
}, 15_000)

it('what is waiting survives a restart', async () => {
  const first = await startTestProvider({ keepData: true })
  const found = first.provider.office.listCases().find((it) => it.caseStatus === '16')
  first.provider.office.act(found?.caseNo ?? '', 'accept')
  await first.stop()
  const second = await startTestProvider({ dataDir: first.dataDir, startAt: first.now() })
  second.provider.pushes.to(receiver.url, { everyMs: 0 })
  await second.provider.pushes.deliverDue()
  await second.stop()
  expect(types()).toEqual(['ACCEPTED'])
})
