import esbuild from 'esbuild'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Page } from 'playwright-core'
import { type BrowserHostServer, buildBrowserHost, serveBrowserHost } from '../../../../sandbox/wechat'
import { type BrowserPage, launchBrowser, type TestBrowser } from '../../../support/browser'
import { type Act } from './browser-entry'
import { type PickedFile } from './phone-case'
import { type CaseServer, startCaseServer } from './server'
import { runs } from './used-apis'

const routes = { home: 'pages/home/home', tab: 'pages/device/device', page: 'packages/extra/detail/detail' }

let folder: string
let server: CaseServer
let host: BrowserHostServer
let browser: TestBrowser
let opened: BrowserPage
let page: Page

/** The table of cases with what runs them, for the page. */
async function bundledCases(): Promise<string> {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(__dirname, 'browser-entry.ts')],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

/** What a person does at this browser; a question or a picker comes only after the call, so these wait for it. */
async function act(name: Act, value: unknown): Promise<void> {
  if (name === 'answers') {
    const button = page.locator('.taro__modal .taro-model__btn:visible')
    // When no question comes, the case itself has failed.
    ;(value === true ? button.last() : button.first()).tap().catch(() => undefined)
  } else if (name === 'picks') {
    const files = (value as PickedFile[]).map(({ base64, ...file }) => ({
      ...file,
      buffer: Buffer.from(base64, 'base64'),
    }))
    page.once('filechooser', (chooser) => void chooser.setFiles(files))
  } else if (name === 'isOnline') {
    await opened.context.setOffline(value !== true)
    await page.waitForFunction((online) => navigator.onLine === online, value === true)
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'phone-cases-'))
  await buildBrowserHost({ miniprogramRoot: join(__dirname, '../fixture-app'), outDir: join(folder, 'out') })
  server = await startCaseServer()
  host = await serveBrowserHost({ dir: join(folder, 'out'), gatewayUrl: server.url, deskUrl: `${server.url}/desk/` })
  browser = await launchBrowser()
  opened = await browser.open(`${host.url}/phone.html#/${routes.home}`)
  page = opened.page
  await page.exposeFunction('personActs', act)
  await page.addScriptTag({ content: await bundledCases() })
}, 90_000)

afterAll(async () => {
  await browser.close()
  await host.close()
  await server.close()
  rmSync(folder, { recursive: true })
})

afterEach(() => act('isOnline', true))

test.each(runs())('browser: %s', async (_title, { api, answers, wechatOnly }, style, index) => {
  const answer = page.evaluate(([at, by, place]) => globalThis.runPhoneCase(at, by, place), [
    index,
    style,
    { routes, server: server.url },
  ] as const)
  if (wechatOnly) await expect(answer).rejects.toThrow(`wx.${api} is not provided by the browser host`)
  else expect(await answer).toEqual(answers)
})
