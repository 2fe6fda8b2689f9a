import type { Page } from 'playwright-core'
import type { Answers } from '../../miniprogram/shared/form'
import { letterAnswers } from '../shared/fixtures/authorization-letter'
import { maximalAnswers } from '../shared/fixtures/night-construction'
import { appInBrowser } from '../support/app-in-browser'
import { type BrowserPage, expectText, shown, tap } from '../support/browser'
import {
  arriveAt,
  arrived,
  bindAccount,
  changeSituation,
  fillForm,
  openTab,
  pickFor,
  reviewIt,
  printedPdf,
  submitIt,
  goToStep,
  startFiling,
} from '../support/citizen'
import { doc, docx, jpg, pdf, type PickedFile, png } from '../support/citizen/files'
import { touch } from '../support/citizen/touch'
import { look } from '../support/citizen/look'
import { filedFiles, filedForm, fileNames, SIGNED } from './support/office'

/**
 * A builder asks to work at night (建设项目夜间施工许可). On the way the situation turns out to be another one: by order of the
 * government, through an agent. Every field and every material of it is filed.
 */

const world = appInBrowser()

const BUILDER = { subjectType: 'enterprise', account: '91120116MA0FXN022F', password: 'Demo@2026' } as const
const FORM = 'CL12011600000801'
const LETTER = 'CL12011600000812'
/** 连续施工原因、是否位于敏感区域、申请类型、由谁办理、工地在哪里: first as it seemed, then as it is. */
const AT_FIRST = [
  ...['季节性、汛期等特殊需要', '在集中区域(居民区、学校、医院附近)', '首次', '法定代表人(负责人)或本人办理'],
  '在高新区内',
]
const AS_IT_IS = {
  '连续施工原因?': '政府重点工程应急',
  '由谁办理申请?': '委托他人办理',
}

/** Uploaded before the situation changes; the last one is not needed any more afterwards. */
const EARLY: Readonly<Record<string, readonly PickedFile[]>> = {
  建设工程施工许可证: [jpg('施工许可证')],
  '必须连续作业的工艺/工序说明(含起止时段)': [docx('工序说明')],
}
const LATE: Readonly<Record<string, readonly PickedFile[]>> = {
  政府重点工程或特殊需要证明: [pdf('重点工程证明')],
  '营业执照(副本)': [png('营业执照')],
  建筑施工噪声污染防治方案: [docx('防治方案'), doc('防治方案附表'), pdf('防治方案盖章页')],
  施工总平面图及高噪声设备布置: [pdf('总平面图'), png('设备布置')],
  周边噪声敏感点分布及距离图: [jpg('敏感点分布')],
  '已征求周边单位、居民意见情况': [jpg('意见一'), jpg('意见二')],
  '建设单位、监理单位意见': [pdf('建设监理意见')],
  '盖章(签字)的申报表扫描件': [pdf('盖章申报表')],
}

let phone: BrowserPage
let page: Page
let today = ''
let caseNo = ''

beforeAll(async () => {
  phone = await world.browser.open(world.app.url)
  page = phone.page
  page.setDefaultTimeout(15_000)
}, 90_000)

const answers = (): Answers => maximalAnswers(today, '')

const letter = (): Answers => letterAnswers(answers(), '建设项目夜间施工许可', today)

test('an enterprise binds, answers the questions, and fills in the form up to the nights', async () => {
  await openTab(page, '我的')
  await tap(page, '.bind')
  await arriveAt(page, 'packages/account/pages/bind/bind')
  await bindAccount(page, BUILDER)
  await arriveAt(page, 'pages/account/account')
  today = await startFiling(page, '夜间施工', AT_FIRST)
  const filled = await fillForm(page, answers(), {
    until: '噪声与敏感点',
    onStep: (title) => look(page, `night-${title}`),
  })
  expect(filled).toEqual(expect.arrayContaining(['所在区域', '涉及工序', '夜间施工起止日期']))
}, 120_000)

test('some files are uploaded before the rest of the form is filled in', async () => {
  await goToStep(page, '申请人声明')
  await tap(page, '.bottom__next')
  await touch(shown(page).getByText('先填后面的，这些回头再填'))
  await arriveAt(page, 'packages/declare/pages/attachments/attachments')
  for (const early of Object.entries(EARLY)) await pickFor(page, ...early)
  for (const early of Object.entries(EARLY)) await arrived(page, ...early)
  await look(page, 'night-attachments-early')
}, 60_000)

test('the situation changes: what stays and what drops out is said by name before', async () => {
  const said = await changeSituation(page, AS_IT_IS)
  expect(said).toContain('必须连续作业的工艺/工序说明(含起止时段)（已传 1 个文件）')
  expect(said).toContain('政府重点工程或特殊需要证明')
  await look(page, 'night-changed')
})

test('the rest of the form, as the new situation wants it', async () => {
  await goToStep(page, '申请（施工）单位信息')
  const filled = await fillForm(page, answers(), {
    forms: { [LETTER]: letter() },
    onStep: (title) => look(page, `night-${title}`),
  })
  expect(filled).toEqual(expect.arrayContaining(['周边敏感点', '主要高噪声设备', '电子邮箱', '委托权限', '受托人签名']))
  // What was typed before the change is not typed again.
  expect(filled).not.toEqual(expect.arrayContaining(['工程项目名称']))
}, 120_000)

test('the other files; what is not needed any more stays aside', async () => {
  await expectText(page, '.unneeded-files', '工序说明.docx')
  for (const late of Object.entries(LATE)) await pickFor(page, ...late)
  for (const late of Object.entries(LATE)) await arrived(page, ...late)
  await look(page, 'night-attachments')
}, 60_000)

test('review, PDF, submit: the receipt was read back', async () => {
  await reviewIt(page)
  await look(page, 'night-review')
  expect((await printedPdf(page)).subarray(0, 5).toString()).toBe('%PDF-')
  caseNo = await submitIt(page)
  await look(page, 'night-receipt')
}, 60_000)

test('the office holds every answer and every file, field by field, and accepts', () => {
  expect(filedForm(world.app, caseNo, FORM)).toEqual({ ...answers(), applicant_sign: SIGNED })
  expect(filedForm(world.app, caseNo, LETTER)).toEqual({ ...letter(), principal_sign: SIGNED, trustee_sign: SIGNED })
  const { '必须连续作业的工艺/工序说明(含起止时段)': _unneeded, ...early } = EARLY
  expect(filedFiles(world.app, caseNo)).toMatchObject(fileNames({ ...early, ...LATE }))
  world.app.provider.office.act(caseNo, 'accept')
  phone.assertHealthy()
})
