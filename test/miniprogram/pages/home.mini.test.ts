import type { MatterBrief } from '../../../miniprogram/shared/domain/matter'
import { refuse, startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import { openPage, plugIn, unplug } from '../../support/simulate'
import { AS_ENTERPRISE, AS_PERSON, FREIGHT, HOME, NOBODY, NURSE } from '../fixtures'

let gateway: Gateway

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.calls.length = 0
  gateway.raw = null
  gateway.handlers = { 'home.open': () => HOME }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

const openHome = () => openPage('pages/home/home')
const DOWN = { code: 'UPSTREAM_UNAVAILABLE', retryable: true } as const

test('opens with one call and shows who I am, my drafts, my counts and the matters', async () => {
  const home = await openHome()
  await home.untilText('护士执业注册')
  expect(gateway.calls.map(({ action }) => action)).toEqual(['home.open'])
  expect(home.text).toContain('天津高新区政务服务办公室')
  expect(home.text).toContain('个人欧**五')
  expect(home.text).toContain('尚未提交')
  expect(home.all('.count').map(({ text }) => text)).toEqual(['3在办件', '1补证件', '0承诺补证件', '5办结件'])
  expect(home.text.indexOf('护士执业注册可网上申报')).toBeLessThan(home.text.indexOf('道路货运许可'))
})

test('while nothing is recommended, what the active identity can file comes first', async () => {
  const matters = { ok: true as const, value: [NURSE, { ...FREIGHT, fileable: true }] }
  const recommended = { ok: false as const, error: DOWN }
  gateway.handlers = { 'home.open': () => ({ ...HOME, account: AS_ENTERPRISE, matters, recommended }) }
  const home = await openHome()
  await home.untilText('常用事项')
  expect(home.text).not.toContain('没有取到')
  expect(home.has('.another')).toBe(false)
  expect(home.text.indexOf('道路货运许可')).toBeLessThan(home.text.indexOf('护士执业注册可网上申报'))
})

test('says that it is loading, and never shows an empty list meanwhile', async () => {
  let release = (): void => undefined
  gateway.handlers = { 'home.open': () => new Promise((resolve) => (release = () => resolve(HOME))) }
  const home = await openHome()
  expect(home.text).toContain('正在加载')
  expect(home.text).toContain('正在读取当前身份')
  expect(home.text).not.toContain('为您推荐')
  await home.until(() => gateway.calls.length === 1, 'the call')
  release()
  await home.untilText('为您推荐')
  expect(home.text).not.toContain('正在加载')
})

test('without a binding: offers to bind, and still shows the matters', async () => {
  gateway.handlers = {
    'home.open': () => ({ ...HOME, account: NOBODY, counts: null, drafts: { ok: true, value: [] } }),
  }
  const home = await openHome()
  await home.untilText('绑定一网通账号后')
  expect(home.text).toContain('还没有绑定账号')
  expect(home.text).toContain('护士执业注册')
  await home.tap('.bind-action')
  expect(phone.visits).toEqual([{ verb: 'navigateTo', url: '/packages/account/pages/bind/bind' }])
})

test('each failed part says so with a retry, the others stay', async () => {
  gateway.handlers = {
    'home.open': () => ({
      ...HOME,
      counts: { ok: false, error: DOWN },
      matters: { ok: false, error: DOWN },
      recommended: { ok: false, error: DOWN },
    }),
  }
  const home = await openHome()
  await home.untilText('事项没有取到')
  expect(home.text).toContain('办件数量没有取到：一网通暂时没有响应')
  expect(home.text).toContain('还没完成的申报')
  gateway.handlers = { 'home.open': () => HOME }
  await home.emit('.part-failure', 'retry', {})
  await home.untilText('道路货运许可')
  expect(home.text).not.toContain('没有取到')
})

test('a failed opening says what happened, what to do, and the id; retry opens the page', async () => {
  gateway.handlers = { 'home.open': () => refuse({ code: 'INTERNAL', retryable: true }) }
  const home = await openHome()
  await home.untilText('系统出了问题')
  expect(home.text).toMatch(/编号 [a-z0-9]+-[a-z0-9]{6}/)
  gateway.handlers = { 'home.open': () => HOME }
  await home.emit('.state', 'retry', {})
  await home.untilText('为您推荐')
})

test('a failed refresh keeps what was shown and says that it is older', async () => {
  const home = await openHome()
  await home.untilText('道路货运许可')
  phone.online = false
  await home.call('onShow')
  await home.untilText('刚才没有刷新成功')
  expect(home.text).toContain('网络没有连上')
  expect(home.text).toContain('道路货运许可')
})

test('a page that failed for want of a network opens by itself when it is back', async () => {
  phone.online = false
  const home = await openHome()
  await home.untilText('网络没有连上')
  phone.online = true
  for (const listener of phone.networkListeners) listener({ isConnected: true, networkType: 'wifi' })
  await home.untilText('为您推荐')
  unplug()
  expect(phone.networkListeners.size).toBe(0)
})

test('a slow earlier answer does not overwrite a later one', async () => {
  const releases: (() => void)[] = []
  const answers = [{ ...HOME, account: NOBODY, counts: null }, HOME]
  gateway.handlers = {
    'home.open': () =>
      new Promise((resolve) => {
        const mine = answers[releases.length] ?? HOME
        releases.push(() => resolve(mine))
      }),
  }
  const home = await openHome()
  await home.until(() => releases.length === 1, 'the first call')
  void home.call('onShow')
  await home.until(() => releases.length === 2, 'the second call')
  releases[1]?.()
  await home.untilText('欧**五')
  releases[0]?.()
  await home.rest()
  expect(home.text).toContain('欧**五')
})

test('a count leads to its list, a matter to its guide', async () => {
  const home = await openHome()
  await home.untilText('为您推荐')
  await home.tapText('.count', '补证件')
  await home.emit('.matter', 'select', { matterId: 'SX-NURSE' })
  expect(phone.visits).toEqual([
    { verb: 'switchTab', url: '/pages/cases/cases' },
    { verb: 'navigateTo', url: '/packages/matter/pages/guide/guide?matterId=SX-NURSE' },
  ])
})

describe('换一批', () => {
  const OTHER: MatterBrief = { ...FREIGHT, matterId: 'SX-OTHER', shortName: '供水单位卫生许可' }
  const recommend = (matters: readonly MatterBrief[]) => ({ matters, more: true, phone: '' })

  test('shows others, tells which ones are shown, and keeps them when the page comes back', async () => {
    gateway.handlers = { 'home.open': () => HOME, 'matter.recommend': () => recommend([OTHER]) }
    const home = await openHome()
    await home.untilText('为您推荐')
    await home.tap('.another')
    await home.untilText('供水单位卫生许可')
    expect(home.text).not.toContain('道路货运许可可网上')
    expect(gateway.calls.at(-1)).toMatchObject({
      action: 'matter.recommend',
      input: { shown: ['SX-NURSE', 'SX-FREIGHT'] },
    })
    await home.call('onShow')
    await home.rest()
    expect(home.all('.matter').map(({ text }) => text)).toEqual([expect.stringContaining('供水单位卫生许可')])
    // Of another identity, something else is recommended.
    gateway.handlers = { 'home.open': () => ({ ...HOME, account: AS_ENTERPRISE }) }
    await home.call('onShow')
    await home.untilText('护士执业注册')
    expect(home.text).not.toContain('供水单位卫生许可')
  })

  test('without an answer the old ones stay, and a line says so', async () => {
    gateway.handlers = { 'home.open': () => HOME, 'matter.recommend': () => refuse(DOWN) }
    const home = await openHome()
    await home.untilText('为您推荐')
    await home.tap('.another')
    await home.untilText('没有换成')
    expect(home.text).toContain('护士执业注册')
    gateway.handlers = { 'matter.recommend': () => recommend([OTHER]) }
    await home.tap('.another')
    await home.untilText('供水单位卫生许可')
    expect(home.text).not.toContain('没有换成')
  })

  test('an answer for the identity before is not shown under the new one', async () => {
    let release = (): void => undefined
    gateway.handlers = {
      'home.open': () => ({ ...HOME, account: AS_PERSON }),
      'matter.recommend': () => new Promise((resolve) => (release = () => resolve(recommend([OTHER])))),
    }
    const home = await openHome()
    await home.untilText('为您推荐')
    await home.tap('.another')
    expect(home.text).toContain('正在换')
    gateway.handlers = { ...gateway.handlers, 'home.open': () => ({ ...HOME, account: AS_ENTERPRISE }) }
    await home.call('onShow')
    await home.untilText('虚构医疗')
    release()
    await home.untilText('换一批')
    expect(home.text).not.toContain('供水单位卫生许可')
  })

  test('is not offered when there are no others', async () => {
    const recommended = { ok: true as const, value: { matters: [NURSE], more: false } }
    gateway.handlers = { 'home.open': () => ({ ...HOME, recommended }) }
    const home = await openHome()
    await home.untilText('为您推荐')
    expect(home.has('.another')).toBe(false)
  })
})
