import { eventually, expectText, shown, tap, typeInto } from '../../support/browser'
import { centre, drag, gateway, openRoute, page, prepareHost, text } from './host'

prepareHost()

const style = (selector: string, property: string): Promise<string> =>
  shown(page)
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)

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
