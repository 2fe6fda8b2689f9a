import { chooseFiles, eventually, expectText, pageData, shown, tap, typeInto } from '../../support/browser'
import { centre, drag, openRoute, page, PNG, prepareHost } from './host'

prepareHost()

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
