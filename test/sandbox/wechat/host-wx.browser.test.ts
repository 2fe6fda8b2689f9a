import { chooseFiles, eventually, expectText, shown, tap } from '../../support/browser'
import { drag, opened, openRoute, page, PDF, PNG, prepareHost, text } from './host'

prepareHost()

const FILM = { name: '现场.mp4', mimeType: 'video/mp4', buffer: Buffer.from('fictional film') }

const result = async (): Promise<unknown> => JSON.parse((await text('#result')) || 'null') as unknown
const resultAfter = async (selector: string, isRight: (value: unknown) => boolean = Boolean): Promise<unknown> => {
  await tap(page, selector)
  return eventually(result, isRight)
}

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
