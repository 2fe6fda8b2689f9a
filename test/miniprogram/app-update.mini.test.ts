import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import app from '../../miniprogram/app.json'
import type * as Attachments from '../../miniprogram/services/attachments'
import type * as UnderWay from '../../miniprogram/services/under-way'
import type * as Leaving from '../../miniprogram/packages/declare/draft/leaving'
import type * as Queues from '../../miniprogram/packages/declare/upload/queues'
import { routeUrl, type RouteName } from '../../miniprogram/platform/routes'
import { startGateway, type Gateway } from '../support/gateway'
import { phone } from '../support/phone'
import type { Screen } from '../support/screen'
import { openPage, plugIn, unplug } from '../support/simulate'
import { AS_PERSON } from './fixtures'

/** WeChat fetches a new version while the old one runs; the pages' modules and the app's are the same here. */
const load = <T extends object>(name: string): T => jest.requireActual<T>(`../../miniprogram/${name}`)
const folder = mkdtempSync(join(tmpdir(), 'app-update-'))

let gateway: Gateway
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  return gateway.close()
})
beforeEach(() => {
  gateway.handlers = { 'account.get': () => AS_PERSON }
  plugIn({ gateway: gateway.url })
  load('app')
})
afterEach(unplug)

const fetched = () => phone.updateListeners.forEach((listener) => listener())
const questions = () => phone.modals.map(({ title }) => title)
const ASKED = ['小程序有新版本']

async function openTab(): Promise<Screen> {
  const tab = await openPage('pages/account/account')
  await tab.untilText('个人')
  return tab
}
const showAgain = async (tab: Screen): Promise<void> => {
  await tab.call('onShow')
  await tab.rest()
}

test('on a tab the citizen is asked at once, in words that say what stays, and the app restarts when she agrees', async () => {
  const tab = await openTab()
  fetched()
  await tab.until(() => phone.restarts === 1, 'the restart')
  expect(questions()).toEqual(ASKED)
  expect(phone.modals[0]?.content).toBe(
    '新版本已经下载好，更新时会重新打开小程序，只要几秒钟。保存的草稿、上传的文件和办件都在。选“以后再说”的，下次打开时自动更新。',
  )
})

test('who wants it later is not asked again', async () => {
  phone.agrees = false
  const tab = await openTab()
  fetched()
  await showAgain(tab)
  await showAgain(tab)
  expect(questions()).toEqual(ASKED)
  expect(phone.restarts).toBe(0)
})

test('nothing is asked while there is no new version', async () => {
  const tab = await openTab()
  await showAgain(tab)
  expect(questions()).toEqual([])
  expect(phone.restarts).toBe(0)
})

const NOT_NOW: readonly RouteName[] = [
  'form',
  'attachments',
  'earlier',
  'import',
  'review',
  'receipt',
  'supplement',
  'bind',
  'situation',
  'rating',
  'archive',
]

test.each(NOT_NOW)('with %s open she is asked only when she is back at a tab', async (route) => {
  const tab = await openTab()
  phone.pages.push({ route: routeUrl(route, {}).slice(1) })
  fetched()
  await tab.rest()
  expect(questions()).toEqual([])
  phone.pages.pop()
  await showAgain(tab)
  expect(questions()).toEqual(ASKED)
  expect(phone.restarts).toBe(1)
})

test.each(app.tabBar.list.map(({ pagePath }) => pagePath))(
  'before any page is there nothing is asked; %s asks when it comes first',
  async (path) => {
    fetched()
    expect(questions()).toEqual([])
    const tab = await openPage(path)
    await tab.until(() => phone.restarts === 1, 'the restart')
  },
)

/** Something that ends when the test says so. */
function pending() {
  let end = (): void => undefined
  const work = new Promise<void>((resolve) => (end = resolve))
  return { work, end: () => end() }
}

test('while a page that was left still saves, nothing is asked', async () => {
  const tab = await openTab()
  const { work, end } = pending()
  load<typeof Leaving>('packages/declare/draft/leaving').noteLeaving('draft-1', work)
  fetched()
  await showAgain(tab)
  expect(questions()).toEqual([])
  end()
  await load<typeof UnderWay>('services/under-way').untilDone()
  await showAgain(tab)
  expect(phone.restarts).toBe(1)
})

test('while a call that changes something is on its way, nothing is asked', async () => {
  const tab = await openTab()
  const { work, end } = pending()
  gateway.handlers['attachment.remove'] = () => work.then(() => ({}))
  const removing = load<typeof Attachments>('services/attachments').removeAttachment('att-1')
  // When this test fails, the call ends with its phone.
  removing.catch(() => undefined)
  fetched()
  await showAgain(tab)
  expect(questions()).toEqual([])
  end()
  await removing
  await showAgain(tab)
  expect(phone.restarts).toBe(1)
})

test('what begins behind the question ends before the restart', async () => {
  const tab = await openTab()
  const { follow } = load<typeof UnderWay>('services/under-way')
  fetched()
  const { work, end } = pending()
  void follow(work)
  await tab.rest()
  expect(questions()).toEqual(ASKED)
  expect(phone.restarts).toBe(0)
  end()
  await tab.until(() => phone.restarts === 1, 'the restart')
})

test('while a file waits for the network, and lies nowhere but in memory, nothing is asked', async () => {
  const tab = await openTab()
  const path = join(folder, 'x.jpg')
  writeFileSync(path, Buffer.from('ffd8ffe0', 'hex'))
  phone.filesFull = true
  phone.online = false
  const queue = load<typeof Queues>('packages/declare/upload/queues').queueOf('draft-1')
  await queue.add('CL-PHOTO', { path, name: 'x.jpg', size: 4 })
  await tab.until(() => !queue.busy, 'the end of the try')
  expect(queue.all).toMatchObject([{ state: 'failed', kept: 'no' }])
  fetched()
  await showAgain(tab)
  expect(questions()).toEqual([])
  await queue.cancel(queue.all[0]?.key ?? '')
  await showAgain(tab)
  expect(phone.restarts).toBe(1)
})
