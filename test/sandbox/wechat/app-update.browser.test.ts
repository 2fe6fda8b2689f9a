import { type App, startApp } from '../../support/app'
import { type BrowserPage, eventually, launchBrowser, shown, tap, type TestBrowser } from '../../support/browser'
import { arriveAt, openTab } from '../../support/citizen'
import { knowsTheApp } from '../../support/known-app'

let app: App
let browser: TestBrowser
let opened: BrowserPage

beforeAll(async () => {
  app = await startApp()
  browser = await launchBrowser(knowsTheApp)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await app.close()
})
afterEach(async () => {
  opened.assertHealthy()
  await opened.context.close()
})

/** News of a version that the program has heard, in a list that a restart of the program takes away. */
const HEARD = 'sandboxHeard'

async function open(route: string) {
  opened = await browser.open(`${app.url}/phone.html#/${route}`)
  const { page } = opened
  await page.evaluate((name) => {
    const heard: unknown[] = []
    Object.assign(globalThis, { [name]: heard })
    wx.getUpdateManager().onCheckForUpdate((news) => heard.push(news))
  }, HEARD)
  return page
}
const heard = () =>
  opened.page.evaluate((name) => new Map<string, unknown>(Object.entries(globalThis)).get(name), HEARD)
const NEWS = [{ hasUpdate: true }]

async function announce(isReady: boolean): Promise<void> {
  app.announceVersion(isReady)
  await eventually(heard, (list) => JSON.stringify(list) === JSON.stringify(NEWS))
}
const question = () => opened.page.getByText('小程序有新版本')

test('a new version is offered on a tab, and the phone restarts into it', async () => {
  const page = await open('pages/home/home')
  await shown(page).getByText('事项').first().waitFor()
  await announce(true)
  await question().waitFor()
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '现在更新' }).tap()])
  await shown(page).getByText('事项').first().waitFor()
  expect(await heard()).toBeUndefined()
  expect(await question().isVisible()).toBe(false)
}, 60_000)

test('in the middle of a login nothing is asked; back on a tab it is, and later means later', async () => {
  const page = await open('pages/account/account')
  await tap(page, '.bind')
  await arriveAt(page, 'packages/account/pages/bind/bind')
  await announce(true)
  expect(await question().isVisible()).toBe(false)
  await page.getByLabel('返回').tap()
  await question().waitFor()
  await page.getByRole('button', { name: '以后再说' }).tap()
  await question().waitFor({ state: 'hidden' })
  await openTab(page, '首页')
  await arriveAt(page, 'pages/home/home')
  expect(await question().isVisible()).toBe(false)
  expect(await heard()).toEqual(NEWS)
}, 60_000)

test('a version that could not be fetched is no news for the citizen, and is not started', async () => {
  const page = await open('pages/home/home')
  await announce(false)
  await openTab(page, '我的')
  await arriveAt(page, 'pages/account/account')
  expect(await question().isVisible()).toBe(false)
  await page.evaluate(() => wx.getUpdateManager().applyUpdate())
  expect(await heard()).toEqual(NEWS)
}, 60_000)
