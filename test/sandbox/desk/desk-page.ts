import type { BrowserContextOptions, Page } from 'playwright-core'
import { type BrowserPage, DESKTOP, launchBrowser, type TestBrowser } from '../../support/browser'
import { startTestProvider, type TestProvider } from '../one-network/provider'

/** The desk in Chromium on a provider of its own. */

export let test: TestProvider
export let page: Page
let browser: TestBrowser
let opened: BrowserPage

/** Opens the desk anew; the last one is closed. */
export async function openDesk(options: BrowserContextOptions = {}): Promise<void> {
  await opened?.context.close()
  const url = `${test.provider.url}/desk/`
  opened = await browser.open(url, { viewport: DESKTOP, isMobile: false, hasTouch: false, ...options }, '#cases li')
  page = opened.page
}

/** A provider and a desk for each test, one Chromium for the file; a page with an error fails its test. */
export function prepareDesk(): void {
  beforeAll(async () => {
    browser = await launchBrowser()
  }, 60_000)
  beforeEach(async () => {
    test = await startTestProvider()
    await openDesk()
  }, 60_000)
  afterEach(async () => {
    await opened.context.close()
    await test.stop()
    opened.assertHealthy()
  })
  afterAll(() => browser.close())
}

/** Puts the sample case whose matter's name begins so to where it waits to be accepted; answers its number. */
export function caseToAccept(matter = '医师'): string {
  const caseNo = test.provider.office.listCases().find(({ itemName }) => itemName.startsWith(matter))?.caseNo ?? ''
  test.provider.office.setStatus(caseNo, '26')
  return caseNo
}

/** The desk was told no, which the browser counts as an error of the page. */
export const expectRefusal = (): void =>
  expect(opened.errors.splice(0)).toEqual([expect.stringContaining('409 (Conflict)')])

/** Opens a case of the list by a click. */
export async function openCase(words: string): Promise<void> {
  await page.locator('#cases button', { hasText: words }).first().click()
  await page.locator('#case-title').waitFor()
}

/** The list as it stands there, a line each. */
export const listed = async (): Promise<string[]> =>
  (await page.locator('#cases button').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))

/** What is cut, runs out of the window or is too small for a mouse: a fault each, in words. */
export const deskFaults = (): Promise<string[]> =>
  page.evaluate(() => {
    const LEAST = 36
    const SLACK = 0.6
    const CONTROLS = 'button, a, summary, select, textarea, label, input:not([type="radio"], [type="checkbox"])'
    const shows = (element: Element): boolean => element.checkVisibility() && element.closest('.unseen') === null
    const nameOf = (element: Element): string =>
      `${element.tagName} “${element.textContent?.trim().slice(0, 20) ?? ''}”`
    const scope = document.querySelector('dialog[open]') ?? document.body
    const all = Array.from(scope.querySelectorAll('*')).filter(shows)
    const faults: string[] = []
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth > width) faults.push('the page scrolls sideways')
    for (const element of all) {
      const box = element.getBoundingClientRect()
      if (box.right > width + SLACK) faults.push(`out of the window: ${nameOf(element)}`)
      const isInline = getComputedStyle(element).display === 'inline'
      if (!isInline && element.scrollWidth > element.clientWidth + 1) faults.push(`cut: ${nameOf(element)}`)
      if (element.matches(CONTROLS) && box.height < LEAST - SLACK) faults.push(`small: ${nameOf(element)}`)
    }
    const primary = all.filter((element) => element.matches('.button.is-primary'))
    if (primary.length > 1) faults.push(`${primary.length} primary buttons`)
    return faults
  })
