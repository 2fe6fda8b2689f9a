import { spawnSync } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from '../test/support/chromium'
import { ROOT } from './build/paths'
import { run } from './run'

/** Pictures of the pages, and sheets of them. */
const FOLDER = join(ROOT, 'dist', 'screens')
const MOCKUPS = join(ROOT, 'docs', 'mockups')
/** Written by the test: what each picture is to look like. */
interface Shown {
  readonly name: string
  readonly mockup: string
}

/** Rows on one sheet, two beside each other. */
const PER_SHEET = 4
const WIDTH = 2000

async function picture(folder: string, name: string): Promise<string> {
  const bytes = await readFile(join(folder, `${name}.png`)).catch(() => undefined)
  if (bytes === undefined) return '<p>no picture</p>'
  return `<img src="data:image/png;base64,${bytes.toString('base64')}">`
}

/** The page, its mockup, and the page in the dark and in 关怀模式. */
async function row({ name, mockup }: Shown): Promise<string> {
  const pictures = await Promise.all([
    picture(FOLDER, name),
    picture(MOCKUPS, mockup),
    picture(FOLDER, `${name}-dark`),
    picture(FOLDER, `${name}-care`),
  ])
  return `<figure><figcaption>${name} | ${mockup} | dark | care</figcaption>${pictures.join('')}</figure>`
}

const STYLE = `body{margin:0;padding:12px;background:#777;font:14px sans-serif;display:flex;flex-wrap:wrap;width:${WIDTH}px}
figure{display:flex;flex-wrap:wrap;align-items:flex-start;width:964px;margin:0 8px 16px}figcaption{width:100%;color:#fff}
img{width:232px;margin-right:8px}`

/**
 * `npm run screens`: walks every page in every state (test/journeys/screens.browser.test.ts), measures it in each look and
 * size, and lays its pictures beside the mockups in dist/screens/sheet-<n>.png. `npm run screens -- 2/4` walks the second of
 * four parts, for a machine that needs more than half an hour for all. Exits 1 when a page has a fault that can be measured.
 */
async function screens(): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  const jest = [require.resolve('jest/bin/jest'), '-w', '1', '--testPathPatterns', 'journeys/screens']
  const walked = spawnSync(process.execPath, jest, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, SCREENS: FOLDER, SCREENS_PART: process.argv[2] ?? '1/1' },
  })
  const shown = JSON.parse(await readFile(join(FOLDER, 'screens.json'), 'utf8')) as readonly Shown[]
  const browser = await chromium.launch({ ...findChromium(), args: ['--headless', '--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage({ viewport: { width: WIDTH + 24, height: 600 } })
  for (let first = 0; first < shown.length; first += PER_SHEET) {
    const rows = await Promise.all(shown.slice(first, first + PER_SHEET).map(row))
    await page.setContent(`<style>${STYLE}</style>${rows.join('')}`)
    const sheet = join(FOLDER, `sheet-${first / PER_SHEET + 1}.png`)
    await writeFile(sheet, await page.screenshot({ fullPage: true }))
    console.log(sheet)
  }
  await browser.close()
  process.exitCode = walked.status ?? 1
}

run(screens)
