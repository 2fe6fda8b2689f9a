import { type App, startApp } from './app'
import { launchBrowser, type TestBrowser } from './browser'
import { knowsTheApp } from './known-app'

/** What a browser test works with; filled in before its first test. */
export interface AppInBrowser {
  readonly app: App
  readonly browser: TestBrowser
}

/** One app and one Chromium for a whole test file, started before its tests and closed after them; no fault outlives a test. */
export function appInBrowser(options: Parameters<typeof startApp>[0] = {}): AppInBrowser {
  let app: App | undefined
  let browser: TestBrowser | undefined
  beforeAll(async () => {
    ;[app, browser] = await Promise.all([startApp(options), launchBrowser(knowsTheApp)])
  }, 90_000)
  afterEach(() => app?.provider.faults.clear())
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })
  return {
    get app() {
      if (!app) throw new Error('the app has not started yet')
      return app
    },
    get browser() {
      if (!browser) throw new Error('the browser has not started yet')
      return browser
    },
  }
}
