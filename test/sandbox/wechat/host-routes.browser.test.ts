import { DESKTOP, eventually, expectText, routes, tap } from '../../support/browser'
import { gateway, host, openAt, openRoute, page, prepareHost, text } from './host'

prepareHost()

describe('navigation', () => {
  beforeEach(() => openRoute('pages/home/home'))

  it('opens a subpackage page with parameters and an event channel, and comes back with an answer', async () => {
    await tap(page, '.item')
    await expectText(page, '#detail', '1 天津 home 第 2 页')
    expect(await page.title()).toBe('详情')
    await tap(page, '#back')
    await expectText(page, '#picked', '选了 1')
    expect(await text('#log')).toBe('load show ready hide show')
    expect(await text('#card-log')).toContain('hide show')
  })

  it('goes back with the bar, follows a navigator and keeps the route over a reload', async () => {
    await tap(page, '#link')
    await expectText(page, '#detail', '7')
    host.reload()
    await page.waitForEvent('load')
    await expectText(page, '#detail', '7')
    expect(await routes(page)).toEqual(['packages/extra/detail/detail'])
    await page.getByRole('button', { name: '首页' }).first().tap()
    await eventually(
      () => routes(page),
      (stack) => stack.join() === 'pages/home/home',
    )
  })

  it('refuses an eleventh page and a tab as a page', async () => {
    await tap(page, '.item')
    for (let depth = 3; depth <= 10; depth += 1) {
      await tap(page, '#deeper')
      await expectText(page, '#detail', `第 ${depth} 页`)
    }
    await tap(page, '#deeper')
    await expectText(page, '#refused', 'navigateTo:fail webview count limit exceed')
    await tap(page, '#to-tab')
    await expectText(page, '#refused', 'navigateTo:fail can not navigateTo a tabbar page')
    expect(await routes(page)).toHaveLength(10)
  })

  it('switches tabs and keeps what a tab page holds', async () => {
    await tap(page, '#add')
    const tab = (name: string) => page.locator('#tab-bar button', { hasText: name })
    await tab('能力').tap()
    await eventually(
      () => routes(page),
      (stack) => stack.join() === 'pages/device/device',
    )
    await tab('首页').tap()
    await expectText(page, '#foot', '共 2 条')
    expect(await routes(page)).toEqual(['pages/home/home'])
  })
})

describe('desktop', () => {
  it('frames the phone, works with a mouse, and lets one choose the citizen', async () => {
    await openAt(host.url, { viewport: DESKTOP, hasTouch: false, isMobile: false })
    const phone = page.frameLocator('#phone')
    await phone.locator('#add').click()
    await phone.locator('#foot', { hasText: '共 2 条' }).waitFor()
    await phone.locator('#city').click()
    await page.waitForTimeout(450)
    const wheel = await phone.locator('.weui-picker:visible .weui-picker__group').boundingBox()
    if (!wheel) throw new Error('no picker')
    const [x, y] = [wheel.x + wheel.width / 2, wheel.y + wheel.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x, y - 34, { steps: 8 })
    await page.waitForTimeout(350)
    await page.mouse.up()
    await page.waitForTimeout(300)
    await phone.locator('.weui-picker:visible .weui-picker__action').last().click()
    await phone.locator('#city', { hasText: '天津' }).waitFor()
    await phone.locator('#submit').click()
    await phone.locator('#submitted', { hasText: 'company' }).waitFor()
    await page.getByLabel('虚构的办事人').selectOption('citizen-2')
    await phone.locator('#launch', { hasText: 'citizen-2' }).waitFor()
    expect(await page.getByRole('link', { name: /窗口工作台/ }).getAttribute('href')).toBe(`${gateway.url}/desk/`)
  })

  it('fills a phone without a frame', async () => {
    await openAt(host.url)
    await expectText(page, '#foot', '共 1 条')
    expect(await page.locator('#phone').count()).toBe(0)
  })

  it('shows a broken build over the page and recovers with the next good one', async () => {
    await openRoute('pages/device/device')
    host.showError('pages/home/home.ts:3 Expected ";"')
    await page.getByRole('alert').getByText('pages/home/home.ts:3').waitFor()
    host.reload()
    await page.waitForEvent('load')
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(
      await eventually(
        () => routes(page),
        (stack) => stack.length > 0,
      ),
    ).toEqual(['pages/device/device'])
  })
})
