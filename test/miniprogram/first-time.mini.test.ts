import { startGateway, type Gateway } from '../support/gateway'
import { phone } from '../support/phone'
import type { Screen } from '../support/screen'
import { openPage, plugIn, unplug } from '../support/simulate'
import { AS_PERSON, HOME } from './fixtures'

/** The three cards for who opens the mini-program for the first time. */

const HOME_PAGE = 'pages/home/home'
const INTRO = 'packages/account/pages/intro/intro'

let gateway: Gateway
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.calls.length = 0
  gateway.handlers = { 'home.open': () => HOME, 'account.get': () => AS_PERSON }
})
afterEach(unplug)

/** What WeChat does when a page comes to the front. */
const comesToFront = ({ node }: Screen): void =>
  (node.instance as unknown as { triggerPageLifeTime(name: 'show'): void }).triggerPageLifeTime('show')

/** The app starts with that page, on a phone that keeps what was kept. */
async function launch(path: string): Promise<Screen> {
  const kept = [...phone.storage]
  plugIn({ gateway: gateway.url, launchedWith: path })
  kept.forEach(([key, value]) => phone.storage.set(key, value))
  await import('../../miniprogram/app')
  const page = await openPage(path, path === HOME_PAGE ? {} : { matterId: 'SX-NURSE' })
  comesToFront(page)
  return page
}
const firstTime = () => import('../../miniprogram/platform/first-time')
const forgetAll = (): void => phone.storage.clear()
beforeEach(forgetAll)

test('at the first start home shows three cards one after the other, without the tab bar, and then itself', async () => {
  const home = await launch(HOME_PAGE)
  const guide = home.find('.guide')
  expect(guide.text).toContain('先知道要准备什么')
  expect(home.has('.search')).toBe(false)
  expect(phone.tabBarHidden).toBe(true)
  await guide.tap('.guide-next')
  expect(guide.text).toContain('填到哪里，记到哪里')
  await guide.tap('.guide-next')
  expect(guide.text).toContain('橙色就是轮到您')
  expect(guide.text).toContain('开始用')
  expect(guide.has('.skip')).toBe(false)
  await guide.tap('.guide-next')
  await home.untilText('按主题找事项')
  expect([home.has('.guide'), phone.tabBarHidden]).toEqual([false, false])
  // Home has loaded meanwhile, once.
  expect(gateway.calls.map(({ action }) => action)).toEqual(['home.open'])
})

test('is skipped with one tap, and is not there at the next start', async () => {
  const home = await launch(HOME_PAGE)
  await home.find('.guide').tap('.skip')
  await home.untilText('按主题找事项')
  expect(home.has('.guide')).toBe(false)
  const again = await launch(HOME_PAGE)
  await again.untilText('按主题找事项')
  expect([again.has('.guide'), phone.tabBarHidden]).toEqual([false, false])
})

test('whoever only looked at the first card does not get it again either', async () => {
  await launch(HOME_PAGE)
  expect((await launch(HOME_PAGE)).has('.guide')).toBe(false)
})

test('a page that somebody was sent to comes first, and home after it is home; the next start on home tells', async () => {
  const sentTo = await launch('packages/matter/pages/guide/guide')
  expect(sentTo.has('.skip')).toBe(false)
  const { isFirstTime } = await firstTime()
  expect(isFirstTime()).toBe(false)
  expect((await launch(HOME_PAGE)).has('.guide')).toBe(true)
})

test('a phone that keeps nothing is not told at each start', async () => {
  plugIn()
  phone.storageFull = true
  const { isFirstTime, noteLaunch } = await firstTime()
  noteLaunch(HOME_PAGE)
  expect(isFirstTime()).toBe(false)
})

test('under 我的 it is there again, and leads back', async () => {
  plugIn({ gateway: gateway.url })
  const account = await openPage('pages/account/account')
  await account.untilText('怎样用')
  await account.tap('.intro')
  expect(phone.visits.at(-1)?.url).toBe(`/${INTRO}`)
  const intro = await openPage(INTRO)
  await intro.find('.guide').tap('.skip')
  expect(phone.visits.at(-1)?.verb).toBe('navigateBack')
})
