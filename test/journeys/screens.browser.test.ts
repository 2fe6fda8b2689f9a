import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { appInBrowser } from '../support/app-in-browser'
import { barriersOf, faintText } from '../support/barriers'
import { CARE, LARGE_PHONE, layoutFaultsAll, SMALL_PHONE, TABLET } from '../support/layout'
import { firmDraft, MORE_SCREENS } from './support/more-screens'
import { keepSize, look } from './support/looks'
import { SCREENS, setStage, show, type Stage } from './support/screens'

/**
 * Every page of the main way in its states, on a small phone and a large one: what can be measured holds. SCREENS=<folder>
 * (`npm run screens`) adds the pages beside it, every state of every page, a tablet and every look, and keeps a picture of
 * each.
 */

/** Also in the dark and in 关怀模式, in each run: a run has 25 minutes. `npm run screens` has all of them so. */
const IN_EVERY_LOOK: ReadonlySet<string> = new Set(['home', 'form-problems', 'review', 'progress-turn'])

const world = appInBrowser()
const folder = process.env['SCREENS']
const screens = folder === undefined ? SCREENS : [...SCREENS, ...MORE_SCREENS]
/** SCREENS_PART=2/3: the second of three parts, each of which shows something of everything. */
const [nth = 1, parts = 1] = (process.env['SCREENS_PART'] ?? '1/1').split('/').map(Number)
const part = screens.filter((_, index) => index % parts === nth - 1)
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
  const shown = part.map(({ name, mockup }) => ({ name, mockup }))
  writeFileSync(join(folder, 'screens.json'), JSON.stringify(shown))
})

async function picture(name: string): Promise<void> {
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}

/** Nothing was found wherever it was looked for. */
function expectNothing(found: Readonly<Record<string, readonly string[]>>): void {
  expect(Object.keys(found).length).toBeGreaterThan(2)
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((place) => [place, []])))
}

const SIZES = Object.entries({ '360×640': SMALL_PHONE, '390×844': LARGE_PHONE, '768×1024': TABLET })

/** What is wrong with the page as it shows, at each size. @param look said with each finding */
async function faultsAt(sizes: typeof SIZES, look: string, least?: typeof CARE): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const [size, viewport] of sizes) {
    await page.setViewportSize(viewport)
    found[`${look} ${size}`.trim()] = await layoutFaultsAll(page, least)
  }
  await page.setViewportSize(SMALL_PHONE)
  return found
}

test.each(part.map((screen) => [screen.name, screen] as const))(
  '%s',
  async (name, screen) => {
    const all = folder !== undefined
    const inEveryLook = all || IN_EVERY_LOOK.has(name)
    await page.setViewportSize(SMALL_PHONE)
    await page.emulateMedia({ colorScheme: 'light' })
    await show(page, screen, stage)
    await picture(name)
    const found: Record<string, string[]> = {
      ...(await faultsAt(all ? SIZES : SIZES.slice(0, 2), '')),
      axe: await barriersOf(page),
    }
    if (!inEveryLook) return expectNothing(found)
    // A button that still grows would be measured on its way.
    await page.addStyleTag({ content: '* { transition: none !important }' })
    await look(page, 'dark', 'normal')
    await picture(`${name}-dark`)
    Object.assign(found, all && (await faultsAt(SIZES, 'dark')), { dark: await faintText(page) })
    await look(page, 'light', 'large')
    await picture(`${name}-care`)
    Object.assign(found, await faultsAt(all ? SIZES : SIZES.slice(0, 1), 'care', CARE))
    if (all) Object.assign(found, { 'care axe': await barriersOf(page) })
    await look(page, 'dark', 'largest')
    found['30 pt'] = await layoutFaultsAll(page, CARE)
    await keepSize(page, 'normal')
    expectNothing(found)
  },
  120_000,
)
