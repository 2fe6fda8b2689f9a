import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo } from 'node:net'
import { extname, join, normalize, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream'
import { CHINESE_FONT_FOLDER } from '../chinese-font'
import { PRIVATE_TYPES, undeclaredApis } from './privacy'

const PAGE = resolve(__dirname, 'page')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}

/** Nothing leaves this machine: only our own server and servers on loopback answer. */
const POLICY = [
  "default-src 'self' data: blob:",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: http://127.0.0.1:* http://localhost:*",
  "connect-src 'self' data: blob: http://127.0.0.1:* http://localhost:*",
  "font-src 'self' data:",
].join('; ')

export interface BrowserHostOptions {
  /** A folder that buildBrowserHost wrote, or will write. */
  dir: string
  /** 0 or absent: any free port. */
  port?: number
  gatewayUrl: string
  deskUrl: string
  /** The types that the privacy guide declares, in WeChat's words; absent = all. */
  privacyTypes?: readonly string[]
}

export interface BrowserHostServer {
  url: string
  /** Tells every open page to load the new build; each keeps its route. */
  reload(): void
  /** Tells every open page that WeChat has fetched a new version of the program, or could not. */
  announceVersion(isReady: boolean): void
  /** Shows a broken build over every open page, until the next reload. */
  showError(message: string): void
  close(): Promise<void>
}

/** Open pages that wait for news of builds (server-sent events). */
class BuildNews {
  private readonly listeners = new Set<ServerResponse>()
  private failure: string | undefined

  add(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write(': connected\n\n')
    if (this.failure !== undefined) response.write(this.broken(this.failure))
    this.listeners.add(response)
    response.on('close', () => this.listeners.delete(response))
  }

  announce(failure: string | undefined): void {
    this.failure = failure
    const event = failure === undefined ? 'event: reload\ndata: {}\n\n' : this.broken(failure)
    for (const listener of this.listeners) listener.write(event)
  }

  /** A page that opens later has the new version already. */
  announceVersion(isReady: boolean): void {
    for (const listener of this.listeners) listener.write(`event: version\ndata: ${JSON.stringify({ isReady })}\n\n`)
  }

  private broken(message: string): string {
    return `event: broken\ndata: ${JSON.stringify({ message })}\n\n`
  }
}

/** undefined for an escape that is none (`%ff`). */
function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}

/** Address → file, or undefined when it is outside the folders that are served. */
function fileFor(pathname: string, dir: string): string | undefined {
  const [folder, rest] = pathname.startsWith('/fonts/')
    ? [CHINESE_FONT_FOLDER, pathname.slice('/fonts/'.length)]
    : pathname.startsWith('/page/')
      ? [PAGE, pathname.slice('/page/'.length)]
      : [dir, pathname]
  const file = normalize(join(folder, rest))
  return file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile() ? file : undefined
}

function sendFile(response: ServerResponse, file: string, isFont: boolean): void {
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': isFont ? 'max-age=86400' : 'no-store',
  })
  // A rebuild may take the file away at this very moment: the page then asks again, the server goes on.
  pipeline(createReadStream(file), response, () => undefined)
}

function sendPage(response: ServerResponse, name: string, settings: object): void {
  // `<` would end the script element early.
  const json = JSON.stringify(settings).replace(/</g, '\\u003c')
  const html = readFileSync(join(PAGE, name), 'utf8').replace('__SETTINGS__', () => json)
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': POLICY,
  })
  response.end(html)
}

function handler(options: BrowserHostOptions, news: BuildNews) {
  const dir = resolve(options.dir)
  const { gatewayUrl, deskUrl, privacyTypes } = options
  const settings = {
    gatewayUrl,
    deskUrl,
    undeclaredApis: privacyTypes === undefined ? [] : undeclaredApis(privacyTypes),
    privateApis: PRIVATE_TYPES.flatMap(({ apis }) => apis),
  }
  return (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname } = new URL(request.url ?? '/', 'http://host')
    if (pathname === '/host/events') return news.add(response)
    if (pathname === '/' || pathname === '/index.html') return sendPage(response, 'index.html', settings)
    if (pathname === '/phone.html') return sendPage(response, 'phone.html', settings)
    const path = decode(pathname)
    const file = path === undefined ? undefined : fileFor(path, dir)
    if (file !== undefined) return sendFile(response, file, pathname.startsWith('/fonts/'))
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
    response.end('Not found')
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', () => done((server.address() as AddressInfo).port))
  })
}

/** Serves a built mini-program on loopback: `/` with a phone's frame on a desktop, `/phone.html` without. */
export async function serveBrowserHost(options: BrowserHostOptions): Promise<BrowserHostServer> {
  const news = new BuildNews()
  const server = createServer(handler(options, news))
  const port = await listen(server, options.port ?? 0)
  return {
    url: `http://127.0.0.1:${port}`,
    reload: () => news.announce(undefined),
    announceVersion: (isReady) => news.announceVersion(isReady),
    showError: (message) => news.announce(message),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
