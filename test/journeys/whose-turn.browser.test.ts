import type { Page } from 'playwright-core'
import { Citizen } from '../cloudfunctions/support/citizen'
import { NURSE } from '../cloudfunctions/support/nurse'
import { appInBrowser } from '../support/app-in-browser'
import { addressOf } from '../support/bad-days'
import { barriersOf } from '../support/barriers'
import { eventually, shown } from '../support/browser'
import { arriveAt } from '../support/citizen'
import { look } from '../support/citizen/look'
import { touch } from '../support/citizen/touch'

/** Home, cases, progress and messages say first what waits for the citizen, until when, and what to press. */

/** A phone of 360×640, whose WeChat bar is 28 px higher than the host's. */
const SMALL = { viewport: { width: 360, height: 612 }, hasTouch: true }
const DAY_MS = 86_400_000
const world = appInBrowser()

async function untilText(page: Page, text: string): Promise<void> {
  await eventually(
    () => shown(page).innerText(),
    (now) => now.includes(text),
    20_000,
  )
}

/** The lowest edge of an element on the first screen, in px from the top of the phone. */
async function bottomOf(page: Page, selector: string): Promise<number> {
  const box = await shown(page).locator(selector).first().boundingBox()
  return box === null ? Infinity : box.y + box.height
}

const overflow = (page: Page): Promise<number> =>
  shown(page).evaluate((element) => element.scrollWidth - element.clientWidth)

async function judge(page: Page, name: string): Promise<void> {
  await look(page, name)
  expect(await barriersOf(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}

test('what waits for me stands on the first screen of home, cases, progress and messages', async () => {
  const { app } = world
  const citizen = new Citizen(app, 'turn')
  await citizen.bind(NURSE.account)
  const { page: list } = await citizen.call('case.list', { category: 'supplement', pageNo: 1 })
  const caseNo = list.rows[0]?.caseNo ?? ''
  const { office } = app.provider
  office.act(caseNo, 'receiveSupplement')
  office.act(caseNo, 'requestSupplement', { opinion: '照片不清晰，请重新上传', deadline: Date.now() + 3 * DAY_MS })

  const phone = await world.browser.open(addressOf(app, 'turn', 'pages/home/home'), SMALL)
  const { page } = phone
  await untilText(page, '轮到您：补正材料')
  await untilText(page, '还有')
  const tabBar = (await page.locator('#tab-bar').boundingBox())?.y ?? 0
  expect(await bottomOf(page, '.turn-act')).toBeLessThan(tabBar)
  expect(await bottomOf(page, '.counts')).toBeLessThan(tabBar)
  await judge(page, 'home-turn')

  await touch(page.locator('#tab-bar').getByText('办件'))
  await untilText(page, '补证件：')
  expect(await bottomOf(page, '.case-act')).toBeLessThan(tabBar)
  await judge(page, 'cases-turn')
  await touch(shown(page).locator('.case-body').first())
  await arriveAt(page, 'packages/case/pages/progress/progress')
  await untilText(page, '照片不清晰')
  expect(await bottomOf(page, '.turn-act')).toBeLessThan(SMALL.viewport.height)
  await judge(page, 'progress-turn')
  await touch(shown(page).locator('.calendar'))
  await touch(page.getByRole('dialog').getByText('确定', { exact: true }))
  await touch(shown(page).locator('.turn-act'))
  await arriveAt(page, 'packages/declare/pages/supplement/supplement')
  phone.assertHealthy()
}, 120_000)

test('home without an account, me, messages and the other lists have no barrier', async () => {
  const { app } = world
  const visitor = await world.browser.open(addressOf(app, 'visitor', 'pages/home/home'), SMALL)
  await untilText(visitor.page, '登录一网通，办件都在这里')
  await judge(visitor.page, 'home-unbound')
  await touch(shown(visitor.page).locator('.bind-action'))
  await arriveAt(visitor.page, 'packages/account/pages/bind/bind')
  await touch(shown(visitor.page).locator('.submit'))
  await untilText(visitor.page, '请填写密码')
  await judge(visitor.page, 'bind-empty')
  const citizen = new Citizen(app, 'lists')
  await citizen.bind(NURSE.account)
  const phone = await world.browser.open(addressOf(app, 'lists', 'pages/account/account'), SMALL)
  const { page } = phone
  await untilText(page, '我的信息和解除绑定')
  await touch(shown(page).locator('.data .fold'))
  await judge(page, 'account')
  await touch(shown(page).locator('.inbox'))
  await arriveAt(page, 'packages/account/pages/inbox/inbox')
  await untilText(page, '还没有消息')
  await judge(page, 'inbox')
  visitor.assertHealthy()
  phone.assertHealthy()
}, 120_000)
