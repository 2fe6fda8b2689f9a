import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserHostServer, serveBrowserHost } from '../../../sandbox/wechat'

let folder: string
let host: BrowserHostServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'browser-host-server-'))
  mkdirSync(join(folder, 'out/app'), { recursive: true })
  writeFileSync(join(folder, 'out/app/program.js'), 'boot()')
  writeFileSync(join(folder, 'secret.txt'), 'not served')
  host = await serveBrowserHost({
    dir: join(folder, 'out'),
    gatewayUrl: 'http://127.0.0.1:1/</script>',
    deskUrl: 'http://127.0.0.1:2/desk/',
    privacyTypes: ['收集你选中的文件'],
  })
})

afterAll(async () => {
  await host.close()
  rmSync(folder, { recursive: true })
})

it('listens on loopback only', () => {
  expect(host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})

it('tells the page the gateway, and lets no value end the script early', async () => {
  const html = await (await fetch(`${host.url}/phone.html`)).text()
  expect(html).toContain('"deskUrl":"http://127.0.0.1:2/desk/"')
  expect(html).toContain('http://127.0.0.1:1/\\u003c/script>')
})

it('tells the page what the privacy guide does not declare', async () => {
  const html = await (await fetch(`${host.url}/phone.html`)).text()
  const undeclared = /"undeclaredApis":(\[[^\]]*\])/.exec(html)?.[1] ?? ''
  expect(JSON.parse(undeclared)).toContain('setClipboardData')
  expect(JSON.parse(undeclared)).not.toContain('chooseMessageFile')
})

it('forbids the page to contact anything but loopback', async () => {
  const policy = (await fetch(`${host.url}/phone.html`)).headers.get('content-security-policy') ?? ''
  const hosts = policy.match(/https?:\/\/[^;\s]+/g) ?? []
  expect(hosts.length).toBeGreaterThan(0)
  for (const name of hosts) expect(name).toMatch(/^http:\/\/(127\.0\.0\.1|localhost):\*$/)
})

it('serves the build and a Chinese web font, and nothing outside', async () => {
  expect(await (await fetch(`${host.url}/app/program.js`)).text()).toBe('boot()')
  const css = await (await fetch(`${host.url}/fonts/400.css`)).text()
  const font = /url\(\.\/(files\/[^)]+\.woff2)\)/.exec(css)?.[1]
  const answer = await fetch(`${host.url}/fonts/${font ?? ''}`)
  expect(answer.headers.get('content-type')).toBe('font/woff2')
  for (const path of ['/..%2fsecret.txt', '/fonts/..%2f..%2f..%2fpackage.json', '/app/none.js', '/app', '/%ff']) {
    expect((await fetch(host.url + path)).status).toBe(404)
  }
})

const onLinux = process.platform === 'linux' ? it : it.skip

onLinux('a file that cannot be read any more (a rebuild takes it away) ends its answer, not the server', async () => {
  // A file that opens and then fails to read.
  symlinkSync('/proc/self/mem', join(folder, 'out/app/vanished.js'))
  const answer = fetch(`${host.url}/app/vanished.js`).then((response) => response.text())
  await expect(answer).rejects.toThrow()
  expect((await fetch(`${host.url}/app/program.js`)).status).toBe(200)
})

/** Reads server-sent events until the text is there. */
async function eventsUntil(text: string, act: () => void = () => {}): Promise<string> {
  const stop = new AbortController()
  const answer = await fetch(`${host.url}/host/events`, { signal: stop.signal })
  const reader = answer.body?.getReader()
  let read = ''
  act()
  while (reader && !read.includes(text)) read += new TextDecoder().decode((await reader.read()).value)
  stop.abort()
  return read
}

it('tells open pages of builds, and a page that comes later of the one that is broken', async () => {
  const broken = await eventsUntil('home.ts:3', () => host.showError('home.ts:3\nExpected ";"'))
  expect(broken).toContain('event: broken\ndata: {"message":"home.ts:3\\nExpected')
  expect(await eventsUntil('home.ts:3')).toContain('event: broken')
  expect(await eventsUntil('event: reload', () => host.reload())).toContain('event: reload')
  expect(await eventsUntil(': connected')).not.toContain('broken')
})
