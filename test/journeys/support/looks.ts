import type { Page } from 'playwright-core'
import { eventually, shown } from '../../support/browser'

type Size = 'normal' | 'large'

/** The open page changes its look in place, when the phone changes its theme: from light to dark, or back. */
export async function look(page: Page, theme: 'light' | 'dark', size: Size): Promise<void> {
  await keepSize(page, size)
  await page.emulateMedia({ colorScheme: theme })
  const wanted = ['look', theme === 'dark' ? 'look-dark' : '', size === 'large' ? 'look-large' : '']
  await eventually(
    async () => (await shown(page).locator('.look').first().getAttribute('class')) ?? '',
    (classes) => classes === wanted.filter(Boolean).join(' '),
  )
}

/** As the switch of the page keeps it on the phone. */
export const keepSize = (page: Page, size: Size): Promise<void> =>
  page.evaluate((chosen) => wx.setStorageSync('look.size', chosen), size)
