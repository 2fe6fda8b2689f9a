import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildBrowserHost, BuildError } from '../../../sandbox/wechat'

const GOOD: Readonly<Record<string, string>> = {
  'app.json': '{\n  "pages": ["pages/home/home"],\n  "tabBar": { "list": [] }\n}',
  'app.ts': 'App({})\n',
  'app.wxss': 'page { color: #333; }\n',
  'pages/home/home.json': '{\n  "usingComponents": { "a-card": "/components/a-card/a-card" }\n}',
  'pages/home/home.ts': "Page({\n  onLoad() {\n    wx.setStorageSync('a', 1)\n  },\n})\n",
  'pages/home/home.wxml': '<view>\n  <a-card />\n</view>\n',
  'pages/home/home.wxss': '.home { width: 10rpx; }\n',
  'components/a-card/a-card.json': '{ "component": true }',
  'components/a-card/a-card.ts': 'Component({})\n',
  'components/a-card/a-card.wxml': '<view class="card">卡片</view>\n',
}

let folder: string
const build = (): ReturnType<typeof buildBrowserHost> =>
  buildBrowserHost({ miniprogramRoot: join(folder, 'miniprogram'), outDir: join(folder, 'out') })

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, 'miniprogram', name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browser-host-build-'))
  write(GOOD)
})

afterEach(() => rmSync(folder, { recursive: true }))

it('builds pages, components, and what the phone and its frame need', async () => {
  const report = await build()
  expect(report).toMatchObject({ pages: 1, components: 1, warnings: [] })
  expect(report.bytes).toBeGreaterThan(100_000)
  for (const file of ['app/program.js', 'phone.js', 'phone-frame.js'])
    expect(existsSync(join(folder, 'out', file))).toBe(true)
})

describe('a broken source is named with file and line', () => {
  it.each([
    ['TypeScript', 'pages/home/home.ts', 'Page({\n  data: {\n', 'home.ts:3'],
    ['a missing import', 'pages/home/home.ts', "import './none'\nPage({})\n", 'home.ts:1'],
    ['WXML', 'pages/home/home.wxml', '<view>\n  <text>\n</view>\n', 'home.wxml:2'],
    ['WXSS', 'pages/home/home.wxss', '.a {\n  color: red;\n', 'home.wxss:1'],
    ['inline WXS', 'pages/home/home.wxml', '<wxs module="a">module.exports = {</wxs>\n', 'home.wxml:1'],
    ['JSON', 'pages/home/home.json', '{\n  "usingComponents": {,\n}', 'home.json:2'],
    [
      'a component that does not exist',
      'pages/home/home.json',
      '{\n\n  "usingComponents": { "b": "./b/b" }\n}',
      'home.json:3',
    ],
    ['a page that does not exist', 'app.json', '{\n  "pages": [\n    "pages/none/none"\n  ]\n}', 'app.json:3'],
    [
      'a tab that is no page',
      'app.json',
      '{\n  "pages": ["pages/home/home"],\n  "tabBar": { "list": [\n    { "pagePath": "pages/x/x", "text": "x" }\n  ] }\n}',
      'app.json:4',
    ],
  ])('%s', async (_, file, text, where) => {
    write({ [file]: text })
    await expect(build()).rejects.toThrow(BuildError)
    await expect(build()).rejects.toThrow(where)
  })
})

it('keeps the last good build when the next one breaks, and recovers', async () => {
  await build()
  const before = readFileSync(join(folder, 'out/app/program.js'), 'utf8')
  write({ 'pages/home/home.ts': 'Page({' })
  await expect(build()).rejects.toThrow('home.ts:1')
  expect(readFileSync(join(folder, 'out/app/program.js'), 'utf8')).toBe(before)
  write({ 'pages/home/home.ts': "Page({ data: { mended: '已修好' } })" })
  await build()
  expect(readFileSync(join(folder, 'out/app/program.js'), 'utf8')).toMatch(/mended/)
})

describe('wx APIs that the host lacks', () => {
  it('fail the build, each with file and line', async () => {
    write({ 'pages/home/home.ts': 'Page({})\nwx.startBluetooth()\nwx["scanCode"]()\n' })
    await expect(build()).rejects.toThrow(/home\.ts:2 wx\.startBluetooth is not provided by the browser host/)
    await expect(build()).rejects.toThrow(/home\.ts:3 wx\.scanCode/)
  })

  it('let wx.cloud stand in the one file that only WeChat reaches', async () => {
    write({ 'platform/cloud/wechat.ts': 'export const call = () => wx.cloud.callFunction\n' })
    await expect(build()).resolves.toMatchObject({ pages: 1 })
    write({ 'services/other.ts': 'export const call = () => wx.cloud.callFunction\n' })
    await expect(build()).rejects.toThrow(/services\/other\.ts:1 wx\.cloud/)
  })
})
