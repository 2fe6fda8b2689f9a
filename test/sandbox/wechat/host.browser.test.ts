import { createServer, type Server } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Page } from 'playwright-core'
import { type BrowserHostServer, buildBrowserHost, serveBrowserHost } from '../../../sandbox/wechat'
import {
  type BrowserPage,
  chooseFiles,
  DESKTOP,
  eventually,
  expectText,
  launchBrowser,
  pageData,
  routes,
  shown,
  tap,
  type TestBrowser,
  typeInto,
} from '../../support/browser'

const PDF = { name: '执业证书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 fictional') }
const FILM = { name: '现场.mp4', mimeType: 'video/mp4', buffer: Buffer.from('fictional film') }
const PNG = {
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
let gateway: { url: string; server: Server }
let host: BrowserHostServer
let browser: TestBrowser
let opened: BrowserPage
let page: Page

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

const openRoute = async (route: string): Promise<void> => {
  opened = await browser.open(`${host.url}/phone.html#/${route}`)
  page = opened.page
}

afterEach(async () => {
  opened.assertHealthy()
  await opened.context.close()
})

const text = (selector: string): Promise<string> => shown(page).locator(selector).first().innerText()
const style = (selector: string, property: string): Promise<string> =>
  shown(page)
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
const result = async (): Promise<unknown> => JSON.parse((await text('#result')) || 'null') as unknown
const resultAfter = async (selector: string, isRight: (value: unknown) => boolean = Boolean): Promise<unknown> => {
  await tap(page, selector)
  return eventually(result, isRight)
}

/** Drags a finger, as a person does with a picker's wheel. */
async function drag(from: { x: number; y: number }, dx: number, dy: number): Promise<void> {
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

async function centre(selector: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`${selector} is not visible`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

describe('templates, components and styles', () => {
  beforeEach(() => openRoute('pages/home/home'))

  it('hands the gateway and the citizen to onLaunch and runs the page lifecycle', async () => {
    expect(await text('#launch')).toBe(`${gateway.url} citizen-1`)
    await expectText(page, '#log', /^load show ready$/)
  })

  it('renders lists, imported templates and WXS, where constructor is a type name', async () => {
    await tap(page, '#add')
    await expectText(page, '#foot', '共 2 条')
    expect(await shown(page).locator('.item').allInnerTexts()).toEqual(['00 apple true', '01 banana2 false'])
    expect(await text('#types')).toBe('Array String')
  })

  it('runs components with behaviors, slots, observers, events and ready', async () => {
    expect(await text('#slot-header')).toBe('插槽头')
    await expectText(page, '#card-log', 'attached show ready')
    await shown(page).getByText('加一').tap()
    await expectText(page, '#card-title', '您好，张三 4')
    expect(await text('#slot-body')).toBe('插槽内容 2')
  })

  it('keeps a component style to itself, unless it asks for the shared ones in its script', async () => {
    expect(await style('#card-title', 'color')).toBe('rgb(0, 82, 217)')
    expect(await style('#shared-note', 'color')).toBe('rgb(200, 0, 0)')
    expect(await style('.framed', 'background-color')).toBe('rgb(9, 9, 9)')
    expect(await style('#card', 'border-top-color')).toBe('rgb(1, 2, 3)')
  })

  it('counts rpx in 750ths of the width, in WXSS and in inline styles', async () => {
    expect(await style('#card-title', 'font-size')).toBe('37.5px')
    expect(await style('#wide', 'width')).toBe('187.5px')
  })

  it('inks Chinese on a machine without a Chinese font', async () => {
    const inked = (letter: string): Promise<number> =>
      page.evaluate(async (character) => {
        await document.fonts.load('40px "Noto Sans SC"', character)
        const canvas = document.createElement('canvas')
        const context = canvas.getContext('2d')
        if (!context) return 0
        context.font = '40px "Noto Sans SC"'
        context.fillText(character, 10, 60)
        return context.getImageData(0, 0, 100, 100).data.filter((value, index) => index % 4 === 3 && value > 0).length
      }, letter)
    // 一 is one stroke and 天 four: a missing-glyph box would ink both alike.
    expect(await inked('天')).toBeGreaterThan((await inked('一')) * 1.5)
  })

  it('hears a long press', async () => {
    await shown(page).locator('#hold').scrollIntoViewIfNeeded()
    await drag(await centre('#hold'), 0, 0)
    await expectText(page, '#hold', '长按了')
  })

  it('scrolls under a finger, except where a component catches its moves', async () => {
    const scrolled = async (selector: string): Promise<number> => {
      await shown(page).locator(selector).scrollIntoViewIfNeeded()
      const before = await shown(page).evaluate((element) => element.scrollTop)
      await drag(await centre(selector), 0, 120)
      return (await shown(page).evaluate((element) => element.scrollTop)) - before
    }
    await shown(page).evaluate((element) => element.scrollTo(0, 300))
    expect(await scrolled('#still')).toBe(0)
    expect(await scrolled('#hold')).toBeLessThan(-20)
  })

  it('raises scrolltolower of a scroll-view', async () => {
    await shown(page)
      .locator('#list')
      .evaluate((element) => element.scrollTo(0, 9999))
    await expectText(page, '#lowered', 'true')
  })

  it('loads an image of the package', async () => {
    const width = await eventually(
      () =>
        shown(page)
          .locator('#dot img')
          .evaluate((image) => (image as HTMLImageElement).naturalWidth),
      (pixels) => pixels > 0,
    )
    expect(width).toBeGreaterThan(0)
  })
})

describe('forms', () => {
  beforeEach(() => openRoute('pages/home/home'))

  it('binds both ways and submits every named field, also a component with wx://form-field', async () => {
    await typeInto(page, '#name', '李四')
    await typeInto(page, '#memo', '备注')
    await expectText(page, '#hello', '李四')
    await expectText(page, '#memo-text', '备注')
    await tap(page, '#agree')
    await expectText(page, '#agree-text', 'true')
    await tap(page, '#submit')
    const submitted = JSON.parse(await expectText(page, '#submitted', '李四')) as Record<string, unknown>
    expect(submitted).toMatchObject({ name: '李四', memo: '备注', agree: true, company: '初始' })
  })

  const pick = async (selector: string, column: number, rows: number): Promise<void> => {
    await tap(page, selector)
    await page.waitForTimeout(450)
    await drag(await centre(`.weui-picker:visible .weui-picker__group >> nth=${column}`), 0, -34 * rows)
    await page.waitForTimeout(300)
    await page.locator('.weui-picker:visible .weui-picker__action').last().tap()
  }

  it('a tap is over when it is raised: what moves under the finger is not touched', async () => {
    await tap(page, '#fold')
    await eventually(
      () => shown(page).locator('#fold').count(),
      (count) => count === 0,
    )
    // A picker would need a moment to come up.
    await page.waitForTimeout(450)
    expect(await page.locator('.weui-picker:visible').count()).toBe(0)
  })

  it('chooses with selector, date and region pickers', async () => {
    await pick('#city', 0, 1)
    await expectText(page, '#city', '天津')
    await pick('#date', 1, 1)
    await expectText(page, '#date', '2026-02-05')
    await pick('#region', 0, 1)
    await expectText(page, '#region', /河北省 石家庄市 长安区 130000,130100,130102/)
  })
})

describe('navigation', () => {
  beforeEach(() => openRoute('pages/home/home'))

  it('opens a subpackage page with parameters and an event channel, and comes back with an answer', async () => {
    await tap(page, '.item')
    await expectText(page, '#detail', '1 天津 home 第 2 页')
    expect(await page.title()).toBe('详情')
    await tap(page, '#back')
    await expectText(page, '#picked', '选了 1')
    expect(await text('#log')).toBe('load show ready hide show')
    expect(await text('#card-log')).toContain('hide show')
  })

  it('goes back with the bar, follows a navigator and keeps the route over a reload', async () => {
    await tap(page, '#link')
    await expectText(page, '#detail', '7')
    host.reload()
    await page.waitForEvent('load')
    await expectText(page, '#detail', '7')
    expect(await routes(page)).toEqual(['packages/extra/detail/detail'])
    await page.getByRole('button', { name: '首页' }).first().tap()
    await eventually(
      () => routes(page),
      (stack) => stack.join() === 'pages/home/home',
    )
  })

  it('refuses an eleventh page and a tab as a page', async () => {
    await tap(page, '.item')
    for (let depth = 3; depth <= 10; depth += 1) {
      await tap(page, '#deeper')
      await expectText(page, '#detail', `第 ${depth} 页`)
    }
    await tap(page, '#deeper')
    await expectText(page, '#refused', 'navigateTo:fail webview count limit exceed')
    await tap(page, '#to-tab')
    await expectText(page, '#refused', 'navigateTo:fail can not navigateTo a tabbar page')
    expect(await routes(page)).toHaveLength(10)
  })

  it('switches tabs and keeps what a tab page holds', async () => {
    await tap(page, '#add')
    const tab = (name: string) => page.locator('#tab-bar button', { hasText: name })
    await tab('能力').tap()
    await eventually(
      () => routes(page),
      (stack) => stack.join() === 'pages/device/device',
    )
    await tab('首页').tap()
    await expectText(page, '#foot', '共 2 条')
    expect(await routes(page)).toEqual(['pages/home/home'])
  })
})

describe('wx', () => {
  beforeEach(() => openRoute('pages/device/device'))

  it('stores per citizen, and answers as WeChat does when there is nothing', async () => {
    expect(await resultAfter('#storage')).toEqual({
      before: { text: '草稿', at: 1 },
      empty: '',
      errMsg: 'getStorage:fail data not found',
    })
    const keys = await page.evaluate(() => Object.keys(localStorage))
    expect(keys).toEqual(['wx:citizen-1:draft'])
  })

  it('a tap that opens a modal does not press the button that appears under the finger', async () => {
    const moveOpenerUnderConfirm = async (): Promise<void> => {
      const box = await page.locator('.taro-model__confirm:visible').boundingBox()
      if (!box) throw new Error('the modal has no button')
      await shown(page)
        .locator('#modal')
        .evaluate((opener, { x, y }) => {
          const place = { position: 'fixed', zIndex: '9', left: `${x + 40}px`, top: `${y - 35}px`, margin: '0' }
          Object.assign((opener as HTMLElement).style, place)
        }, box)
    }
    await tap(page, '#modal')
    await page.locator('.taro-model__confirm:visible').waitFor()
    await moveOpenerUnderConfirm()
    await page.locator('.taro-model__cancel:visible').tap()
    await tap(page, '#modal')
    await page.locator('.taro-model__confirm:visible').waitFor()
    await page.waitForTimeout(400)
    expect(await page.locator('.taro-model__confirm:visible').count()).toBe(1)
    await page.locator('.taro-model__cancel:visible').tap()
  })

  it('shows modal, toast, loading and action sheet', async () => {
    await tap(page, '#modal')
    await page.getByText('要继续吗？').waitFor()
    await page.locator('.taro-model__confirm').tap()
    expect(await eventually(result, Boolean)).toEqual({ confirm: true })
    await tap(page, '#toast')
    await page.getByText('已保存').waitFor()
    await page.getByText('已保存').waitFor({ state: 'hidden' })
    await tap(page, '#loading')
    await page.getByText('正在提交').waitFor()
    await page.getByText('正在提交').waitFor({ state: 'hidden' })
    await tap(page, '#sheet')
    await page.getByText('聊天文件').tap()
    expect(await eventually(result, (value) => JSON.stringify(value).includes('tapIndex'))).toEqual({ tapIndex: 1 })
  })

  it('chooses an image and shows it', async () => {
    await chooseFiles(page, () => tap(page, '#media'), [PNG])
    expect(await eventually(result, Boolean)).toEqual({ size: PNG.buffer.length, isTemporary: true })
    const image = shown(page).locator('#chosen img')
    await eventually(
      () => image.evaluate((element) => (element as HTMLImageElement).naturalWidth),
      (width) => width === 1,
    )
  })

  const choosePdf = async (): Promise<void> => {
    await chooseFiles(page, () => tap(page, '#message-file'), [PDF])
    await eventually(result, Boolean)
  }

  it('chooses files by extension only, reads and deletes them', async () => {
    await chooseFiles(page, () => tap(page, '#message-file'), [PNG, PDF])
    expect(await eventually(result, Boolean)).toEqual([{ name: PDF.name, size: PDF.buffer.length, type: 'file' }])
    expect(await resultAfter('#read', (value) => JSON.stringify(value).includes('start'))).toMatchObject({
      start: '%PDF',
      size: PDF.buffer.length,
      errMsg: expect.stringContaining('readFile:fail no such file') as string,
    })
    await chooseFiles(page, () => tap(page, '#message-file'), [PNG])
    expect(await eventually(result, (value) => JSON.stringify(value).includes('cancel'))).toEqual({
      errMsg: 'chooseMessageFile:fail cancel',
    })
  })

  it.each([
    ['#message-all', ['photo.png', '现场.mp4', '执业证书.pdf']],
    ['#message-any-file', ['执业证书.pdf']],
    ['#message-image', ['photo.png']],
    ['#message-video', ['现场.mp4']],
  ])('%s: offers of a chat what its type lets through, whatever the extension says', async (button, names) => {
    await chooseFiles(page, () => tap(page, button), [PNG, FILM, PDF])
    const chosen = (await eventually(result, Array.isArray)) as { name: string }[]
    expect(chosen.map(({ name }) => name)).toEqual(names)
  })

  it('opens a PDF over the page', async () => {
    await choosePdf()
    await tap(page, '#document')
    await page.getByRole('dialog', { name: PDF.name }).waitFor()
    await page.getByRole('button', { name: '关闭' }).tap()
    expect(await page.locator('#document-viewer').count()).toBe(0)
  })

  it('requests JSON from the gateway', async () => {
    expect(await resultAfter('#request')).toEqual({
      data: { method: 'POST', body: { a: 1 }, citizen: 'citizen-1' },
      statusCode: 200,
    })
  })

  it('uploads fields before the file, reports progress, and stops when told', async () => {
    await choosePdf()
    expect(await resultAfter('#upload', (value) => JSON.stringify(value).includes('parts'))).toEqual({
      data: { parts: ['cloudPath', 'file'], isPdf: true, named: true },
      statusCode: 200,
    })
    await expectText(page, '#progress', '100%')
    expect(await resultAfter('#abort', (value) => JSON.stringify(value).includes('errMsg'))).toEqual({
      errMsg: 'uploadFile:fail abort',
    })
  })

  it('downloads into a temporary file that keeps its extension', async () => {
    expect(await resultAfter('#download')).toEqual({ statusCode: 200, size: '%PDF-1.4 guide'.length, isPdf: true })
  })

  it.each([
    [{ undeclaredApis: ['setClipboardData'] }, 112, 'api scope is not declared in the privacy agreement'],
    [{ privacyErrno: 103 }, 103, 'auth deny'],
    [{ privacyErrno: 104 }, 104, 'privacy permission is not authorized'],
  ])('refuses what the privacy guide or the citizen does not allow: %o', async (privacy, errno, reason) => {
    await page.evaluate(
      (settings) => Object.assign((window as unknown as { sandboxHost: object }).sandboxHost, settings),
      privacy,
    )
    expect(await resultAfter('#copy')).toEqual({ errno, errMsg: `setClipboardData:fail ${reason}` })
  })

  it('copies, tells the account, and hears the network go and come', async () => {
    expect(await resultAfter('#copy')).toEqual({ data: '办件编号' })
    expect(await resultAfter('#account', (value) => JSON.stringify(value).includes('appId'))).toEqual({
      appId: 'touristappid',
      envVersion: 'develop',
      canShare: true,
    })
    await tap(page, '#network')
    await opened.context.setOffline(true)
    expect(await eventually(result, (value) => JSON.stringify(value).includes('isConnected'))).toEqual({
      isConnected: false,
    })
    await opened.context.setOffline(false)
    // The build news cannot be reached for a moment: that is what was asked for.
    opened.errors.splice(0)
  })

  it('throws for an API that it lacks, by name', async () => {
    expect(await resultAfter('#missing')).toEqual({ error: 'wx.scanItem is not provided by the browser host' })
  })

  it('draws on a canvas where the finger is and exports the signature', async () => {
    expect(await resultAfter('#prepare')).toEqual({ width: 200, height: 100 })
    const box = await shown(page).locator('#pad').boundingBox()
    if (!box) throw new Error('no canvas')
    await drag({ x: box.x + 20, y: box.y + 30 }, 80, 40)
    expect(await eventually(result, (value) => JSON.stringify(value).includes('"x":100'))).toEqual({ x: 100, y: 70 })
    expect(await resultAfter('#signature', (value) => JSON.stringify(value).includes('isPng'))).toEqual({ isPng: true })
    const image = shown(page).locator('#chosen img')
    await eventually(
      () => image.evaluate((element) => (element as HTMLImageElement).naturalWidth),
      (width) => width === 200,
    )
  })
})

describe('TDesign', () => {
  beforeEach(() => openRoute('pages/design/design'))

  it('shows every component that the program may use, with its text', async () => {
    const visible = await shown(page).innerText()
    for (const label of [
      '今天可以网上办理',
      '待办',
      '填表',
      '城市',
      '姓名',
      '女',
      '护理',
      '进行中',
      '没有办件',
      '加载中',
    ]) {
      expect(visible).toContain(label)
    }
  })

  it('takes text in t-input, t-textarea and t-search', async () => {
    await typeInto(page, '.t-input__control', '王五')
    await typeInto(page, '.t-textarea__wrapper', '说明')
    await typeInto(page, '.t-search__input-box', '护士')
    await expectText(page, '#name-text', '王五')
    await expectText(page, '#memo-text', '说明')
    await expectText(page, '#keyword', '护士')
  })

  it('chooses with radio, checkbox, switch and tabs', async () => {
    await shown(page).getByText('男', { exact: true }).tap()
    await expectText(page, '#sex', 'male')
    await shown(page).getByText('教学', { exact: true }).tap()
    await expectText(page, '#duties', 'teach')
    await tap(page, '.t-switch')
    await expectText(page, '#is-on', 'true')
    await shown(page).getByText('已办', { exact: true }).tap()
    await shown(page).locator('#done').waitFor()
  })

  it('answers with button, toast, popup and dialog', async () => {
    await tap(page, '.t-button--primary')
    await expectText(page, '.t-button--primary', '下一步 1')
    await shown(page).locator('.t-toast').getByText('下一步').waitFor()
    await tap(page, '.t-button--light')
    await shown(page).locator('#popup-body').waitFor()
    await shown(page)
      .locator('.t-overlay:visible')
      .first()
      .tap({ position: { x: 20, y: 20 } })
    await shown(page).locator('#popup-body').waitFor({ state: 'hidden' })
    await tap(page, '.t-button--danger')
    await shown(page).locator('.t-dialog').getByText('确定', { exact: true }).tap()
    await expectText(page, '#answer', '确定了')
  })

  it('chooses with t-picker and t-date-time-picker', async () => {
    await shown(page).getByText('城市', { exact: true }).tap()
    await page.waitForTimeout(500)
    await drag(await centre('.t-picker:visible .t-picker-item__group'), 0, -40)
    await shown(page).locator('.t-picker__confirm:visible').first().tap()
    await expectText(page, '.t-cell__note', '天津')
    await shown(page).getByText('日期', { exact: true }).tap()
    await page.waitForTimeout(500)
    await drag(await centre('.t-picker:visible .t-picker-item__group >> nth=1'), 0, -40)
    await shown(page).locator('.t-picker__confirm:visible').first().tap()
    await eventually(
      async () => (await pageData(page)).date,
      (date) => date === '2026-02-05',
    )
  })

  it('adds a file with t-upload', async () => {
    await chooseFiles(page, () => tap(page, '.t-upload__add-icon, .t-upload__wrapper'), [PNG])
    await expectText(page, '#file-count', '1')
  })
})

describe('desktop', () => {
  it('frames the phone, works with a mouse, and lets one choose the citizen', async () => {
    opened = await browser.open(host.url, { viewport: DESKTOP, hasTouch: false, isMobile: false })
    page = opened.page
    const phone = page.frameLocator('#phone')
    await phone.locator('#add').click()
    await phone.locator('#foot', { hasText: '共 2 条' }).waitFor()
    await phone.locator('#city').click()
    await page.waitForTimeout(450)
    const wheel = await phone.locator('.weui-picker:visible .weui-picker__group').boundingBox()
    if (!wheel) throw new Error('no picker')
    const [x, y] = [wheel.x + wheel.width / 2, wheel.y + wheel.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x, y - 34, { steps: 8 })
    await page.waitForTimeout(350)
    await page.mouse.up()
    await page.waitForTimeout(300)
    await phone.locator('.weui-picker:visible .weui-picker__action').last().click()
    await phone.locator('#city', { hasText: '天津' }).waitFor()
    await phone.locator('#submit').click()
    await phone.locator('#submitted', { hasText: 'company' }).waitFor()
    await page.getByLabel('虚构的办事人').selectOption('citizen-2')
    await phone.locator('#launch', { hasText: 'citizen-2' }).waitFor()
    expect(await page.getByRole('link', { name: /窗口工作台/ }).getAttribute('href')).toBe(`${gateway.url}/desk/`)
  })

  it('fills a phone without a frame', async () => {
    opened = await browser.open(host.url)
    page = opened.page
    await expectText(page, '#foot', '共 1 条')
    expect(await page.locator('#phone').count()).toBe(0)
  })

  it('shows a broken build over the page and recovers with the next good one', async () => {
    await openRoute('pages/device/device')
    host.showError('pages/home/home.ts:3 Expected ";"')
    await page.getByRole('alert').getByText('pages/home/home.ts:3').waitFor()
    host.reload()
    await page.waitForEvent('load')
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(
      await eventually(
        () => routes(page),
        (stack) => stack.length > 0,
      ),
    ).toEqual(['pages/device/device'])
  })
})
