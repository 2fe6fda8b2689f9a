import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { TextSize } from '../../miniprogram/platform/look'
import { appInBrowser } from '../support/app-in-browser'
import { barriersOf, faintText } from '../support/barriers'
import { eventually, shown } from '../support/browser'
import { CARE, LARGE_PHONE, layoutFaultsAll, SMALL_PHONE, TABLET } from '../support/layout'
import { firmDraft, MORE_SCREENS } from './support/more-screens'
import { SCREENS, setStage, show, type Stage } from './support/screens'

/**
 * Every page of the main way in its states, on a small phone and a large one: what can be measured holds. SCREENS=<folder>
 * (`npm run screens`) adds the pages beside it, every look and a tablet, and keeps a picture of each.
 */

/** Also in the dark and in 关怀模式, in each run: a run has 25 minutes. `npm run screens` has all of them in each look. */
const IN_EVERY_LOOK: ReadonlySet<string> = new Set([
  ...['home', 'guide', 'form-problems', 'attachments-full'],
  ...['review', 'cases', 'progress-turn', 'supplement'],
])

const world = appInBrowser()
const folder = process.env['SCREENS']
const screens = folder === undefined ? SCREENS : [...SCREENS, ...MORE_SCREENS]
let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await setStage(world.app)
  if (folder !== undefined) stage = { ...stage, firmDraftId: await firmDraft(world.app) }
  const phone = await world.browser.open(world.app.url, { viewport: SMALL_PHONE })
  page = phone.page
}, 120_000)

afterAll(() => {
  if (folder === undefined) return
  const shown = screens.map(({ name, mockup }) => ({ name, mockup }))
  writeFileSync(join(folder, 'screens.json'), JSON.stringify(shown))
})

async function picture(name: string): Promise<void> {
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}

/** The open page changes its look in place, when the phone changes its theme: from light to dark, or back. */
async function look(theme: 'light' | 'dark', size: TextSize): Promise<void> {
  await keepSize(size)
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

const keepSize = (size: TextSize): Promise<void> =>
  page.evaluate((chosen) => wx.setStorageSync('look.size', chosen), size)

/** Nothing was found wherever it was looked for. */
function expectNothing(found: Readonly<Record<string, readonly string[]>>): void {
  expect(Object.keys(found).length).toBeGreaterThan(2)
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((place) => [place, []])))
}

test.each(screens.map((screen) => [screen.name, screen] as const))(
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
    if (folder !== undefined) {
      await page.setViewportSize(TABLET)
      found['768×1024'] = await layoutFaultsAll(page)
    }
    if (folder === undefined && !IN_EVERY_LOOK.has(name)) return expectNothing(found)
    await page.setViewportSize(SMALL_PHONE)
    // A button that still grows would be measured on its way.
    await page.addStyleTag({ content: '* { transition: none !important }' })
    await look('dark', 'normal')
    await picture(`${name}-dark`)
    found['dark'] = await faintText(page)
    await look('light', 'large')
    await picture(`${name}-care`)
    found['care'] = await layoutFaultsAll(page, CARE)
    await look('dark', 'largest')
    found['30 pt'] = await layoutFaultsAll(page, CARE)
    await keepSize('normal')
    expectNothing(found)
  },
  60_000,
)
