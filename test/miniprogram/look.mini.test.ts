import { refuse, startGateway, type Gateway } from '../support/gateway'
import { phone } from '../support/phone'
import { openPage, plugIn, unplug } from '../support/simulate'
import type { Screen } from '../support/screen'
import { AS_PERSON, CASE, HOME } from './fixtures'

let gateway: Gateway

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.handlers = { 'home.open': () => HOME, 'account.get': () => AS_PERSON }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

const HOME_PAGE = 'pages/home/home'
const CASES_PAGE = 'pages/cases/cases'
const ACCOUNT_PAGE = 'pages/account/account'
const lookOf = (page: Screen): unknown => page.node.data['look']
/** What WeChat does when a page comes to the front. */
const comesToFront = ({ node }: Screen): void =>
  (node.instance as unknown as { triggerPageLifeTime(name: 'show'): void }).triggerPageLifeTime('show')
const themeChanges = (theme: 'light' | 'dark'): void => {
  phone.theme = theme
  phone.themeListeners.forEach((listener) => listener({ theme }))
}

describe('关怀模式', () => {
  test('from home, at once, kept, and off again; home says what to do and little else', async () => {
    const home = await openPage(HOME_PAGE)
    await home.untilText('按主题找事项')
    expect(lookOf(home)).toBe('look')
    await home.tap('.care')
    expect([lookOf(home), phone.storage.get('look.size')]).toEqual(['look look-large', 'large'])
    expect(home.text).toContain('退出大字')
    expect(home.text).toContain('查我的办件')
    expect(home.text).not.toContain('按主题找事项')
    expect(phone.tabBarHidden).toBe(true)
    await home.tapText('.ways .row-host', '我要办事')
    expect(phone.visits.at(-1)?.url).toBe('/pages/matters/matters')
    await home.tap('.care')
    expect([lookOf(home), phone.tabBarHidden]).toEqual(['look', false])
  })

  test('the switch on home knows the size that was chosen before', async () => {
    const { keepSize } = await import('../../miniprogram/platform/look')
    keepSize('largest')
    const home = await openPage(HOME_PAGE)
    await home.tap('.care')
    expect(lookOf(home)).toBe('look')
    await home.tap('.care')
    expect(lookOf(home)).toBe('look look-large look-largest')
  })

  test('is there on the first frame of the next visit', async () => {
    phone.storage.set('look.size', 'largest')
    phone.theme = 'dark'
    const home = await openPage(HOME_PAGE)
    expect(lookOf(home)).toBe('look look-dark look-large look-largest')
  })

  test('every page without a telephone of its own ends with it; a tab has a bar with it and the way home', async () => {
    phone.storage.set('look.size', 'large')
    phone.storage.set('window.phone', '022-00000001')
    gateway.handlers['matter.list'] = () => ({ account: AS_PERSON, matters: [] })
    gateway.handlers['credit.open'] = () => refuse({ code: 'UPSTREAM_UNAVAILABLE', retryable: true })
    const credit = await openPage('packages/account/pages/credit/credit')
    await credit.untilText('打电话问窗口')
    const login = await openPage('packages/account/pages/bind/bind')
    expect(login.text).toContain('022-00000001')
    const page = await openPage('pages/matters/matters')
    await page.untilText('回首页')
    await page.find('.state').tap('.foot-call')
    expect(phone.called).toEqual(['022-00000001'])
    await page.find('.state').tap('.foot-home')
    expect(phone.visits.at(-1)).toEqual({ verb: 'switchTab', url: '/pages/home/home' })
  })

  test('the list of cases shows five, and five more when asked', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => ({ ...CASE, caseNo: `TJ-${index + 1}` }))
    gateway.handlers['case.list'] = () => ({
      account: AS_PERSON,
      counts: { supplement: 0, processing: 12, finished: 0, promise: 0 },
      page: { total: 12, pageNo: 1, pageSize: 20, rows },
      unfinished: [],
      category: 'processing',
    })
    const usual = await openPage(CASES_PAGE)
    await usual.untilText('TJ-12')
    phone.storage.set('look.size', 'large')
    const page = await openPage(CASES_PAGE)
    await page.untilText('再看 5 件')
    expect(page.all('.case')).toHaveLength(5)
    await page.find('.few-more').tap('.few')
    expect(page.text).toContain('再看 2 件')
    await page.find('.few-more').tap('.few')
    expect(page.all('.case')).toHaveLength(12)
    expect(page.has('.few-more')).toBe(false)
  })

  test('a size that nobody knows is the usual one', async () => {
    phone.storage.set('look.size', 'enormous')
    phone.storage.set('look.theme', 7)
    expect(lookOf(await openPage(HOME_PAGE))).toBe('look')
  })
})

describe('dark', () => {
  test('follows the phone, also while a page is open', async () => {
    await import('../../miniprogram/app')
    const home = await openPage(HOME_PAGE)
    expect(lookOf(home)).toBe('look')
    themeChanges('dark')
    expect(lookOf(home)).toBe('look look-dark')
    // WeChat's own bars follow theme.json by themselves.
    expect(phone.bars).toEqual({ navigation: '', background: '', tabs: '', tabIcon: '' })
  })

  test('chosen in 我的, the open pages and WeChat’s bars change by hand; the phone has no say any more', async () => {
    const home = await openPage(HOME_PAGE)
    const page = await openPage(ACCOUNT_PAGE)
    await page.untilText('深色模式')
    const choice = page.find('.look-choice')
    expect(choice.text).toContain('深色模式跟随手机')
    await choice.find('.themes').tap('.fold')
    await choice.tapText('.theme', '总是深色')
    expect(choice.text).toContain('深色模式总是深色')
    expect([lookOf(page), lookOf(home)]).toEqual(['look look-dark', 'look look-dark'])
    expect(phone.bars).toEqual({
      navigation: '#10151d',
      background: '#10151d',
      tabs: '#1a212c',
      tabIcon: 'images/tab-account-dark.png',
    })
    await choice.tapText('.theme', '总是浅色')
    themeChanges('dark')
    expect(lookOf(page)).toBe('look')
    await choice.tapText('.theme', '跟随手机')
    expect(lookOf(page)).toBe('look look-dark')
    comesToFront(page)
    expect(phone.bars.navigation).toBe('#10151d')
  })

  test('what the phone cannot keep is said, and nothing changes', async () => {
    const page = await openPage(ACCOUNT_PAGE)
    await page.untilText('深色模式')
    phone.storageFull = true
    await page.find('.look-choice').tapText('.size', '大字')
    expect(page.text).toContain('手机存储空间不足')
    expect(lookOf(page)).toBe('look')
  })
})
