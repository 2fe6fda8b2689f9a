import { Citizen } from '../cloudfunctions/support/citizen'
import { completeDraft, NURSE } from '../cloudfunctions/support/nurse'
import { appInBrowser } from '../support/app-in-browser'
import { eventually, expectText, shown, tap } from '../support/browser'
import { unfoldReview } from '../support/citizen'
import { isPdf, shownDocument } from '../support/citizen/document'

const running = appInBrowser()

test('the review opens the forms as a PDF, and shows the signatures themselves', async () => {
  const { app, browser } = running
  const citizen = new Citizen(app, 'nurse')
  await citizen.bind(NURSE.account)
  const { draftId } = await completeDraft(citizen)
  const route = `packages/declare/pages/review/review?draftId=${draftId}`
  const opened = await browser.open(`${app.url}/?citizen=nurse#/${route}`)
  const { page } = opened
  await expectText(page, '.bottom', '内容齐全')
  await unfoldReview(page)
  const sizes = (): Promise<number[]> =>
    shown(page)
      .locator('.entry__picture img')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth))
  expect(await eventually(sizes, (found) => found.length === 1 && found.every((width) => width > 0))).toHaveLength(1)

  await tap(page, '.print__button')
  expect(isPdf(await shownDocument(page))).toBe(true)
  expect(opened.errors).toEqual([])
}, 90_000)

test('the guide gives its one-page notice as a PDF, to somebody who has not bound an account', async () => {
  const { app, browser } = running
  const opened = await browser.open(
    `${app.url}/?citizen=passer-by#/packages/matter/pages/guide/guide?matterId=${NURSE.matterId}`,
  )
  const { page } = opened
  await tap(page, '[aria-label^="一次性告知单"]')
  expect(isPdf(await shownDocument(page))).toBe(true)
  const folder = process.env['SCREENSHOTS']
  if (folder) await page.screenshot({ path: `${folder}/notice.png` })
  expect(opened.errors).toEqual([])
}, 90_000)
