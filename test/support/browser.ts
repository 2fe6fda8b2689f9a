import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Frame,
  type Locator,
  type Page,
} from 'playwright-core'
import { findChromium } from './chromium'

/** Sizes that the tests look at, in CSS pixels. */
export const PHONE = { width: 375, height: 812 }
export const DESKTOP = { width: 1280, height: 900 }

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]

/** A page of the mini-program in Chromium, with what went wrong and whom it contacted. */
export interface BrowserPage {
  page: Page
  context: BrowserContext
  /** Uncaught exceptions and console errors since the page opened. */
  errors: string[]
  /** Every address that the page asked for. */
  requests: string[]
  /** Throws when the page had an error or contacted anything but loopback. */
  assertHealthy(): void
}

export interface TestBrowser {
  /**
   * Opens an address in a context of its own: touch, phone size unless told otherwise. Waits until an element shows: a
   * page of the mini-program unless told otherwise.
   */
  open(url: string, options?: BrowserContextOptions, waitFor?: string): Promise<BrowserPage>
  close(): Promise<void>
}

function isLoopback(address: string): boolean {
  return /^(data|blob|about):/.test(address) || /^https?:\/\/(127\.0\.0\.1|localhost)(:|\/)/.test(address)
}

function watch(page: Page, context: BrowserContext): BrowserPage {
  const errors: string[] = []
  const requests: string[] = []
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => requests.push(request.url()))
  return {
    page,
    context,
    errors,
    requests,
    assertHealthy: () => {
      const outside = requests.filter((address) => !isLoopback(address))
      if (outside.length > 0) throw new Error(`The page contacted ${outside.join(', ')}`)
      if (errors.length > 0) throw new Error(`The page had errors:\n${errors.join('\n')}`)
    },
  }
}

/** Opens an address in a further tab of a context, i.e. on the same phone; waits until an element shows. */
export async function openOn(context: BrowserContext, url: string, waitFor: string): Promise<BrowserPage> {
  const page = await context.newPage()
  page.setDefaultTimeout(8000)
  const opened = watch(page, context)
  await page.goto(url)
  await page.waitForSelector(waitFor)
  return opened
}

const launch = (): Promise<Browser> => chromium.launch({ ...findChromium(), args: ARGUMENTS })

/** Gets a phone ready before anything opens on it. */
export type Prepare = (context: BrowserContext) => Promise<void>

/**
 * Starts one Chromium for a test file; `prepare` is done to each phone. Close it in afterAll. Where several start at once, one has crashed before it listened
 * (SIGSEGV, seen once in some hundred starts): it is started again, once; nothing of ours has run by then.
 */
export async function launchBrowser(prepare?: Prepare): Promise<TestBrowser> {
  const browser = await launch().catch(launch)
  return {
    async open(url, options = {}, waitFor = '.mp-page:not([hidden]), #phone, #error-overlay') {
      const context = await browser.newContext({
        viewport: PHONE,
        hasTouch: true,
        isMobile: true,
        locale: 'zh-CN',
        ...options,
      })
      await prepare?.(context)
      return openOn(context, url, waitFor)
    },
    close: () => browser.close(),
  }
}

type Scope = Page | Frame

/** The page that shows now; pages below it in the stack stay in the document, hidden. */
export function shown(scope: Scope): Locator {
  return scope.locator('.mp-page:not([hidden])')
}

/** Taps the element on the shown page that a selector or a visible text (`text=…`) names. */
export async function tap(scope: Scope, selector: string): Promise<void> {
  await shown(scope).locator(selector).first().tap()
}

/** Types into a native or TDesign input or textarea, found by a selector of it or of an element around it. */
export async function typeInto(scope: Scope, selector: string, text: string): Promise<void> {
  const target = shown(scope).locator(selector).first()
  const isField = await target.evaluate((element) => /^(INPUT|TEXTAREA)$/.test(element.tagName))
  await (isField ? target : target.locator('input:not([type=hidden]), textarea').first()).fill(text)
}

interface PickedBuffer {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** Above this a file goes to the browser by its path: as a message to the browser it takes seconds on a busy machine. */
const LARGEST_MESSAGE = 1024 * 1024

/** Does something that opens the file picker, and chooses files in it. */
export async function chooseFiles(
  page: Page,
  open: () => Promise<void>,
  files: string | readonly PickedBuffer[],
): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open()])
  const large = typeof files !== 'string' && files.some(({ buffer }) => buffer.length > LARGEST_MESSAGE)
  await chooser.setFiles(typeof files === 'string' ? files : large ? onDisk(page, files) : [...files])
}

/** The files in a folder that lasts as long as the page's context: the browser reads them when the app does. */
function onDisk(page: Page, files: readonly PickedBuffer[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'picked-'))
  page.context().once('close', () => rmSync(folder, { recursive: true, force: true }))
  return files.map(({ name, buffer }) => {
    const path = join(folder, name)
    writeFileSync(path, buffer)
    return path
  })
}

/** The `data` of the page on top of the stack. */
export function pageData(scope: Scope): Promise<Record<string, unknown>> {
  return scope.evaluate(() => {
    const pages = (
      globalThis as unknown as { getCurrentPages(): { data: Record<string, unknown> }[] }
    ).getCurrentPages()
    return JSON.parse(JSON.stringify(pages.at(-1)?.data ?? {})) as Record<string, unknown>
  })
}

/** Routes of the page stack, bottom first. */
export function routes(scope: Scope): Promise<string[]> {
  return scope.evaluate(() => {
    const pages = (globalThis as unknown as { getCurrentPages(): { route: string }[] }).getCurrentPages()
    return pages.map(({ route }) => route)
  })
}

/** Asks until it is so, or fails with the last answer. */
export async function eventually<T>(
  ask: () => Promise<T>,
  isRight: (answer: T) => boolean,
  timeoutMs = 5000,
): Promise<T> {
  const end = Date.now() + timeoutMs
  for (;;) {
    const answer = await ask()
    if (isRight(answer)) return answer
    if (Date.now() > end) throw new Error(`Not in ${timeoutMs} ms; the last answer was ${JSON.stringify(answer)}`)
    await new Promise((done) => setTimeout(done, 50))
  }
}

/** Waits until a selector on the shown page has the text. */
export function expectText(scope: Scope, selector: string, text: string | RegExp): Promise<string> {
  const isRight = (found: string): boolean => (typeof text === 'string' ? found.includes(text) : text.test(found))
  return eventually(async () => (await shown(scope).locator(selector).first().textContent())?.trim() ?? '', isRight)
}
