import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { appInBrowser } from '../support/app-in-browser'
import { barriersOf, faintText } from '../support/barriers'
import { eventually, shown } from '../support/browser'
import { CARE, LARGE_PHONE, layoutFaultsAll, SMALL_PHONE } from '../support/layout'
import { SCREENS, setStage, show, type Stage } from './support/screens'

/**
 * Every page of the main way in its states, on a small phone and a large one: what can be measured holds. SCREENS=<folder>
 * keeps a picture of each (`npm run screens`).
 */

const world = appInBrowser()
const folder = process.env['SCREENS']
let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await setStage(world.app)
  const phone = await world.browser.open(world.app.url, { viewport: SMALL_PHONE })
  page = phone.page
}, 120_000)

afterAll(() => {
  if (folder === undefined) return
  const shown = SCREENS.map(({ name, mockup }) => ({ name, mockup }))
  writeFileSync(join(folder, 'screens.json'), JSON.stringify(shown))
})

async function picture(name: string): Promise<void> {
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}

/** The open page changes its look in place, when the phone tells of its theme: a page that is asked too early is asked again. */
async function look(on: Page, theme: 'light' | 'dark', size: 'normal' | 'large'): Promise<void> {
  await on.evaluate((chosen) => wx.setStorageSync('look.size', chosen), size)
  const wanted = ['look', theme === 'dark' ? 'look-dark' : '', size === 'large' ? 'look-large' : '']
  const worn = async (): Promise<string> => {
    await on.emulateMedia({ colorScheme: theme === 'dark' ? 'light' : 'dark' })
    await on.waitForTimeout(50)
    await on.emulateMedia({ colorScheme: theme })
    await on.waitForTimeout(150)
    return (await shown(on).locator('.look').first().getAttribute('class')) ?? ''
  }
  await eventually(worn, (classes) => classes === wanted.filter(Boolean).join(' '), 10_000)
}

test.each(SCREENS.map((screen) => [screen.name, screen] as const))(
  '%s',
  async (name, screen) => {
    const found: Record<string, string[]> = {}
    await page.setViewportSize(SMALL_PHONE)
    await show(page, screen, stage)
    await picture(name)
    found['360×640'] = await layoutFaultsAll(page)
    found['axe'] = await barriersOf(page)
    await page.setViewportSize(LARGE_PHONE)
    found['390×844'] = await layoutFaultsAll(page)
    await page.setViewportSize(SMALL_PHONE)
    await look(page, 'dark', 'normal')
    await picture(`${name}-dark`)
    found['dark'] = await faintText(page)
    await look(page, 'light', 'large')
    await picture(`${name}-care`)
    found['care'] = await layoutFaultsAll(page, CARE)
    await look(page, 'light', 'normal')
    expect(found).toEqual({ '360×640': [], axe: [], '390×844': [], dark: [], care: [] })
  },
  60_000,
)
