import { refuse, startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import { openPage, plugIn, unplug } from '../../support/simulate'
import { AS_BOTH, AS_ENTERPRISE, AS_PERSON, NOBODY, PERSON } from '../fixtures'

let gateway: Gateway

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.calls.length = 0
  gateway.handlers = { 'account.get': () => AS_BOTH }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

const openAccount = () => openPage('pages/account/account')

test('shows both identities masked, and which one is active', async () => {
  const page = await openAccount()
  await page.untilText('天津虚构医疗服务有限公司')
  expect(page.all('.identity-card').map(({ text }) => text.includes('当前'))).toEqual([true, false])
  expect(page.text).toContain('个人 1****************7')
  expect(page.text).toContain('企业 经办人 *四')
  await page.find('.data').tap('.fold')
  expect(page.text).toContain('统一社会信用代码 9****************X')
  expect(page.text).toContain('绑定于 2026年11月2日 10:42')
})

const REMINDERS = [
  { use: 'turn', templateId: 'T-turn', left: 2 },
  { use: 'progress', templateId: 'T-progress', left: 0 },
] as const

test('what is unread, and how often WeChat may still remind; another identity has its own', async () => {
  const news = (unread: number) => ({ ok: true as const, value: { unread, reminders: REMINDERS } })
  gateway.handlers = {
    'account.get': () => ({ ...AS_BOTH, news: news(3) }),
    'account.switch': () => ({ ...AS_ENTERPRISE, news: news(0) }),
  }
  const page = await openAccount()
  await page.untilText('3 条未读')
  expect(page.find('.reminder-offer').text).toContain('轮到您处理时：还可以提醒 2 次')
  await page.tap('.switch')
  await page.until(() => phone.toasts.length > 0, 'the confirmation')
  expect(page.text).not.toContain('条未读')
})

test('what is unread is not known: the page says so and stands', async () => {
  const error = { code: 'UPSTREAM_UNAVAILABLE' as const, retryable: true }
  gateway.handlers['account.get'] = () => ({ ...AS_BOTH, news: { ok: false, error } })
  const page = await openAccount()
  await page.untilText('未读条数没有取到，请点进去看')
  expect(page.all('.identity-card')).toHaveLength(2)
  expect(page.find('.reminder-offer').text).toBe('')
})

test('switches', async () => {
  gateway.handlers['account.switch'] = () => AS_ENTERPRISE
  const page = await openAccount()
  await page.until(() => page.has('.switch'), 'the other identity')
  await page.tap('.switch')
  await page.until(() => phone.toasts.length > 0, 'the confirmation')
  expect(phone.toasts).toEqual(['已切换为企业身份'])
  expect(page.all('.identity-card')[0]?.text).toContain('企业')
  expect(phone.loadingShown).toBe(false)
})

const keepsOf = (draftId: string) => {
  phone.storage.set(`encrypted:draft.${draftId}`, { baseVersion: 1, changes: {}, keptAt: 1 })
  phone.storage.set(`encrypted:uploads.${draftId}`, [])
}
const left = () => [...phone.storage.keys()].filter((key) => /draft|uploads|page\.|words/.test(key)).sort()

test('a shared phone: after the last unbinding nothing of the former user is on it', async () => {
  gateway.handlers = { 'account.get': () => AS_PERSON, 'account.unbind': () => ({ ...NOBODY, draftIds: [] }) }
  for (const draftId of ['d1', 'd2']) keepsOf(draftId)
  phone.storage.set('left.places', { d1: { page: 'review' } })
  phone.storage.set('search.history', ['护士'])
  phone.storage.set('kept.pages', ['home', 'guide.SX1'])
  phone.storage.set('encrypted:page.home', { value: {}, at: 1 })
  phone.storage.set('encrypted:page.guide.SX1', { value: {}, at: 1 })
  phone.storage.set('encrypted:words.person', {})
  const page = await openPage('pages/account/account')
  await page.untilText('五')
  phone.agrees = true
  await page.call('onUnbindTap', { currentTarget: { dataset: { subject: 'person' } } })
  await page.untilText('还没有绑定一网通账号')
  expect(left()).toEqual(['encrypted:page.guide.SX1'])
  expect(phone.storage.get('left.places')).toEqual({})
  expect(phone.storage.get('search.history')).toEqual([])
})

test('while another identity is bound its drafts stay on the phone', async () => {
  gateway.handlers = { 'account.get': () => AS_BOTH, 'account.unbind': () => ({ ...AS_PERSON, draftIds: ['of-firm'] }) }
  keepsOf('of-firm')
  keepsOf('of-person')
  const page = await openPage('pages/account/account')
  await page.untilText('五')
  phone.agrees = true
  await page.call('onUnbindTap', { currentTarget: { dataset: { subject: 'enterprise' } } })
  await page.until(() => !phone.storage.has('encrypted:draft.of-firm'), 'to forget')
  expect(left()).toEqual(['encrypted:draft.of-person', 'encrypted:uploads.of-person'])
})

test('unbinds only after a question that says what it means', async () => {
  gateway.handlers = { 'account.get': () => AS_PERSON, 'account.unbind': () => NOBODY }
  const page = await openAccount()
  await page.untilText('解除绑定')
  await page.find('.data').tap('.fold')
  phone.agrees = false
  await page.tap('.unbind')
  expect(phone.modals[0]?.content).toContain('已提交的办件不受影响')
  await page.rest(100)
  expect(gateway.calls.map(({ action }) => action)).toEqual(['account.get'])
  phone.agrees = true
  await page.tap('.unbind')
  await page.untilText('还没有绑定一网通账号')
  expect(gateway.calls[1]).toMatchObject({ action: 'account.unbind', input: { subjectType: 'person' } })
})

test('an expired login asks to log in again', async () => {
  gateway.handlers = {
    'account.get': () => ({ active: 'person', identities: [{ ...PERSON, expired: true }] }),
  }
  const page = await openAccount()
  await page.untilText('登录已过期')
  expect(page.text).not.toContain('当前')
  await page.tap('.login')
  expect(phone.visits[0]?.url).toBe('/packages/account/pages/bind/bind?subjectType=person')
})

test('a switch that failed changes nothing and says why', async () => {
  gateway.handlers['account.switch'] = () => refuse({ code: 'UPSTREAM_UNAVAILABLE', retryable: true })
  const page = await openAccount()
  await page.until(() => page.has('.switch'), 'the other identity')
  await page.tap('.switch')
  await page.until(() => phone.modals.length > 0, 'the message')
  expect(phone.modals[0]?.title).toBe('一网通暂时没有响应')
  expect(page.all('.identity-card')[0]?.text).toContain('个人')
  expect(phone.loadingShown).toBe(false)
})

test('only the active enterprise leads to its credit records', async () => {
  const before = await openAccount()
  await before.untilText('天津虚构医疗服务有限公司')
  expect(before.has('.credit')).toBe(false)
  unplug()
  plugIn({ gateway: gateway.url })
  gateway.handlers = { 'account.get': () => AS_ENTERPRISE }
  const page = await openAccount()
  await page.untilText('企业信用信息')
  await page.tap('.credit')
  expect(phone.visits.at(-1)?.url).toBe('/packages/account/pages/credit/credit')
})

test('leads to the documents of all cases', async () => {
  const page = await openAccount()
  await page.untilText('证照和文书')
  await page.tap('.documents')
  expect(phone.visits.at(-1)?.url).toBe('/packages/case/pages/documents/documents')
})
