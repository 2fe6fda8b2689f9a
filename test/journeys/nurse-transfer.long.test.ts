import type { Page } from 'playwright-core'
import { type Answers, visibleForm } from '../../miniprogram/shared/form'
import { maximal, schema } from '../shared/fixtures/nurse-registration'
import { appInBrowser } from '../support/app-in-browser'
import { saveLine } from '../support/bad-days'
import { type BrowserPage, eventually, shown, tap } from '../support/browser'
import {
  arriveAt,
  arrived,
  bindAccount,
  agree,
  fillForm,
  openTab,
  pickFor,
  printedPdf,
  receiptShown,
  reviewIt,
  startFiling,
} from '../support/citizen'
import { jpg, pdf, type PickedFile, png } from '../support/citizen/files'
import { look } from '../support/citizen/look'
import { filedFiles, filedForm, fileNames, SIGNED } from './support/office'

/**
 * A nurse comes from another province (护士执业注册, 变更执业地点), her hospital hands it in: every field and every material. The
 * network is lost while she types, and again at the very moment of the submit.
 */

const world = appInBrowser()

const NURSE = { subjectType: 'person', account: '13000000102', password: 'Demo@2026' } as const
const FORM = 'CL12011600001401'
const LETTER = 'CL12011600001413'
const SITUATION = ['变更执业地点', '由外省市变更转入', '医疗机构集体代办']

const FILES: Readonly<Record<string, readonly PickedFile[]>> = {
  护士执业证书: [png('护士执业证书')],
  原注册省份执业注册信息核验页: [pdf('核验页')],
  '盖章(签字)的申报表扫描件': [pdf('盖章的申报表')],
  '执业机构《医疗机构执业许可证》副本': [jpg('许可证副本'), pdf('许可证附页')],
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

/** The maximal fixture without what a change of registration hides. */
function answers(): Answers {
  const shown = visibleForm(schema, maximal).ids
  const asked = Object.entries(maximal.form).filter(([id]) => shown.has(id))
  return { ...Object.fromEntries(asked), sign_date: today }
}

const letter = (): Answers => ({
  principal: '虞青禾',
  trustee: '陆明棠',
  trustee_id_type: 'id',
  trustee_id: '120104199308150021',
  trustee_phone: '13000000118',
  matter_name: '护士执业注册许可',
  powers: ['submit', 'receive'],
  period: { begin: today, end: `${Number(today.slice(0, 4)) + 1}-01-31` },
  principal_sign: [],
  trustee_sign: [],
  date: today,
})

test('a person binds, answers the questions, and fills in the form up to the hospital', async () => {
  await openTab(page, '我的')
  await tap(page, '.bind')
  await arriveAt(page, 'packages/account/pages/bind/bind')
  await bindAccount(page, NURSE)
  await arriveAt(page, 'pages/account/account')
  today = await startFiling(page, '护士执业注册', SITUATION)
  const filled = await fillForm(page, answers(), {
    until: '拟执业机构信息',
    onStep: (title) => look(page, `nurse-${title}`),
  })
  expect(filled).toEqual(expect.arrayContaining(['手机号码', '护士执业证书编号', '证书有效期']))
}, 120_000)

test('without network she goes on typing; everything is saved when it is back', async () => {
  await saveLine(page, /已保存/)
  await phone.context.setOffline(true)
  const filled = await fillForm(page, answers(), { until: '申请人声明' })
  expect(filled).toEqual(expect.arrayContaining(['机构地址', '原执业机构名称']))
  expect(await saveLine(page, /没有网络，请接着填/)).toContain('先存在这台手机上')
  await look(page, 'nurse-offline')
  await phone.context.setOffline(false)
  await saveLine(page, /已保存/)
}, 90_000)

test('the rest of the form, three signatures in two forms', async () => {
  const filled = await fillForm(page, answers(), {
    forms: { [LETTER]: letter() },
    onStep: (title) => look(page, `nurse-${title}`),
  })
  expect(filled).toEqual(expect.arrayContaining(['申请人签名', '受托人签名']))
}, 120_000)

test('every file arrives', async () => {
  for (const files of Object.entries(FILES)) await pickFor(page, ...files)
  for (const files of Object.entries(FILES)) await arrived(page, ...files)
  await look(page, 'nurse-attachments')
}, 60_000)

test('the network goes while the submit is on its way: one case, and its receipt as soon as the network is back', async () => {
  await reviewIt(page)
  await look(page, 'nurse-review')
  expect((await printedPdf(page)).subarray(0, 5).toString()).toBe('%PDF-')
  // The submit reaches the cloud; the network is gone before its answer comes.
  await phone.context.route('**/invoke/**', async (route) => {
    if (!route.request().postData()?.includes('declaration.submit')) return route.continue()
    await route.fetch()
    await phone.context.setOffline(true)
    // The browser may have ended it already.
    await route.abort('internetdisconnected').catch(() => undefined)
  })
  await tap(page, '.submit')
  await agree(page)
  await eventually(
    () => shown(page).innerText(),
    (text) => text.includes('正在确认提交结果'),
    20_000,
  )
  await look(page, 'nurse-submit-offline')
  await phone.context.unroute('**/invoke/**')
  await phone.context.setOffline(false)
  caseNo = await receiptShown(page)
  await look(page, 'nurse-receipt')
  expect(world.app.provider.office.listCases().filter((one) => one.caseNo === caseNo)).toHaveLength(1)
}, 90_000)

test('the office holds every answer and every file, field by field, and accepts', () => {
  expect(filedForm(world.app, caseNo, FORM)).toEqual({ ...answers(), applicant_sign: SIGNED })
  expect(filedForm(world.app, caseNo, LETTER)).toEqual({ ...letter(), principal_sign: SIGNED, trustee_sign: SIGNED })
  expect(filedFiles(world.app, caseNo)).toMatchObject(fileNames(FILES))
  world.app.provider.office.act(caseNo, 'accept')
})
