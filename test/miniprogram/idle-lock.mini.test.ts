import { IDLE_MS } from '../../miniprogram/platform/idle-lock'
import { startGateway, type Gateway } from '../support/gateway'
import { phone } from '../support/phone'
import { openPage, plugIn, unplug } from '../support/simulate'
import { AS_PERSON, NOBODY } from './fixtures'

/** A phone that lay about: what must not fall to whoever picks it up asks who is there; nothing else does. */

let gateway: Gateway
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.calls.length = 0
  gateway.handlers = {
    'account.get': () => AS_PERSON,
    'account.unbind': () => NOBODY,
    'account.bind': () => AS_PERSON,
    'data.open': () => ({ account: AS_PERSON, kept: [{ kind: 'drafts', count: 1, until: '最后一次改动后 180 天' }] }),
    'data.leave': () => ({ account: NOBODY, isDone: true }),
  }
  plugIn({ gateway: gateway.url })
  phone.agrees = true
})
afterEach(unplug)

const asked = (action: string) => gateway.calls.filter((call) => call.action === action).length
const layFor = (ms: number) => phone.storage.set('active.at', Date.now() - ms)
async function unbindAfter(ms: number) {
  layFor(ms)
  const page = await openPage('pages/account/account')
  await page.untilText('我的数据')
  await page.call('onUnbindTap', { currentTarget: { dataset: { subject: 'person' } } })
  return page
}

test('who was just here is not asked', async () => {
  phone.owner = 'touches'
  await unbindAfter(IDLE_MS - 60_000)
  expect([phone.touches, asked('account.unbind')]).toEqual([0, 1])
})

test('after half an hour the finger is asked, once: looking at a page is no proof', async () => {
  phone.owner = 'touches'
  const page = await unbindAfter(IDLE_MS + 1000)
  expect([phone.touches, asked('account.unbind')]).toEqual([1, 1])
  await page.call('onUnbindTap', { currentTarget: { dataset: { subject: 'person' } } })
  expect(phone.touches).toBe(1)
})

test('who closes the question changes nothing', async () => {
  phone.owner = 'closes'
  await unbindAfter(IDLE_MS + 1000)
  expect(asked('account.unbind')).toBe(0)
  expect(phone.visits).toEqual([])
})

test('without a sensor the provider’s login is the proof, and then what was wanted works', async () => {
  const page = await unbindAfter(IDLE_MS + 1000)
  expect(asked('account.unbind')).toBe(0)
  expect(phone.modals.at(-1)?.content).toContain('请登录一次一网通，确认是您本人，再解除绑定')
  expect(phone.visits.at(-1)?.url).toContain('pages/bind/bind')
  const { bindAccount } = await import('../../miniprogram/services/account')
  await bindAccount({ subjectType: 'person', account: '13000000102', password: 'invented-1', agreed: [] })
  await page.call('onUnbindTap', { currentTarget: { dataset: { subject: 'person' } } })
  expect(asked('account.unbind')).toBe(1)
})

test('to leave for good is asked like unbinding', async () => {
  layFor(IDLE_MS + 1000)
  phone.owner = 'closes'
  const page = await openPage('packages/account/pages/my-data/my-data')
  await page.untilText('1 份')
  await page.tap('.leave')
  await page.tap('.question-yes')
  expect([phone.touches, asked('data.leave')]).toEqual([1, 0])
})
