import { readFile } from 'node:fs/promises'
import Excel from 'exceljs'
import type { TableRow } from '../../miniprogram/shared/form'
import { Citizen } from '../cloudfunctions/support/citizen'
import { csvText, gbk } from '../cloudfunctions/table/files'
import { appInBrowser } from '../support/app-in-browser'
import { addressOf, saveLine } from '../support/bad-days'
import { type BrowserPage, chooseFiles, eventually, expectText, pageData, shown, tap } from '../support/browser'
import { arriveAt, confirm } from '../support/citizen'
import { touch } from '../support/citizen/touch'

/** A haulier brings 200 vehicles and 60 drivers from spreadsheets into the form, corrects two, and finds them saved. */

const world = appInBrowser()
const ROAD_FREIGHT = {
  account: '91120116MA0FXN011B',
  matterId: 'SX120116000001',
  /** new; owned; general; by the legal representative */
  optionIds: ['QX120116000001A01', 'QX120116000001B01', 'QX120116000001C01', 'QX120116000001D01'],
  form: 'CL12011600000101',
} as const
const VEHICLES = 200

let haulier: Citizen
let draftId: string
let phone: BrowserPage

beforeAll(async () => {
  haulier = new Citizen(world.app, 'haulier')
  await haulier.bind(ROAD_FREIGHT.account, 'enterprise')
  const { matterId, optionIds } = ROAD_FREIGHT
  draftId = (await haulier.call('declaration.start', { matterId, optionIds: [...optionIds], startKey: 'haulier-1' }))
    .draftId
  await save({ apply_type: 'new' })
}, 90_000)

async function save(answers: Record<string, string>): Promise<void> {
  const { declaration } = await haulier.call('declaration.open', { draftId })
  const forms = [{ materialId: ROAD_FREIGHT.form, answers }]
  await haulier.call('declaration.save', { draftId, baseVersion: declaration.version, forms })
}

async function saved(fieldId: string): Promise<readonly TableRow[]> {
  const { declaration } = await haulier.call('declaration.open', { draftId })
  const form = declaration.forms.find(({ materialId }) => materialId === ROAD_FREIGHT.form)
  return (form?.answers[fieldId] ?? []) as readonly TableRow[]
}

const openTable = async (fieldId: string): Promise<void> => {
  const route = `packages/declare/pages/form/form?draftId=${draftId}&materialId=${ROAD_FREIGHT.form}&fieldId=${fieldId}`
  phone = await world.browser.open(addressOf(world.app, haulier.id, route))
  phone.page.setDefaultTimeout(20_000)
  await saveLine(phone.page, /已保存/)
}

const look = async (name: string): Promise<void> => {
  const folder = process.env['SCREENSHOTS']
  if (folder) await phone.page.screenshot({ path: `${folder}/${name}.png` })
}

/** The template that the page sends to a chat: here the browser saves it. */
async function template(selector: string): Promise<Buffer> {
  await touch(shown(phone.page).locator(selector))
  await phone.page.locator('.taro-model__confirm:visible').waitFor()
  const [download] = await Promise.all([phone.page.waitForEvent('download'), confirm(phone.page)])
  return readFile(await download.path())
}

const vehicle = (n: number): string[] => [
  '虚构重卡 X1',
  `津A${10_000 + n}`,
  '黄',
  '载货汽车',
  '18000',
  '9900',
  '一级',
  '9000×2500×3400',
  '2024/3/5',
  '是',
]

test('the template is filled in with 200 vehicles; two cells are wrong, and said by row and column', async () => {
  await openTable('veh_owned')
  await expectText(phone.page, '.page', '已填 0 行')
  await touch(shown(phone.page).locator('[aria-label="已购置运输车辆情况，用表格导入"]'))
  await arriveAt(phone.page, 'packages/declare/pages/import/import')
  await expectText(phone.page, '.page', '现在有 0 行')
  await look('import-1')
  const workbook = new Excel.Workbook()
  await workbook.xlsx.load(Uint8Array.from(await template('.import__xlsx')).buffer)
  const sheet = workbook.worksheets[0]
  for (let n = 0; n < VEHICLES; n += 1) {
    const cells = vehicle(n)
    if (n === 4) cells[3] = '客车'
    if (n === 150) cells[1] = '津-1'
    cells.forEach((cell, column) => {
      if (sheet) sheet.getCell(n + 3, column + 1).value = cell
    })
  }
  const file = {
    name: '车辆.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
  }
  await chooseFiles(phone.page, () => touch(shown(phone.page).locator('.import__pick')), [file])
  await expectText(phone.page, '#result', '2 行有 2 处要改')
  await expectText(phone.page, '#result', /第 7 行\s*车辆类型：只能填：载货汽车、牵引车、挂车、专用车/)
  await expectText(phone.page, '#result', /第 153 行\s*车牌号：/)
  await look('import-2')
}, 60_000)

test('the rows come into the form, are saved, and lead from one wrong row to the next', async () => {
  await tap(phone.page, '.import__take')
  await arriveAt(phone.page, 'packages/declare/pages/form/form')
  await expectText(phone.page, '.page', '第 1–20 行，共 200 行')
  await expectText(phone.page, '.page', '有 2 行要改')
  await saveLine(phone.page, /已保存/)
  expect((await saved('veh_owned')).map((row) => row['plate'])).toEqual(
    Array.from({ length: VEHICLES }, (_, n) => (n === 150 ? '津1' : `津A${10_000 + n}`)),
  )
  await look('table-1')
  const table = shown(phone.page).locator('[role="group"][aria-label^="已购置运输车辆情况"]').first()
  await touch(table.locator('[aria-label$="打开下一处需要修改的行"]'))
  await touch(table.locator('[role="radio"]', { hasText: '载货汽车' }))
  await table.getByText('请选择车辆类型', { exact: true }).waitFor({ state: 'detached' })
  await look('table-2')
  await touch(table.locator('[role="button"]', { hasText: '完成这一行' }))
  await expectText(phone.page, '.page', '有 1 行要改')
  await touch(table.locator('[aria-label$="打开下一处需要修改的行"]'))
  await expectText(phone.page, '.page', '第 141–160 行，共 200 行')
  // The row is screens below the tap that opened it: it comes into sight by itself.
  await eventually(
    () => table.locator('[class*="row_open"]').evaluate((row) => row.getBoundingClientRect().top),
    (top) => top > 0 && top < 300,
  )
  const plate = table.locator('[role="group"][aria-label^="车牌号"] input').first()
  await plate.fill('津A10150')
  await plate.blur()
  await touch(table.locator('[role="button"]', { hasText: '完成这一行' }))
  await eventually(
    () => shown(phone.page).innerText(),
    (text) => !text.includes('行要改'),
  )
  // The page's own copy is old by now: only the table and the draft know all rows.
  const rows = await eventually(
    () => saved('veh_owned'),
    (now) => now[150]?.['plate'] === '津A10150',
    15_000,
  )
  expect(rows).toHaveLength(VEHICLES)
  expect(rows[4]).toMatchObject({ plate: '津A10004', veh_type: rows[0]?.['veh_type'] })
  expect(rows.map((row) => row['plate'])).toEqual(Array.from({ length: VEHICLES }, (_, n) => `津A${10_000 + n}`))
  phone.assertHealthy()
}, 60_000)

test('drivers from a GBK file of Excel: first refused, then 60 rows, then added once more', async () => {
  await phone.context.close()
  await openTable('drivers')
  const file = (name: string, rows: readonly (readonly string[])[]) => ({
    name,
    mimeType: 'text/csv',
    buffer: gbk(csvText(rows)),
  })
  const headings = ['姓名', '性别', '证件号码', '初次取得驾驶证日期', '准驾车型', '从业资格证号', '从业资格类别']
  const driver = ['虞青禾', '女', '120116199607210042', '2020-05-01', 'B2', '', '无需']
  await touch(shown(phone.page).locator('[aria-label="驾驶员名单，用表格导入"]'))
  await arriveAt(phone.page, 'packages/declare/pages/import/import')
  const pick = (...args: Parameters<typeof file>): Promise<void> =>
    chooseFiles(phone.page, () => touch(shown(phone.page).locator('.import__pick')), [file(...args)])
  await pick('错表.csv', [['名字'], ['x']])
  await expectText(phone.page, '#result', '表头对不上，缺少“姓名”')
  await look('import-3')
  await pick('驾驶员.csv', [headings, ...Array.from({ length: 60 }, () => driver)])
  await expectText(phone.page, '#result', '读到 60 行，没有发现问题')
  await tap(phone.page, '.import__take')
  await arriveAt(phone.page, 'packages/declare/pages/form/form')
  await saveLine(phone.page, /已保存/)
  expect(await saved('drivers')).toHaveLength(60)
  await touch(shown(phone.page).locator('[aria-label="驾驶员名单，用表格导入"]'))
  await arriveAt(phone.page, 'packages/declare/pages/import/import')
  await pick('驾驶员.csv', [headings, driver])
  await expectText(phone.page, '#result', '表里已经有 60 行')
  await tap(phone.page, '.import__mode-add')
  await look('import-4')
  await tap(phone.page, '.import__take')
  await arriveAt(phone.page, 'packages/declare/pages/form/form')
  await eventually(
    async () => (await saved('drivers')).length,
    (count) => count === 61,
    15_000,
  )
  expect((await pageData(phone.page))['ready']).toBe(true)
  phone.assertHealthy()
}, 60_000)
