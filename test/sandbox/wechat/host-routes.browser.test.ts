import { DESKTOP, eventually, expectText, routes, tap } from '../../support/browser'
import { gateway, host, openAt, opened, openRoute, page, prepareHost, text } from './host'

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
    const bar = page.locator('#tab-bar')
    expect(await bar.evaluate((element) => getComputedStyle(element).borderTopColor)).toBe('rgba(255, 255, 255, 0.2)')
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

  it('reaches every control with Tab, and presses it with Enter or the space bar', async () => {
    await openAt(`${host.url}/phone.html#/pages/home/home`, { viewport: DESKTOP, hasTouch: false, isMobile: false })
    await expectText(page, '#foot', '共 1 条')
    const reached = new Set<string>()
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab')
      reached.add(await page.evaluate(() => document.activeElement?.closest('[id]')?.id ?? ''))
    }
    expect([...reached]).toEqual(expect.arrayContaining(['add', 'name', 'memo', 'fold', 'submit', 'link']))
    await page.locator('#add').press('Enter')
    await expectText(page, '#foot', '共 2 条')
    await page.locator('#fold').press('Space')
    await page.locator('#fold').waitFor({ state: 'detached' })
  })

  it('goes back one page with the browser, and never leaves the program', async () => {
    await openRoute('pages/home/home')
    await tap(page, '.item')
    await expectText(page, '#detail', '1 天津 home 第 2 页')
    await page.goBack()
    await eventually(
      () => routes(page),
      (stack) => stack.join() === 'pages/home/home',
    )
    for (let times = 0; times < 6; times += 1) await page.goBack()
    expect(await routes(page)).toEqual(['pages/home/home'])
    expect(page.url()).toContain('#/pages/home/home')
    await tap(page, '#add')
    await expectText(page, '#foot', '共 2 条')
  })

  it('opens in more tabs than a browser has connections, and all of them hear of a build', async () => {
    await openRoute('pages/home/home')
    const others = await Promise.all(Array.from({ length: 6 }, () => opened.context.newPage()))
    await Promise.all(others.map((other) => other.goto(`${host.url}/phone.html#/pages/home/home`)))
    for (const other of others) await other.locator('#foot', { hasText: '共 1 条' }).waitFor()
    host.showError('pages/home/home.ts:3 Expected ";"')
    for (const tab of [page, ...others]) await tab.getByRole('alert').getByText('pages/home/home.ts:3').waitFor()
    // The one that listened is closed: another one does now, and what opens still learns what is broken.
    await page.close()
    const late = await opened.context.newPage()
    await late.goto(`${host.url}/phone.html#/pages/home/home`)
    await late.getByRole('alert').getByText('pages/home/home.ts:3').waitFor()
    const reloads = [...others, late].map((tab) => tab.waitForEvent('load'))
    host.reload()
    await Promise.all(reloads)
  }, 90_000)

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
