import { startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import { openPage, plugIn, unplug } from '../../support/simulate'
import { AS_PERSON, FREIGHT, NURSE } from '../fixtures'

let gateway: Gateway

beforeAll(async () => {
  gateway = await startGateway({ 'matter.list': () => ({ account: AS_PERSON, matters: [FREIGHT, NURSE] }) })
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.calls.length = 0
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

async function openMatters() {
  const page = await openPage('pages/matters/matters')
  await page.untilText('共 2 项')
  return page
}

test('lists all matters by theme', async () => {
  const page = await openMatters()
  expect(page.all('.group-title').map(({ text }) => text)).toEqual(['交通运输', '卫生健康'])
  expect(gateway.calls).toHaveLength(1)
})

test.each([
  ['护士', '护士执业注册'],
  ['护士注册', '护士执业注册'],
  ['货运', '道路货运许可'],
  ['道路货物运输经营许可（危险货物除外）', '道路货运许可'],
  ['许可 货物', '道路货运许可'],
  ['卫生健康', '护士执业注册'],
])('finds by %s', async (query, expected) => {
  const page = await openMatters()
  await page.type('.search-input', query)
  expect(page.text).toContain('共 1 项')
  expect(page.text).toContain(expected)
  expect(gateway.calls).toHaveLength(1)
})

test('an answer without matters helps on, and leads back to all', async () => {
  const page = await openMatters()
  await page.type('.search-input', '出国护照')
  expect(page.text).toContain('没有找到符合的事项')
  expect(page.text).toContain('请换一个简短的词')
  await page.tap('.clear')
  expect(page.text).toContain('共 2 项')
})

test('shows only what an enterprise can apply for', async () => {
  const page = await openMatters()
  await page.tapText('.filter', '企业办理')
  expect(page.text).toContain('共 1 项')
  expect(page.text).toContain('道路货运许可')
  expect(page.text).not.toContain('护士')
})

test('opens the guide of a matter', async () => {
  const page = await openMatters()
  await page.emit('.matter', 'select', { matterId: FREIGHT.matterId })
  expect(phone.visits).toEqual([{ verb: 'navigateTo', url: '/packages/matter/pages/guide/guide?matterId=SX-FREIGHT' }])
})

test('an upstream failure is never an empty list', async () => {
  gateway.raw = (response) => response.writeHead(502).end('<html>Bad Gateway</html>')
  const page = await openPage('pages/matters/matters')
  await page.untilText('系统出了问题')
  expect(page.text).not.toContain('没有找到')
  gateway.raw = null
  await page.emit('.state', 'retry', {})
  await page.untilText('共 2 项')
})
