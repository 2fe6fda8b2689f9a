import type { Page } from 'playwright-core'
import { type BrowserPage, eventually, openOn, shown } from '../browser'

/**
 * The phone's system ends the app from one moment to the next: no page hears of it, nothing can be saved any more. Then
 * the app is opened again on the same phone, at its start.
 */
export async function killApp({ page, context }: BrowserPage, url: string): Promise<BrowserPage> {
  const session = await context.newCDPSession(page)
  const died = page.waitForEvent('crash')
  // The command never answers: the page that would answer is dead.
  void session.send('Page.crash').catch(() => undefined)
  await died
  return openOn(context, url, '.mp-page:not([hidden])')
}

/** Waits until what was typed last is at least on the phone. */
export async function keptOnPhone(page: Page, typed: RegExp): Promise<void> {
  await eventually(
    async () => ({
      phone: await page.evaluate(() => JSON.stringify(localStorage)),
      page: await shown(page).innerText(),
    }),
    (seen) => typed.test(seen.phone) || seen.page.includes('已保存'),
  )
}
