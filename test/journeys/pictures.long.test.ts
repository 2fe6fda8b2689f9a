import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import type { Page } from 'playwright-core'
import { ROOT } from '../../scripts/build/paths'
import { appInBrowser } from '../support/app-in-browser'
import { SMALL_PHONE } from '../support/layout'
import { keepSize, look } from './support/looks'
import { SCREENS, setStage, show, type Stage } from './support/screens'
import { stillPicture } from './support/still-picture'

/**
 * Ten screens look as they were approved, pixel by pixel, in each look. What differs lies in dist/pictures, with the
 * difference in red. APPROVE=1 keeps what is seen: in a commit of its own, with the reason.
 */

const GUARDED: ReadonlySet<string> = new Set([
  ...['home', 'matters', 'guide', 'form-problems', 'receipt'],
  ...['attachments-full', 'review', 'cases', 'progress-turn', 'account'],
])
/** Share of the pixels that may be others. */
const ALLOWED = 0.001
const APPROVED = join(__dirname, 'pictures')
const SEEN = join(ROOT, 'dist', 'pictures')
const approves = process.env['APPROVE'] === '1'

const LOOKS = [
  ['', 'light', 'normal'],
  ['-dark', 'dark', 'normal'],
  ['-care', 'light', 'large'],
] as const

const world = appInBrowser()
let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await setStage(world.app)
  mkdirSync(SEEN, { recursive: true })
  mkdirSync(APPROVED, { recursive: true })
  page = (await world.browser.open(world.app.url, { viewport: SMALL_PHONE })).page
}, 120_000)

/** The share of pixels of a picture that are not those approved; the picture and the difference are kept to be looked at. */
function differs(name: string, picture: Buffer): number {
  const seen = PNG.sync.read(picture)
  const { width, height } = seen
  const approved = PNG.sync.read(readFileSync(join(APPROVED, `${name}.png`)))
  const difference = new PNG({ width, height })
  const count = pixelmatch(seen.data, approved.data, difference.data, width, height, { threshold: 0.1 })
  if (count > 0) writeFileSync(join(SEEN, `${name}-difference.png`), PNG.sync.write(difference))
  return count / (width * height)
}

const guarded = SCREENS.filter(({ name }) => GUARDED.has(name)).flatMap((screen) =>
  LOOKS.map(([suffix, theme, size]) => [`${screen.name}${suffix}`, screen, theme, size] as const),
)

test('every screen that is named is there', () => {
  expect(guarded).toHaveLength(GUARDED.size * LOOKS.length)
})

test.each(guarded)(
  '%s',
  async (name, screen, theme, size) => {
    await page.setViewportSize(SMALL_PHONE)
    await show(page, screen, stage)
    await look(page, theme === 'dark' ? 'light' : 'dark', 'normal')
    await look(page, theme, size)
    const picture = await stillPicture(page)
    await keepSize(page, 'normal')
    writeFileSync(join(SEEN, `${name}.png`), picture)
    if (approves) writeFileSync(join(APPROVED, `${name}.png`), picture)
    expect(existsSync(join(APPROVED, `${name}.png`))).toBe(true)
    expect(differs(name, picture)).toBeLessThanOrEqual(ALLOWED)
  },
  60_000,
)
