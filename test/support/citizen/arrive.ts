import type { Page } from 'playwright-core'
import { eventually, shown } from '../browser'

/** Waits until the page of this route shows and has its data. */
export async function arriveAt(page: Page, route: string): Promise<void> {
  await eventually(
    async () => (await shown(page).getAttribute('data-route')) ?? '',
    (now) => now === route,
    20_000,
  )
}
