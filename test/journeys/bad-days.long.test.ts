import type { Page } from 'playwright-core'
import type { Fault } from '../../sandbox/one-network'
import { Citizen } from '../cloudfunctions/support/citizen'
import { NURSE } from '../cloudfunctions/support/nurse'
import { appInBrowser } from '../support/app-in-browser'
import { countOf, expectPlain, failuresOf, openPages, retry, waitForAny } from '../support/bad-days'
import { type BrowserPage, expectText, shown } from '../support/browser'

/** Reading on bad days: whatever the provider or the network does, each page says so, and a retry recovers. */

const world = appInBrowser()
let phones: Record<Name, BrowserPage>

const CITIZEN = 'reader'
const ROUTES = {
  home: 'pages/home/home',
  matters: 'pages/matters/matters',
  cases: 'pages/cases/cases',
  guide: `packages/matter/pages/guide/guide?matterId=${NURSE.matterId}`,
  situation: `packages/matter/pages/situation/situation?matterId=${NURSE.matterId}`,
  progress: '',
}
type Name = keyof typeof ROUTES

beforeAll(async () => {
  const citizen = new Citizen(world.app, CITIZEN)
  await citizen.bind(NURSE.account)
  const { page } = await citizen.call('case.list', { category: 'processing', pageNo: 1 })
  const progress = `packages/case/pages/progress/progress?caseNo=${page.rows[0]?.caseNo}`
  phones = await openPages(world.browser, world.app, CITIZEN, { ...ROUTES, progress })
}, 90_000)

afterEach(async () => {
  world.app.provider.faults.clear()
  await offline(false)
})

const offline = (is: boolean): Promise<unknown> =>
  Promise.all(Object.values(phones).map(({ context }) => context.setOffline(is)))

/** What a page shows when it works, and what would be a failure that looks like an empty list. */
const CONTENT: Readonly<Record<Name, string>> = {
  home: '.count-number',
  matters: '.matter',
  cases: '.case',
  guide: '.highlight-value',
  situation: '.option',
  progress: '.standing, .turn',
}
const EMPTY = /没有找到“|没有可以列出|现在没有|还没有办结|没有列出材料|不用准备|共 0 |没有承诺后补/

const pageOf = (name: Name): Page => phones[name].page
const everyPage = (): [Name, Page][] => (Object.keys(ROUTES) as Name[]).map((name) => [name, pageOf(name)])

/** Fresh instances of the functions: nothing of the catalogue is remembered. */
async function reloadAll(): Promise<void> {
  world.app.cloud.reload('api')
  await Promise.all(everyPage().map(([, page]) => page.reload()))
}

async function expectFailures(happened: RegExp, next: RegExp): Promise<void> {
  for (const [name, page] of everyPage()) {
    const notices = await failuresOf(page, 25_000)
    // The home page has three parts that ask the provider: whose turn it is, counts and matters.
    expect([name, notices.length]).toEqual([name, name === 'home' ? 3 : 1])
    for (const notice of notices) expectPlain(notice, happened, next)
    expect([name, await countOf(page, CONTENT[name])]).toEqual([name, 0])
    expect(await shown(page).innerText()).not.toMatch(EMPTY)
  }
}

/** The provider works again: one tap on 重试 brings each page back. */
async function expectRecovery(): Promise<void> {
  world.app.provider.faults.clear()
  await Promise.all(everyPage().map(([, page]) => retry(page)))
  await Promise.all(everyPage().map(([name, page]) => waitForAny(page, CONTENT[name])))
  for (const [name, page] of everyPage()) expect([name, await countOf(page, '.failure')]).toEqual([name, 0])
}

const UNAVAILABLE = [/一网通暂时没有响应/, /请稍后重试/] as const

test.each<[string, Omit<Fault, 'match'>, readonly [RegExp, RegExp]]>([
  ['an empty answer', { kind: 'empty' }, UNAVAILABLE],
  ['a web page instead of an answer', { kind: 'html', status: 200 }, UNAVAILABLE],
  ['a code that nobody knows', { kind: 'unknown-code' }, [/一网通没有接受这次请求/, /把编号告诉窗口/]],
  ['HTTP 503', { kind: 'status' }, UNAVAILABLE],
  ['a broken connection', { kind: 'down' }, UNAVAILABLE],
])(
  '%s of the provider is told on every page, and a retry recovers',
  async (_name, fault, [happened, next]) => {
    world.app.provider.faults.set({ match: {}, ...fault })
    await reloadAll()
    await expectFailures(happened, next)
    await expectRecovery()
  },
  60_000,
)

test('a slow provider: the page says that it loads, then shows what came', async () => {
  world.app.provider.faults.set({ match: {}, kind: 'slow', delayMs: 2500 })
  await reloadAll()
  await Promise.all(everyPage().map(([, page]) => shown(page).locator('.outline').first().waitFor()))
  await Promise.all(everyPage().map(([name, page]) => waitForAny(page, CONTENT[name])))
}, 60_000)

test('a provider that never answers is given up in time, and said', async () => {
  world.app.provider.faults.set({ match: {}, kind: 'accept-and-never-answer' })
  const since = Date.now()
  await reloadAll()
  await expectFailures(...UNAVAILABLE)
  // Long before the 60 s after which WeChat itself would give up (platform limit).
  expect(Date.now() - since).toBeLessThan(45_000)
  await expectRecovery()
}, 60_000)

test('a part that fails alone is told alone: the rest of the page is there', async () => {
  world.app.provider.faults.set({ match: { functionNo: 18 }, kind: 'empty' })
  world.app.provider.faults.set({ match: { functionNo: 1 }, kind: 'empty' })
  world.app.provider.faults.set({ match: { functionNo: 12 }, kind: 'empty' })
  await reloadAll()
  const alone = [
    [pageOf('home'), '办件数量没有取到', '.matter'],
    [pageOf('guide'), '申请材料没有取到', CONTENT.guide],
    // The questions are all there is: they fail as a part, not as a page.
    [pageOf('situation'), '情形问题没有取到', '.part-failure'],
  ] as const
  for (const [page, subject, rest] of alone) {
    const notices = await failuresOf(page)
    expect(notices).toHaveLength(1)
    expectPlain(notices[0] ?? '', subject, /请稍后重试/)
    expect(await countOf(page, rest)).toBeGreaterThan(0)
    expect(await shown(page).innerText()).not.toMatch(EMPTY)
  }
  world.app.provider.faults.clear()
  await Promise.all(alone.map(([page]) => retry(page)))
  await Promise.all((['home', 'guide', 'situation'] as const).map((name) => waitForAny(pageOf(name), CONTENT[name])))
}, 60_000)

test('without a network each page says so and keeps what it showed; when it is back, they go on by themselves', async () => {
  await reloadAll()
  await Promise.all(everyPage().map(([name, page]) => waitForAny(page, CONTENT[name])))
  await offline(true)
  const [matters, cases] = [pageOf('matters'), pageOf('cases')]
  // A list that was never opened: a failure, not "nothing here".
  await shown(cases).locator('[aria-label^="办结件"]').first().tap()
  const [notice = ''] = await failuresOf(cases)
  expectPlain(notice, /网络没有连上/, /请检查网络后重试/)
  expect(await countOf(cases, '.case')).toBe(0)
  expect(await shown(cases).innerText()).not.toMatch(EMPTY)
  // A page that was there stays, with a word about the failed refresh.
  await matters.locator('button[data-path]', { hasText: '首页' }).tap()
  await failuresOf(matters)
  await matters.locator('button[data-path]', { hasText: '事项' }).tap()
  await expectText(matters, '.stale', '下面是之前的内容')
  expect(await countOf(matters, '.matter')).toBeGreaterThan(0)
  await offline(false)
  await waitForAny(cases, '.case')
  await shown(matters).locator('.stale').waitFor({ state: 'detached' })
}, 60_000)

test('nothing of this is an error of a page', () => {
  // The browser itself logs requests that fail: that is the fault, not the page's.
  const errors = Object.values(phones).flatMap((phone) => phone.errors)
  expect(errors.filter((line) => !line.includes('net::ERR_'))).toEqual([])
})
