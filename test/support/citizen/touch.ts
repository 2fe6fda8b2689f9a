import type { Locator, Page } from 'playwright-core'

/** Scrolls so that the element is in the middle of the screen, clear of the bars at top and bottom. */
export async function centre(target: Locator): Promise<void> {
  await target.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }))
}

/** Taps an element with a finger, as a citizen who scrolled to it would. */
export async function touch(target: Locator): Promise<void> {
  await centre(target)
  await target.tap()
}

/** A place on the screen, in CSS pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Puts a finger on the first point, moves it over the others, and lifts it at the last, when `settled` says so. */
export async function drag(
  page: Page,
  [first, ...others]: readonly [Point, ...Point[]],
  settled: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [first] })
  for (const point of others) {
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] })
  }
  await settled()
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await session.detach()
}
