import type * as Routes from '../../../miniprogram/platform/routes'
import { refuse } from '../../support/gateway'
import { keeps, phone } from '../../support/phone'
import { openPage } from '../../support/simulate'
import { FREIGHT } from '../fixtures'
import { DOWN, gateway, openMatters, prepareMatters } from './matters-page'

prepareMatters()

test('lists all matters by theme', async () => {
  const page = await openMatters()
  expect(page.all('.group-title').map(({ text }) => text)).toEqual(['交通运输1 项', '卫生健康1 项'])
  expect(gateway.calls).toHaveLength(1)
})

test.each([
  ['护士', '护士执业注册'],
  ['护士注册', '护士执业注册'],
  ['货运', '道路货运许可'],
  ['道路货物运输经营许可（危险货物除外）', '道路货运许可'],
  ['许可 货物', '道路货运许可'],
  ['卫生健康', '护士执业注册'],
  ['hs', '护士执业注册'],
  ['hszyzc', '护士执业注册'],
])('finds by %s', async (query, expected) => {
  const page = await openMatters()
  await page.type('.search-input', query)
  expect(page.text).toContain('共 1 项')
  expect(page.text).toContain(expected)
  expect(gateway.calls).toHaveLength(1)
})

describe('an answer without matters', () => {
  const helped = { matters: [FREIGHT], more: false, phone: '13000000109' }

  test('helps on: what was searched for, shorter words, themes, recommended matters, whom to call', async () => {
    gateway.handlers = { ...gateway.handlers, 'matter.recommend': () => helped }
    const page = await openMatters()
    await page.type('.search-input', '护士资格证')
    await page.untilText('13000000109')
    expect(page.text).toContain('没有找到“护士资格证”')
    expect(
      page
        .find('.nothing')
        .all('.word')
        .map(({ text }) => text),
    ).toEqual(['护士'])
    expect(
      page
        .find('.nothing')
        .find('.by-topic')
        .all('.tile')
        .map(({ text }) => text),
    ).toEqual(['交通运输', '卫生健康', '全部事项'])
    expect(
      page
        .find('.nothing')
        .all('.recommended')
        .map(({ text }) => text),
    ).toEqual([expect.stringContaining('道路货运许可')])
    await page.find('.nothing').find('.phone').tap('.call')
    expect(phone.called).toEqual(['13000000109'])
    await page.type('.search-input', '护士资格')
    expect(gateway.calls.filter(({ action }) => action === 'matter.recommend')).toHaveLength(1)
  })

  test('each way on leads on', async () => {
    gateway.handlers = {
      ...gateway.handlers,
      'matter.recommend': () => helped,
      'matter.search': () => ({ matters: [] }),
    }
    const page = await openMatters()
    await page.type('.search-input', '护士资格证')
    await page.find('.nothing').tap('.word')
    await page.untilText('共 1 项')
    expect(page.text).toContain('护士执业注册')
    await page.type('.search-input', '护士资格证')
    await page.find('.nothing').find('.by-topic').tapText('.tile', '交通运输')
    await page.untilText('道路货运许可')
    expect(page.text).toContain('共 1 项')
    await page.type('.search-input', '出国护照')
    expect(page.text).toContain('请换一个短一点的词')
    await page.emit('.nothing', 'select', { matterId: FREIGHT.matterId })
    expect(phone.visits).toEqual([
      { verb: 'navigateTo', url: '/packages/matter/pages/guide/guide?matterId=SX-FREIGHT' },
    ])
    await page.find('.nothing').find('.by-topic').tapText('.tile', '全部事项')
    expect(page.text).toContain('共 2 项')
  })

  test('without recommendations it still helps', async () => {
    gateway.handlers = { ...gateway.handlers, 'matter.recommend': () => refuse(DOWN) }
    const page = await openMatters()
    await page.type('.search-input', '出国护照')
    await page.untilText('可以到政务服务大厅的窗口咨询')
    expect(page.text).toContain('按主题找')
    expect(page.text).not.toContain('没有取到')
  })

  test('names what the list is narrowed to', async () => {
    gateway.handlers = { ...gateway.handlers, 'matter.recommend': () => helped }
    const page = await openMatters()
    await page.tapText('.filter', '企业')
    await page.type('.search-input', '护士')
    expect(page.text).toContain('现在只列出“企业办理”的事项')
  })
})

test('shows the matters of one topic, which the home page can ask for', async () => {
  const page = await openMatters()
  await page.tapText('.topic', '卫生健康')
  expect(page.text).toContain('共 1 项，都能网上办')
  expect(page.text).not.toContain('道路货运许可')
  // A search looks everywhere.
  await page.type('.search-input', '货运')
  expect(page.text).toContain('道路货运许可')
  await page.tap('.clear')
  expect(page.text).toContain('共 2 项，1 项到窗口办')
  // Asked for after plugIn, which starts every module anew.
  const { goTo } = jest.requireActual<typeof Routes>('../../../miniprogram/platform/routes')
  await goTo('matters', { topic: '交通运输' })
  await page.call('onShow')
  expect(page.text).toContain('道路货运许可')
  expect(page.text).not.toContain('护士')
})

test('shows only what an enterprise can apply for', async () => {
  const page = await openMatters()
  await page.tapText('.filter', '企业')
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

test('a search is there again after the mini-program was closed, but not an hour later, and a number never', async () => {
  const page = await openMatters()
  await page.type('.search-input', '货运')
  await page.untilText('共 1 项')
  const again = await openPage('pages/matters/matters')
  await again.untilText('共 1 项')
  expect(again.node.data['query']).toBe('货运')
  expect(keeps('words.anyone')).toBe(true)
  await again.type('.search-input', '１３０ 0000-0101')
  await again.rest()
  expect(keeps('words.anyone')).toBe(false)
  await again.type('.search-input', '货运')
  await again.rest()
  jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_001)
  expect((await openMatters()).node.data['query']).toBe('')
  jest.restoreAllMocks()
})
