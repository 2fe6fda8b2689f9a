import { appInBrowser } from '../support/app-in-browser'
import { type BrowserPage, eventually, expectText, shown, tap, typeInto } from '../support/browser'
import { arriveAt, openTab } from '../support/citizen'
import { look } from '../support/citizen/look'
import { touch } from '../support/citizen/touch'

/** Somebody without an account finds a matter by the first letters of its name, and takes its blank form along. */

/** 供水单位卫生许可: the provider has set up no situations for it. */
const NO_QUESTIONS = 'SX120116000016'
const world = appInBrowser({ withoutSituations: [NO_QUESTIONS] })
let phone: BrowserPage

beforeAll(async () => {
  phone = await world.browser.open(world.app.url)
}, 90_000)

const cards = (): Promise<string[]> => shown(phone.page).locator('.row.matter').allInnerTexts()
const SEARCH = '[aria-label="搜索事项"]'

test('home recommends matters; 换一批 shows others', async () => {
  const { page } = phone
  await arriveAt(page, 'pages/home/home')
  await expectText(page, '.page', '为您推荐')
  const first = await cards()
  expect(first).toHaveLength(4)
  await look(page, 'home-recommended')
  await touch(shown(page).locator('.another'))
  const second = await eventually(cards, (now) => now.join() !== first.join())
  expect(second.filter((card) => first.includes(card))).toEqual([])
})

test('letters find it while they are typed; the provider is asked by 搜索', async () => {
  const { page } = phone
  await openTab(page, '事项')
  await typeInto(page, SEARCH, 'hs')
  await expectText(page, '.page', '共 1 项')
  expect(await shown(page).locator('.found').allInnerTexts()).toEqual(['护士', '护士'])
  await look(page, 'search-initials')
  await typeInto(page, SEARCH, '许可')
  await shown(page).locator('input').first().press('Enter')
  await eventually(
    () => shown(page).getByText('正在向一网通查找').count(),
    (count) => count === 0,
  )
  expect((await cards()).length).toBeGreaterThan(10)
  // What was found on the phone alone says that the provider did not answer.
  expect(await shown(page).locator('.asking').count()).toBe(0)
  await look(page, 'search-answer')
})

test('a search that finds nothing helps on', async () => {
  const { page } = phone
  await typeInto(page, SEARCH, '护士资格证')
  await expectText(page, '.page', '022-00000001')
  await look(page, 'search-nothing')
  await tap(page, '.choice.word')
  await expectText(page, '.page', '护士执业注册')
  await tap(page, '.clear')
  await shown(page).locator('input').first().focus()
  await expectText(page, '.page', '最近搜索')
  await look(page, 'search-history')
  await touch(shown(page).locator('[aria-label="搜索 护士"]'))
  await expectText(page, '.page', '共 1 项')
})

test('the guide gives the blank form and the sample; a failure is said beside them, and mended by a retry', async () => {
  const { page } = phone
  await tap(page, '.row.matter')
  await arriveAt(page, 'packages/matter/pages/guide/guide')
  world.app.provider.faults.set({ match: { functionNo: 2 }, kind: 'unknown-code' })
  await touch(shown(page).locator('.material-head').first())
  await touch(shown(page).locator('.choice.blank').first())
  await expectText(page, '.failure', /空表没有取到/)
  await look(page, 'blank-form-failed')
  world.app.provider.faults.clear()
  await touch(shown(page).locator('.failure-retry').first())
  await page.getByText('保存到电脑').waitFor()
}, 40_000)

test('a matter without situations asks nothing: its materials are there at once', async () => {
  const { page } = phone
  await page.goto(`${world.app.url}/#/packages/matter/pages/situation/situation?matterId=${NO_QUESTIONS}`)
  await page.reload()
  // The scan of the form may stay away: it is shown, and not counted.
  await expectText(page, '.page', /您要填 1 张表.*可以不交/s)
  expect(await shown(page).locator('.option').count()).toBe(0)
  await look(page, 'no-questions')
}, 40_000)

test('nothing went wrong on the way, and nobody but this machine was asked', () => {
  phone.assertHealthy()
})
