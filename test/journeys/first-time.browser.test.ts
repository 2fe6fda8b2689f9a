import type { Page } from 'playwright-core'
import { NURSE } from '../cloudfunctions/support/nurse'
import { type App, startApp } from '../support/app'
import { addressOf } from '../support/bad-days'
import { barriersOf } from '../support/barriers'
import { type BrowserPage, expectText, launchBrowser, shown, tap, type TestBrowser } from '../support/browser'
import { arriveAt, openTab } from '../support/citizen'
import { layoutFaultsAll, SMALL_PHONE } from '../support/layout'

/** Somebody opens the mini-program for the first time: three cards, once, and never before a page that was asked for. */

const HOME = 'pages/home/home'
const GUIDE = '.guide-title'

let app: App
let browser: TestBrowser
beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), launchBrowser()])
}, 120_000)
afterAll(async () => {
  await browser.close()
  await app.close()
})

const open = (citizen: string, route: string): Promise<BrowserPage> =>
  browser.open(addressOf(app, citizen, route), { viewport: SMALL_PHONE })
const hasGuide = async (page: Page): Promise<boolean> => (await shown(page).locator(GUIDE).count()) > 0
const homeShows = (page: Page): Promise<string> => expectText(page, '.search', '搜事项')

test('the cards come once, one after the other; each can be read and pressed; then home is there with its tab bar', async () => {
  const phone = await open('first', HOME)
  const { page } = phone
  const faults: Record<string, string[]> = {}
  for (const title of ['先知道要准备什么', '填到哪里，记到哪里', '橙色就是轮到您']) {
    await expectText(page, GUIDE, title)
    expect(await page.locator('#tab-bar').isVisible()).toBe(false)
    faults[title] = [...(await layoutFaultsAll(page)), ...(await barriersOf(page))]
    await tap(page, '.guide-next')
  }
  expect(faults).toEqual({ 先知道要准备什么: [], '填到哪里，记到哪里': [], 橙色就是轮到您: [] })
  await homeShows(page)
  expect([await hasGuide(page), await page.locator('#tab-bar').isVisible()]).toEqual([false, true])
  phone.assertHealthy()
}, 60_000)

test('skipped with one tap; not there after a reload; under 我的 again, as often as one likes', async () => {
  const phone = await open('skips', HOME)
  const { page } = phone
  await expectText(page, GUIDE, '先知道要准备什么')
  await tap(page, '.skip')
  await homeShows(page)
  await page.reload()
  await homeShows(page)
  expect(await hasGuide(page)).toBe(false)

  await openTab(page, '我的')
  await tap(page, '.intro')
  await arriveAt(page, 'packages/account/pages/intro/intro')
  await expectText(page, GUIDE, '先知道要准备什么')
  await tap(page, '.skip')
  await arriveAt(page, 'pages/account/account')
  phone.assertHealthy()
}, 60_000)

test('who was sent to a page sees that page, and home afterwards as it is', async () => {
  const phone = await open('sent', `packages/matter/pages/guide/guide?matterId=${NURSE.matterId}`)
  const { page } = phone
  await expectText(page, '.matter-name', '护士执业注册')
  expect(await hasGuide(page)).toBe(false)
  await page.evaluate(() => void wx.switchTab({ url: '/pages/home/home' }))
  await arriveAt(page, HOME)
  await homeShows(page)
  expect(await hasGuide(page)).toBe(false)
  phone.assertHealthy()
}, 60_000)
