import type { Locator } from 'playwright-core'

/** Scrolls so that the element is in the middle of the screen, clear of the bars at top and bottom. */
export async function centre(target: Locator): Promise<void> {
  await target.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }))
}

/** Taps an element with a finger, as a citizen who scrolled to it would. */
export async function touch(target: Locator): Promise<void> {
  await centre(target)
  await target.tap()
}
