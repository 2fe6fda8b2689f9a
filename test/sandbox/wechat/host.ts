import { createServer, type Server } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { type BrowserHostServer, buildBrowserHost, serveBrowserHost } from '../../../sandbox/wechat'
import { type BrowserPage, launchBrowser, shown, type TestBrowser } from '../../support/browser'

/** The browser host with the fixture app, a stand-in of the gateway, and a phone that opens its pages. */

export const PDF = { name: '执业证书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 fictional') }

export const PNG = {
  name: 'photo.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}

/** Stands in for the sandbox's gateway: echoes requests, keeps the order of an upload's parts, serves a PDF. */
function startGateway(): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-headers', '*')
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      if (request.method === 'OPTIONS') return response.end()
      if (request.url === '/download/guide.pdf') return response.end('%PDF-1.4 guide')
      if (request.url === '/upload') {
        const parts = [...body.matchAll(/ name="([^"]+)"/g)].map((match) => match[1])
        const answer = { parts, isPdf: body.includes('%PDF-1.4 fictional'), named: body.includes(PDF.name) }
        return setTimeout(() => response.end(JSON.stringify(answer)), 150)
      }
      const citizen = request.headers['x-sandbox-citizen']
      return response.end(JSON.stringify({ method: request.method, body: JSON.parse(body) as unknown, citizen }))
    })
  })
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      done({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server })
    })
  })
}

let folder: string
export let gateway: { url: string; server: Server }
export let host: BrowserHostServer
let browser: TestBrowser
export let opened: BrowserPage
export let page: Page

export const openAt = async (url: string, options?: Parameters<TestBrowser['open']>[1]): Promise<void> => {
  opened = await browser.open(url, options)
  page = opened.page
}
export const openRoute = (route: string): Promise<void> => openAt(`${host.url}/phone.html#/${route}`)

export const text = (selector: string): Promise<string> => shown(page).locator(selector).first().innerText()

/** Drags a finger, as a person does with a picker's wheel. */
export async function drag(from: { x: number; y: number }, dx: number, dy: number): Promise<void> {
  const session = await opened.context.newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  await send('touchStart', [from])
  for (let step = 1; step <= 8; step += 1) {
    await send('touchMove', [{ x: from.x + (dx * step) / 8, y: from.y + (dy * step) / 8 }])
    await page.waitForTimeout(20)
  }
  await page.waitForTimeout(350)
  await send('touchEnd', [])
}

export async function centre(selector: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`${selector} is not visible`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** What stands above is there from the first test on, and closed after the last. */
export function prepareHost(): void {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'browser-host-'))
    await buildBrowserHost({ miniprogramRoot: join(__dirname, 'fixture-app'), outDir: join(folder, 'out') })
    gateway = await startGateway()
    host = await serveBrowserHost({
      dir: join(folder, 'out'),
      gatewayUrl: gateway.url,
      deskUrl: `${gateway.url}/desk/`,
    })
    browser = await launchBrowser()
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await host.close()
    gateway.server.closeAllConnections()
    await new Promise((done) => gateway.server.close(done))
    rmSync(folder, { recursive: true })
  })
  afterEach(async () => {
    opened.assertHealthy()
    await opened.context.close()
  })
}
