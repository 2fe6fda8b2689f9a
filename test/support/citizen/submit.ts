import type { Page } from 'playwright-core'
import { eventually, pageData, shown, tap } from '../browser'
import { arriveAt } from './arrive'
import { shownDocument } from './document'
import { touch } from './touch'

/** Answers the question that is open over the page with its right button. */
export async function confirm(page: Page): Promise<void> {
  await page.locator('.taro-model__confirm:visible').tap()
}

/** Agrees to what the sheet says is about to be submitted. */
export async function agree(page: Page): Promise<void> {
  await page.locator('.ask__yes:visible').tap()
}

/** Opens everything that the review folds, and shows what it masks. */
export async function unfoldReview(page: Page): Promise<void> {
  const folded = shown(page).locator('.rest[aria-expanded="false"]')
  for (let left = await folded.count(); left > 0; left -= 1) {
    await touch(folded.first())
    await eventually(
      () => folded.count(),
      (count) => count < left,
    )
  }
  await touch(shown(page).locator('.reveal'))
}

/** From the attachments to the review, which says that everything is there. */
export async function reviewIt(page: Page): Promise<void> {
  await tap(page, '.bottom__next')
  await arriveAt(page, 'packages/declare/pages/review/review')
  await eventually(
    async () => (await shown(page).locator('.bottom').allInnerTexts()).join(),
    (text) => text.includes('内容齐全'),
    20_000,
  )
}

/** 查看、打印申报表: the PDF that opens, as bytes; then closes it. */
export async function printedPdf(page: Page): Promise<Buffer> {
  await tap(page, '.print__button')
  const bytes = await shownDocument(page)
  await page.locator('#document-viewer button').first().tap()
  return bytes
}

/** Submits what is reviewed. Resolves with the case number of the receipt, which says that everything arrived. */
export async function submitIt(page: Page): Promise<string> {
  await tap(page, '.submit')
  // Who files under another name than the account's is asked about that first.
  const agree = page.locator('.ask__yes:visible')
  const other = page.locator('.taro-model__confirm:visible')
  await agree.or(other).first().waitFor()
  if (await other.count()) await other.tap()
  await agree.waitFor()
  await agree.tap()
  return receiptShown(page)
}

/** Waits for the receipt, which says that everything arrived. Resolves with its case number. */
export async function receiptShown(page: Page): Promise<string> {
  await arriveAt(page, 'packages/declare/pages/receipt/receipt')
  const { receipt } = (await eventually(
    () => pageData(page),
    (data) => Boolean(data['receipt']),
    20_000,
  )) as { receipt: { caseNo: string; deliveredText: string; missing: unknown[] } }
  expect(receipt.deliveredText).toMatch(/都已送达$/)
  expect(receipt.missing).toEqual([])
  return receipt.caseNo
}
