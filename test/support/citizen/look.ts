import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { PHONE, shown } from '../browser'

const folder = process.env['SCREENSHOTS']
/** Title bar and what stands below the scrolling part. */
const AROUND = 200

/** A picture of the whole page for the eye, as if the phone were that long, when the environment names a folder (SCREENSHOTS). */
export async function look(page: Page, name: string): Promise<void> {
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  const length = await shown(page).evaluate((element) =>
    Math.max(...Array.from(element.querySelectorAll('*'), ({ scrollHeight }) => scrollHeight)),
  )
  await page.setViewportSize({ width: PHONE.width, height: Math.max(PHONE.height, length + AROUND) })
  // A step's title may have a slash, which would be a folder.
  await page.screenshot({ path: join(folder, `${name.replaceAll('/', '／')}.png`) })
  await page.setViewportSize(PHONE)
}
