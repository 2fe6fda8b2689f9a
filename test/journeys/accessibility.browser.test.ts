import type { Page } from 'playwright-core'
import { Citizen } from '../cloudfunctions/support/citizen'
import { completeDraft, NURSE } from '../cloudfunctions/support/nurse'
import { appInBrowser } from '../support/app-in-browser'
import { barriersOf, SEVERE } from '../support/barriers'
import { firstFieldFaults, problemFaults, SMALL_PHONE } from '../support/layout'
import { type BrowserPage, DESKTOP, eventually, pageData, shown, tap } from '../support/browser'
import { arriveAt, openWays } from '../support/citizen'
import { touch } from '../support/citizen/touch'

/** What screens.browser.test.ts does not open, as axe-core judges it: each step of the form in its states, sheets, questions, the desk. */

const world = appInBrowser()
let phone: BrowserPage
let page: Page
let caseNo = ''
/** A draft that was submitted, and one that still is filled in. */
let submitted = ''
let open = ''

beforeAll(async () => {
  // The page comes as this citizen unless another one is chosen.
  const citizen = new Citizen(world.app, 'citizen-1')
  await citizen.bind(NURSE.account)
  const draft = await completeDraft(citizen)
  submitted = draft.draftId
  const outcome = await citizen.call('declaration.submit', draft)
  if (outcome.state !== 'submitted') throw new Error('the case was not submitted')
  caseNo = outcome.receipt.caseNo
  open = (await citizen.call('declaration.start', { ...NURSE_INPUT, startKey: 'second-draft' })).draftId
  phone = await world.browser.open(world.app.url, { viewport: SMALL_PHONE })
  page = phone.page
}, 120_000)

const NURSE_INPUT = { matterId: NURSE.matterId, optionIds: [...NURSE.optionIds] }

const barriers = (target: Page = page): Promise<string[]> => barriersOf(target)

/** Opens a page of the app directly and waits until it has loaded. */
async function visit(route: string, query = ''): Promise<void> {
  await page.goto(`${world.app.url}/#/${route}${query}`)
  await page.reload()
  await arriveAt(page, route)
  await eventually(
    () => shown(page).locator('[aria-label="正在加载"]').count(),
    (count) => count === 0,
    20_000,
  )
}

test('every step of the form, each also with its problems, with an open table row and an open signature pad', async () => {
  await visit('packages/declare/pages/form/form', `?draftId=${open}`)
  const { stepTitles } = (await eventually(
    () => pageData(page),
    (data) => data['ready'] === true,
  )) as { stepTitles: string[] }
  const found: Record<string, string[]> = {}
  for (const title of stepTitles) {
    found[`${title}, first screen`] = await firstFieldFaults(page)
    const row = shown(page).locator('[role="button"]', { hasText: '加一行' }).first()
    if (await row.count()) await touch(row)
    found[title] = await barriers()
    const sign = shown(page).locator('[role="button"]', { hasText: '点这里手写签名' }).first()
    if (await sign.count()) {
      await touch(sign)
      await page.getByText('签好了').tap({ trial: true })
      found[`${title}, signing`] = await barriers()
      await page.getByText('取消', { exact: true }).filter({ visible: true }).tap()
      await page.getByText('签好了').waitFor({ state: 'hidden' })
    }
    await touch(shown(page).locator('.bottom__next'))
    const skip = shown(page).getByText('先填后面的，这些回头再填')
    await eventually(
      async () => (await skip.count()) > 0 || (await pageData(page))['stepTitle'] !== title.replace(/^\d+\. /, ''),
      Boolean,
    )
    if (await skip.count()) {
      // The first wrong input gets the focus a moment later.
      await page.waitForTimeout(300)
      found[`${title}, in sight`] = await problemFaults(page)
      found[`${title}, problems`] = await barriers()
      await touch(skip)
    }
  }
  expect(Object.keys(found).filter((name) => name.endsWith('problems')).length).toBeGreaterThan(3)
  expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({})
  await arriveAt(page, 'packages/declare/pages/attachments/attachments')
}, 400_000)

test('the task list of a draft', async () => {
  await visit('packages/declare/pages/steps/steps', `?draftId=${open}`)
  await shown(page).locator('.step-title').first().waitFor()
  expect(await barriers()).toEqual([])
  await visit('packages/declare/pages/attachments/attachments', `?draftId=${open}`)
})

test('attachments, and a review that shows what is missing', async () => {
  await visit('packages/declare/pages/attachments/attachments', `?draftId=${open}`)
  await shown(page).locator('.add').first().waitFor()
  expect(await barriers()).toEqual([])
  await openWays(shown(page).locator('.material-box').first())
  expect(await barriers()).toEqual([])
  await touch(shown(page).locator('.material-box').first().locator('.sheet-close').first())
  await shown(page).locator('.way').first().waitFor({ state: 'hidden' })
  await tap(page, '.bottom__next')
  await arriveAt(page, 'packages/declare/pages/review/review')
  await shown(page).locator('.submit_blocked').waitFor()
  expect(await barriers()).toEqual([])
})

test('the receipt, with the identity also when it is opened directly', async () => {
  await visit('packages/declare/pages/receipt/receipt', `?draftId=${submitted}`)
  await shown(page).getByText(caseNo).waitFor()
  expect(await shown(page).innerText()).toContain('虞*禾')
  expect(await barriers()).toEqual([])
})

test('progress', async () => {
  await visit('packages/case/pages/progress/progress', `?caseNo=${caseNo}`)
  expect(await barriers()).toEqual([])
})

test('a question over the page', async () => {
  await visit('pages/account/account')
  await tap(page, 'text=我的信息和解除绑定')
  await tap(page, '.unbind')
  await page.getByRole('dialog').waitFor()
  expect(await barriers()).toEqual([])
})

test('the office’s desk', async () => {
  const desk = await phone.context.newPage()
  await desk.setViewportSize(DESKTOP)
  await desk.goto(`${world.app.provider.url}/desk/`)
  await desk.getByRole('button', { name: caseNo }).click()
  await desk.getByText('意见（申请人可见）').waitFor()
  expect(await barriersOf(desk)).toEqual([])
})

test('the phone’s frame on a desktop', async () => {
  const desktop = await world.browser.open(world.app.url, { viewport: DESKTOP, hasTouch: false, isMobile: false })
  expect(await barriersOf(desktop.page, SEVERE)).toEqual([])
  await desktop.context.close()
})
