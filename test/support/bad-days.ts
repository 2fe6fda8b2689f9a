import type { Locator, Page } from 'playwright-core'
import type { App } from './app'
import { type BrowserPage, eventually, shown, type TestBrowser } from './browser'

/** What a failure must tell the citizen: an id for the staff, as the page writes it. */
const REQUEST_ID = /编号 [A-Za-z0-9-]{8,32}/

/**
 * Opens several pages of the mini-program of one fictional citizen, at the same time. Each in a browser context of its
 * own: the page keeps a connection for its live reload, and one context has only six.
 */
export async function openPages<Name extends string>(
  browser: TestBrowser,
  app: App,
  citizen: string,
  routes: Readonly<Record<Name, string>>,
): Promise<Record<Name, BrowserPage>> {
  const opened = await Promise.all(
    (Object.entries(routes) as [Name, string][]).map(async ([name, route]) => {
      const phone = await browser.open(addressOf(app, citizen, route))
      phone.page.setDefaultTimeout(20_000)
      return [name, phone] as const
    }),
  )
  return Object.fromEntries(opened) as Record<Name, BrowserPage>
}

/** Address of a page for a fictional citizen; `route` as the page's own address has it, e.g. `pages/home/home`. */
export const addressOf = (app: App, citizen: string, route: string): string =>
  `${app.url}/?citizen=${citizen}#/${route}`

/** The failure notices of the shown page, once there are any. */
export async function failuresOf(page: Page, withinMs = 20_000): Promise<string[]> {
  const notices = shown(page).locator('.failure')
  await notices.first().waitFor({ timeout: withinMs })
  return notices.allInnerTexts()
}

/** A notice says what happened, what to do now, and the id that staff can look up; no jargon. */
export function expectPlain(notice: string, happened: string | RegExp, next: string | RegExp): void {
  expect(notice).toMatch(happened)
  expect(notice).toMatch(next)
  expect(notice).toMatch(REQUEST_ID)
  expect(notice).not.toMatch(/error|undefined|null|\[object|timeout|HTTP|<html/i)
}

/** How many elements of the shown page match. */
export const countOf = (page: Page, selector: string): Promise<number> => shown(page).locator(selector).count()

/** Waits until at least one element of the shown page matches; fails with what the page shows instead. */
export async function waitForAny(page: Page, selector: string, withinMs = 12_000): Promise<void> {
  await shown(page)
    .locator(selector)
    .first()
    .waitFor({ timeout: withinMs })
    .catch(async () => {
      throw new Error(`no ${selector} on the page:\n${await shown(page).innerText()}`)
    })
}

/** Taps the first retry of the shown page. */
export async function retry(page: Page): Promise<void> {
  await shown(page).locator('.failure-retry').first().tap()
}

/** The form page's input of a field, by the label of the field. */
export const fieldBox = (page: Page, label: string): Locator =>
  shown(page).locator(`[role="group"][aria-label="${label}"], [role="group"][aria-label^="${label}，"]`).first()

/** Types into a field of the form and leaves it, as a thumb does. */
export async function typeField(page: Page, label: string, text: string): Promise<void> {
  const input = fieldBox(page, label).locator('input, textarea').first()
  await input.fill(text)
  await input.blur()
}

/** What the field of the form shows. */
export const fieldText = (page: Page, label: string): Promise<string> =>
  fieldBox(page, label).locator('input, textarea').first().inputValue()

/** Waits until the form page says so about saving; resolves with all of it. */
export const saveLine = (page: Page, says: RegExp, withinMs = 15_000): Promise<string> =>
  eventually(
    () => shown(page).evaluateAll((pages) => pages[0]?.querySelector<HTMLElement>('.form-head')?.innerText ?? ''),
    (text) => says.test(text),
    withinMs,
  )
