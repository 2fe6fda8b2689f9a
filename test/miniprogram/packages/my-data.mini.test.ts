import type { KeptData } from '../../../miniprogram/shared/contract/actions/data'
import type { KeptCount } from '../../../miniprogram/shared/domain/own-data'
import { refuse, startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import { startReceiver, type Receiver } from '../../support/receiver'
import { openPage, plugIn, unplug } from '../../support/simulate'
import { AS_PERSON, HOME, NOBODY } from '../fixtures'

const PAGE = 'packages/account/pages/my-data/my-data'
const KEPT: readonly KeptCount[] = [
  { kind: 'identities', count: 1, until: '您解除绑定' },
  { kind: 'drafts', count: 2, until: '最后一次改动后 180 天' },
  { kind: 'files', count: 0, until: '送达后 7 天' },
  { kind: 'cases', count: 4, until: '办结后 1 年' },
]
const without = (kind: string): KeptData => ({
  account: AS_PERSON,
  kept: KEPT.map((one) => (one.kind === kind ? { ...one, count: 0 } : one)),
})

let gateway: Gateway
let files: Receiver
beforeAll(async () => {
  ;[gateway, files] = await Promise.all([startGateway(), startReceiver()])
  files.answer = { status: 200, body: 'zip' }
})
afterAll(() => Promise.all([gateway.close(), files.close()]))
beforeEach(() => {
  gateway.calls.length = 0
  gateway.handlers = {
    'data.open': () => ({ account: AS_PERSON, kept: KEPT }),
    'data.delete': () => without('drafts'),
    'data.leave': () => ({ account: NOBODY, isDone: true }),
    'home.open': () => refuse({ code: 'UPSTREAM_UNAVAILABLE', retryable: true }),
  }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

const asked = () => gateway.calls.map(({ action }) => action)

test('what is kept, how much and until when; only what does no harm has a way to be removed', async () => {
  const page = await openPage(PAGE)
  await page.untilText('存了什么，存到什么时候')
  for (const text of ['草稿', '2 份', '存到最后一次改动后 180 天', '4 件', '存到办结后 1 年']) {
    expect(page.text).toContain(text)
  }
  const ways = page.all('.kind').filter(({ text }) => text.endsWith('删除'))
  expect(ways.map(({ text }) => text.includes('草稿'))).toEqual([true])
})

test('a kind goes after it was said what goes, what stays and what then; the safe answer changes nothing', async () => {
  const page = await openPage(PAGE)
  await page.untilText('2 份')
  await page.tap('.kind-drafts')
  for (const text of ['2 份草稿，填的内容和里面传的文件', '已提交的办件：在一网通，窗口照常办', '不能恢复'])
    expect(page.text).toContain(text)
  await page.tap('.question-no')
  expect(asked()).not.toContain('data.delete')
  await page.tap('.kind-drafts')
  await page.tap('.question-yes')
  await page.untilText('0 份')
  expect(gateway.calls.at(-1)).toMatchObject({ action: 'data.delete', input: { kind: 'drafts' } })
})

test('who leaves is told of what waits for her, and the phone forgets what it kept', async () => {
  gateway.handlers['home.open'] = () => ({
    ...HOME,
    turns: { ok: true, value: { total: 1, cases: [] } },
  })
  phone.storage.set('encrypted:draft.d1', { changes: {} })
  phone.storage.set('left.places', { d1: { page: 'review' } })
  phone.storage.set('search.history', ['护士'])
  phone.storage.set('look.size', 'normal')
  const page = await openPage(PAGE)
  await page.untilText('2 份')
  await page.tap('.leave')
  await page.untilText('还有 1 件轮到您')
  await page.tap('.question-yes')
  await page.until(() => phone.visits.length > 0, 'the way to 我的')
  expect(asked()).toContain('data.leave')
  expect([...phone.storage.keys()].filter((key) => /draft|words|page\./.test(key))).toEqual([])
  expect(phone.storage.get('left.places')).toEqual({})
  expect(phone.storage.get('search.history')).toEqual([])
  expect(phone.storage.get('look.size')).toBe('normal')
})

test('refused while an outcome is open: it says so, and nothing is forgotten', async () => {
  const message = '什么都没有删：还有 1 件的提交结果在确认，请过几分钟再来'
  gateway.handlers['data.leave'] = () => refuse({ code: 'STATE_CHANGED', retryable: false, message })
  phone.storage.set('search.history', ['护士'])
  const page = await openPage(PAGE)
  await page.untilText('2 份')
  await page.tap('.leave')
  await page.tap('.question-yes')
  await page.until(() => phone.modals.some(({ title }) => title === message), 'the refusal')
  expect(phone.storage.get('search.history')).toEqual(['护士'])
})

test('the export is made after it was said what is in it, and goes to a chat by a tap of its own', async () => {
  gateway.handlers['data.export'] = () => ({
    url: files.url,
    expiresAt: '2026-12-02T10:00:00+08:00',
    fileName: '我的数据-2026-12-02.zip',
    bytes: 3,
  })
  const page = await openPage(PAGE)
  await page.untilText('2 份')
  await page.tap('.export')
  expect(page.text).toContain('别转发给不认识的人')
  await page.tap('.question-yes')
  await page.untilText('做好了')
  expect(page.text).toContain('我的数据-2026-12-02.zip')
  await page.tap('.share')
  expect(phone.opened).toEqual(['我的数据-2026-12-02.zip'])
})

test('with nothing bound nothing is listed', async () => {
  gateway.handlers['data.open'] = () => ({ account: NOBODY, kept: [] })
  const page = await openPage(PAGE)
  await page.untilText('这里没有存您的数据')
})
