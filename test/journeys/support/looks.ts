import type { Page } from 'playwright-core'
import type { TextSize } from '../../../miniprogram/platform/look'
import { eventually, shown } from '../../support/browser'

/** The open page changes its look in place, when the phone changes its theme: from light to dark, or back. */
export async function look(page: Page, theme: 'light' | 'dark', size: TextSize): Promise<void> {
  await keepSize(page, size)
  await page.emulateMedia({ colorScheme: theme })
  const wanted = [
    'look',
    theme === 'dark' ? 'look-dark' : '',
    size === 'normal' ? '' : 'look-large',
    size === 'largest' ? 'look-largest' : '',
  ]
  await eventually(
    async () => (await shown(page).locator('.look').first().getAttribute('class')) ?? '',
    (classes) => sorted(classes.split(' ')) === sorted(wanted.filter(Boolean)),
  )
}

/** The browser keeps classes in the order in which they came. */
const sorted = (classes: readonly string[]): string => [...classes].sort().join(' ')

/** As the switch of the page keeps it on the phone. */
export const keepSize = (page: Page, size: TextSize): Promise<void> =>
  page.evaluate((chosen) => wx.setStorageSync('look.size', chosen), size)
