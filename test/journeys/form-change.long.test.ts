import { Citizen } from '../cloudfunctions/support/citizen'
import { type FormSystem, withOwnForms } from '../cloudfunctions/support/deploy-forms'
import { completeDraft, NURSE, open } from '../cloudfunctions/support/nurse'
import { CHANGED_ON, nurseForms } from '../cloudfunctions/support/nurse-forms'
import { type App, startApp } from '../support/app'
import { addressOf, waitForAny } from '../support/bad-days'
import { type BrowserPage, expectText, launchBrowser, shown, type TestBrowser } from '../support/browser'
import { touch } from '../support/citizen/touch'
import { knowsTheApp } from '../support/known-app'

/** The office brings out a new form while a citizen has a draft of the old one: the page says so, and nothing is lost. */

const FORM = 'packages/declare/pages/form/form'

let app: App & FormSystem
let browser: TestBrowser
beforeAll(async () => {
  ;[app, browser] = await Promise.all([withOwnForms(startApp), launchBrowser(knowsTheApp)])
}, 120_000)
afterAll(async () => {
  await browser.close()
  await app.close()
})

async function look(phone: BrowserPage, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS']
  if (folder) await phone.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

test('a new version of the form: the page tells what was kept, what is new and what is gone, and leads to each', async () => {
  const citizen = new Citizen(app, 'form-moves')
  await citizen.bind(NURSE.account)
  const { draftId } = await completeDraft(citizen, 'form-moves')
  const office = nurseForms(app)
  office.bringOutNewVersion()
  await office.deployNewVersion()

  const phone = await browser.open(addressOf(app, 'form-moves', `${FORM}?draftId=${draftId}&materialId=${NURSE.form}`))
  const { page } = phone
  page.setDefaultTimeout(20_000)
  await expectText(page, '.form-moved', '申报表换了新版')
  await look(phone, 'form-moved-1')
  const notice = shown(page).locator('.form-moved')
  if (!(await notice.innerText()).includes('收起说明')) await touch(notice.locator('.form-moved__toggle'))
  const told = await notice.innerText()
  expect(told).toContain('紧急联系电话')
  expect(told).toMatch(/机构联系人\s*陆明棠/)
  expect(told).toMatch(new RegExp(CHANGED_ON.replace('2026-12-01', '2026年12月1日')))
  expect(told).not.toMatch(/edu_level|school_years|undefined|null/)
  await look(phone, 'form-moved-2')

  await touch(notice.locator('.form-moved__place', { hasText: '紧急联系电话' }))
  await waitForAny(page, '[id*="emergency_phone"]')
  await look(phone, 'form-moved-3')
  const { forms } = await open(citizen, draftId)
  expect(forms.find(({ materialId }) => materialId === NURSE.form)?.answers).toMatchObject({ name: '虞青禾' })
  phone.assertHealthy()
  await phone.context.close()
}, 120_000)
