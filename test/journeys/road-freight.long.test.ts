import type { Page } from 'playwright-core'
import { type Answers, fieldsOf, type TableRow } from '../../miniprogram/shared/form'
import { appInBrowser } from '../support/app-in-browser'
import { saveLine } from '../support/bad-days'
import { type BrowserPage, expectText, shown, tap } from '../support/browser'
import {
  arriveAt,
  arrived,
  bindAccount,
  fillForm,
  fillStep,
  goToStep,
  importRows,
  openTab,
  pickFor,
  reviewIt,
  printedPdf,
  submitIt,
  startFiling,
} from '../support/citizen'
import { docx, jpg, pdf, type PickedFile, png } from '../support/citizen/files'
import { keptOnPhone, killApp } from '../support/citizen/kill-app'
import { look } from '../support/citizen/look'
import { touch } from '../support/citizen/touch'
import { letterAnswers } from '../shared/fixtures/authorization-letter'
import { csvOf, workbookOf } from '../support/citizen/table-file'
import { driver, maximalAnswers, schema, vehicle } from '../shared/fixtures/road-freight'
import { filedFiles, filedForm, fileNames, SIGNED } from './support/office'

/**
 * A haulier widens its licence through an agent (道路货物运输经营许可, 扩大经营范围): every field and every material, long
 * tables from files; the app is killed in the midst of the form and of the uploads.
 */

const world = appInBrowser()

const HAULIER = { subjectType: 'enterprise', account: '91120116MA0FXN011B', password: 'Demo@2026' } as const
const FORM = 'CL12011600000101'
const LETTER = 'CL12011600000103'
const SITUATION = [
  '扩大经营范围',
  ['已购置车辆'],
  ['道路普通货运', '集装箱', '冷藏保鲜', '罐式容器', '大型物件运输'],
  '委托他人办理',
]

const FLEET = 60
const numbered = (n: number): string => String(n).padStart(3, '0')
const vehicles: TableRow[] = Array.from({ length: FLEET }, (_, n) => vehicle(`津A${10_000 + n}`))
const hired: TableRow[] = Array.from({ length: FLEET }, (_, n) =>
  driver(`虚构驾驶员${n + 1}`, `12011619900115${numbered(2 * n + 101)}`),
)

const table = (id: string) => {
  const field = fieldsOf(schema).find((one) => one.id === id)
  if (!field) throw new Error(`the form has no table ${id}`)
  return field
}

const FILES: Readonly<Record<string, readonly PickedFile[]>> = {
  负责人身份证明: [jpg('身份证正面'), jpg('身份证背面')],
  '营业执照(副本)': [pdf('营业执照')],
  机动车行驶证及车辆检测合格证明: [png('行驶证一'), jpg('行驶证二'), pdf('技术等级评定')],
  '聘用(拟聘用)驾驶员机动车驾驶证、从业资格证': [pdf('驾驶证汇总'), png('从业资格证')],
  安全生产管理制度文本: [docx('安全生产管理制度'), pdf('操作规程')],
  '专用车辆、专用容器或设备证明(固定转锁/冷藏设备/罐体检验/超重型车组)': [pdf('冷藏设备证明')],
  '原道路运输经营许可证(正、副本)': [jpg('许可证正本'), jpg('许可证副本')],
}

let phone: BrowserPage
let page: Page
let today = ''
let caseNo = ''

function takePhone(opened: BrowserPage): void {
  phone = opened
  page = opened.page
  page.setDefaultTimeout(15_000)
}

beforeAll(async () => {
  takePhone(await world.browser.open(world.app.url))
}, 90_000)

const byHand = (): readonly TableRow[] => maximalAnswers(today, '')['drivers'] as readonly TableRow[]

/** The maximal fixture, with tables of many rows. */
function answers(): Answers {
  const drivers = [...byHand(), ...hired]
  return {
    ...maximalAnswers(today, ''),
    // Nobody types this: the credit record says it.
    biz_scope_reg: '道路货物运输（不含危险货物）；装卸搬运；国内货物运输代理。',
    veh_owned: vehicles,
    drivers,
  }
}

const letter = (): Answers => letterAnswers(answers(), '道路货物运输经营许可（危险货物除外）', today)

test('an enterprise binds and answers the questions', async () => {
  await openTab(page, '我的')
  await tap(page, '.bind')
  await arriveAt(page, 'packages/account/pages/bind/bind')
  await bindAccount(page, HAULIER)
  await arriveAt(page, 'pages/account/account')
  today = await startFiling(page, '道路货运许可', SITUATION)
  await look(page, 'freight-form')
}, 60_000)

test('the form up to the drivers: offers taken, 60 vehicles from a workbook', async () => {
  const filled = await fillForm(page, answers(), {
    ways: {
      veh_owned: async (_page, box) => importRows(page, box, await workbookOf(table('veh_owned'), vehicles), FLEET),
    },
    onStep: (title) => look(page, `freight-${title}`),
    until: '拟聘用驾驶员情况',
  })
  expect(filled).toEqual(expect.arrayContaining(['经营场所地址', '已购置运输车辆情况', '拟购置运输车辆情况']))
}, 120_000)

test('the app is killed while the drivers are typed in: they are there when it opens again', async () => {
  await fillStep(page, { drivers: byHand() })
  // Typed a moment ago: the server has not heard of it.
  await keptOnPhone(page, /(?:freight.*){3}/)
  takePhone(await killApp(phone, world.app.url))
  await touch(shown(page).locator('.draft').first())
  await arriveAt(page, 'packages/declare/pages/form/form')
  await saveLine(page, /已保存/)
  await goToStep(page, '拟聘用驾驶员情况')
  await expectText(page, '.page', `已填 ${byHand().length} 行`)
  await look(page, 'freight-killed-form')
}, 90_000)

test('the rest of the form: 60 more drivers from a text file, the letter of authorisation, signatures', async () => {
  const filled = await fillForm(page, answers(), {
    forms: { [LETTER]: letter() },
    ways: { drivers: (_page, box) => importRows(page, box, csvOf(table('drivers'), hired), hired.length) },
    onStep: (title) => look(page, `freight-${title}`),
  })
  await look(page, 'freight-attachments-empty')
  expect(filled).toEqual(expect.arrayContaining(['驾驶员名单', '申请人（法定代表人/负责人）签名', '受托人签名']))
}, 120_000)

test('the app is killed in the midst of the uploads: the queue goes on, nothing is lost or doubled', async () => {
  const [first, ...others] = Object.entries(FILES)
  if (!first) throw new Error('no files')
  await pickFor(page, ...first)
  await shown(page).locator('[aria-label^="身份证背面"]').waitFor()
  takePhone(await killApp(phone, world.app.url))
  // The form is complete: the draft goes on where the files are.
  await touch(shown(page).locator('.draft').first())
  await arriveAt(page, 'packages/declare/pages/attachments/attachments')
  await arrived(page, ...first)
  for (const other of others) await pickFor(page, ...other)
  for (const other of others) await arrived(page, ...other)
  await look(page, 'freight-attachments')
  await expectText(page, '.step-head', '材料齐了')
}, 90_000)

test('review, PDF, submit: the receipt was read back', async () => {
  await reviewIt(page)
  await look(page, 'freight-review')
  expect((await printedPdf(page)).subarray(0, 5).toString()).toBe('%PDF-')
  caseNo = await submitIt(page)
  await look(page, 'freight-receipt')
}, 60_000)

test('the office holds every answer and every file, field by field, and accepts', () => {
  expect(filedForm(world.app, caseNo, FORM)).toEqual({ ...answers(), applicant_sign: SIGNED })
  expect(filedForm(world.app, caseNo, LETTER)).toEqual({ ...letter(), principal_sign: SIGNED, trustee_sign: SIGNED })
  expect(filedFiles(world.app, caseNo)).toMatchObject(fileNames(FILES))
  world.app.provider.office.act(caseNo, 'accept')
  phone.assertHealthy()
})
