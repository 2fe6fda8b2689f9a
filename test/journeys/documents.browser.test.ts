import type { Page } from 'playwright-core'
import { Citizen } from '../cloudfunctions/support/citizen'
import { completeDraft, NURSE } from '../cloudfunctions/support/nurse'
import { appInBrowser } from '../support/app-in-browser'
import { addressOf } from '../support/bad-days'
import { barriersOf } from '../support/barriers'
import { eventually, shown } from '../support/browser'
import { arriveAt } from '../support/citizen'
import { isPdf, shownDocument } from '../support/citizen/document'
import { look } from '../support/citizen/look'
import { touch } from '../support/citizen/touch'

/** What the office issued: from 我的 to the licence and its case; and a refusal with what can be done against it. */

const SMALL = { viewport: { width: 360, height: 640 } }
const DOCUMENTS = 'packages/case/pages/documents/documents'
const PROGRESS = 'packages/case/pages/progress/progress'
const world = appInBrowser()

async function untilText(page: Page, text: string): Promise<void> {
  await eventually(
    () => shown(page).innerText(),
    (now) => now.includes(text),
    20_000,
  )
}

/** Nothing is wider than a small phone. */
const overflow = (page: Page): Promise<number> =>
  shown(page).evaluate((element) => element.scrollWidth - element.clientWidth)

test('a licence is opened from the list of all documents, and its case says where the window is', async () => {
  const citizen = new Citizen(world.app, 'documents')
  await citizen.bind(NURSE.account)
  const phone = await world.browser.open(addressOf(world.app, 'documents', 'pages/account/account'), SMALL)
  const { page } = phone
  await untilText(page, '证照和文书')
  await touch(shown(page).locator('.documents'))
  await arriveAt(page, DOCUMENTS)
  await untilText(page, '护士执业证书')
  expect(await barriersOf(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await look(page, 'documents')
  await touch(shown(page).locator('.fetch').first())
  await shown(page).locator('.share').waitFor()
  await look(page, 'documents-fetched')
  await touch(shown(page).locator('.open').first())
  expect(isPdf(await shownDocument(page))).toBe(true)
  phone.assertHealthy()
}, 90_000)

test('a case before acceptance, and one that was refused', async () => {
  const citizen = new Citizen(world.app, 'refused')
  await citizen.bind(NURSE.account)
  const outcome = await citizen.call('declaration.submit', await completeDraft(citizen, 'documents-1'))
  if (outcome.state !== 'submitted') throw new Error('the case was not submitted')
  const { caseNo } = outcome.receipt
  const address = `${addressOf(world.app, 'refused', PROGRESS)}?caseNo=${caseNo}`
  const phone = await world.browser.open(address, SMALL)
  const { page } = phone
  await untilText(page, '还没有受理')
  await touch(shown(page).locator('.time .fold'))
  await untilText(page, '行政许可法第三十二条')
  await untilText(page, '022-00000001')
  expect(await barriersOf(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await look(page, 'case-received')
  world.app.provider.office.act(caseNo, 'accept')
  world.app.provider.office.act(caseNo, 'reject', { opinion: '学历不符合规定' })
  await page.reload()
  await untilText(page, '学历不符合规定')
  await touch(shown(page).locator('.basis .fold'))
  await untilText(page, '行政复议法第二十条')
  expect(await barriersOf(page)).toEqual([])
  await look(page, 'case-refused')
  phone.assertHealthy()
}, 90_000)
