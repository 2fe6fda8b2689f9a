import type { Page } from 'playwright-core'
import { Citizen } from '../cloudfunctions/support/citizen'
import { FREIGHT } from '../cloudfunctions/support/freight'
import { attach, open } from '../cloudfunctions/support/nurse'
import { appInBrowser } from '../support/app-in-browser'
import { addressOf, saveLine, typeField, waitForAny } from '../support/bad-days'
import { type BrowserPage, expectText, routes, shown, tap } from '../support/browser'
import { arriveAt } from '../support/citizen'
import { touch } from '../support/citizen/touch'

/** Changing the situation of a draft on the way: said before, done on one tap, nothing lost. */

const world = appInBrowser()

const SITUATION = 'packages/matter/pages/situation/situation'
const FORM = 'packages/declare/pages/form/form'
const STEPS = 'packages/declare/pages/steps/steps'

/** A company with a draft in person, its legal representative filled in, one file uploaded; and a phone that shows it. */
async function filing(id: string): Promise<{ company: Citizen; draftId: string; phone: BrowserPage }> {
  const company = new Citizen(world.app, id)
  await company.bind(FREIGHT.account, 'enterprise')
  const input = { matterId: FREIGHT.matterId, optionIds: [...FREIGHT.inPerson], startKey: `start-${id}` }
  const { draftId } = await company.call('declaration.start', input)
  const { legalPerson, agent } = FREIGHT
  const answers = { legal_person: legalPerson.name, agent_phone: agent.phone }
  const forms = [{ materialId: FREIGHT.form, answers }]
  await company.call('declaration.save', { draftId, baseVersion: 1, forms })
  const place = `${FORM}?draftId=${draftId}&materialId=${FREIGHT.form}&fieldId=agent_role`
  const phone = await world.browser.open(addressOf(world.app, id, place))
  phone.page.setDefaultTimeout(20_000)
  await saveLine(phone.page, /已保存/)
  return { company, draftId, phone }
}

/** For the eye, when a folder is named. */
async function look(phone: BrowserPage, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS']
  if (folder) await phone.page.screenshot({ path: `${folder}/${name}.png`, fullPage: false })
}

/** Looks at the task list, and comes back to the form. */
async function onTaskList(page: Page, look: () => Promise<void>): Promise<void> {
  await tap(page, '.where')
  await arriveAt(page, STEPS)
  await look()
  await page.getByRole('button', { name: '返回' }).filter({ visible: true }).first().tap()
  await arriveAt(page, FORM)
}

/** Opens the question again and chooses another answer. */
async function answerAnew(phone: BrowserPage, question: string, option: string): Promise<void> {
  const change = shown(phone.page).locator(`[aria-label="修改：${question}"]`)
  await touch(change)
  await touch(shown(phone.page).locator('.option', { hasText: option }))
}

test('from in person to an agent, on the way: summary, one tap, back in the form with the letter beside it', async () => {
  const { company, draftId, phone } = await filing('change-agent')
  const { page } = phone
  await onTaskList(page, async () => {
    await expectText(page, '.agent', '法定代表人（负责人）沈知舟本人')
  })
  await typeField(page, '电子邮箱', 'demo@example.com')
  await look(phone, '1-form-before')
  await tap(page, '.field__situation-change')
  await arriveAt(page, SITUATION)
  await expectText(page, '.change-obstacle', '和现在的情形一样')
  await answerAnew(phone, '由谁办理申请?', '委托他人办理')
  await waitForAny(page, '.change-apply')
  const summary = await shown(page).locator('.outcome').innerText()
  expect(summary).toContain('经办人身份：法定代表人/负责人/本人 → 委托代理人')
  expect(summary).toContain('授权委托书及受托人身份证明（在线填写）')
  expect(summary).toMatch(/已填的 \d+ 项、已传的 0 个文件保留不变/)
  await shown(page).locator('.outcome').scrollIntoViewIfNeeded()
  await look(phone, '2-summary')
  expect((await open(company, draftId)).optionIds).toEqual(FREIGHT.inPerson)

  await touch(shown(page).locator('.change-apply'))
  await arriveAt(page, FORM)
  expect(await routes(page)).toEqual([FORM])
  await onTaskList(page, async () => {
    await expectText(page, '.agent', '还没有填写')
    await expectText(page, '.situation', '委托他人办理')
  })
  await look(phone, '3-form-after')
  const after = await open(company, draftId)
  expect(after.optionIds).toEqual(FREIGHT.byAgent)
  const answersOf = (materialId: string) => after.forms.find((form) => form.materialId === materialId)?.answers
  expect(answersOf(FREIGHT.form)).toMatchObject({ agent_role: 'agent', agent_email: 'demo@example.com' })
  expect(answersOf(FREIGHT.letter)).toBeDefined()
  phone.assertHealthy()
  await phone.context.close()
}, 90_000)

test('what drops out is named, kept aside, and there again after changing back', async () => {
  const { company, draftId, phone } = await filing('change-back')
  const { page } = phone
  const rules = 'CL12011600000108'
  const file = await attach(company, { draftId, materialId: rules })
  await tap(page, '.where')
  await arriveAt(page, STEPS)
  await tap(page, '.change')
  await arriveAt(page, SITUATION)
  await answerAnew(phone, '办理类型是什么?', '变更登记事项')
  await touch(shown(page).locator('.option', { hasText: '变更名称' }))
  await tap(page, '.next')
  await waitForAny(page, '.change-apply')
  const summary = await shown(page).locator('.outcome').innerText()
  expect(summary).toContain('安全生产管理制度文本（已传 1 个文件）')
  expect(summary).toContain('申请类别：首次申请道路货物运输经营许可 → 变更登记事项')
  await look(phone, '4-summary-drops')
  await touch(shown(page).locator('.change-apply'))
  await arriveAt(page, FORM)
  const changed = await open(company, draftId)
  expect(changed.materials.map(({ materialId }) => materialId)).not.toContain(rules)
  expect(changed.attachments.map(({ attachmentId }) => attachmentId)).toContain(file.attachmentId)

  await tap(page, '.where')
  await arriveAt(page, STEPS)
  await tap(page, '.change')
  await arriveAt(page, SITUATION)
  await answerAnew(phone, '办理类型是什么?', '首次申请')
  await answerAnewIfAsked(phone)
  await waitForAny(page, '.change-apply')
  expect(await shown(page).locator('.outcome').innerText()).toContain('会恢复原样')
  await touch(shown(page).locator('.change-apply'))
  await arriveAt(page, FORM)
  expect((await open(company, draftId)).materials.map(({ materialId }) => materialId)).toContain(rules)
  phone.assertHealthy()
  await phone.context.close()
}, 90_000)

/** Questions of the first application, which the other situation did not ask. */
async function answerAnewIfAsked(phone: BrowserPage): Promise<void> {
  for (const option of ['已购置车辆', '道路普通货运']) {
    await touch(shown(phone.page).locator('.option', { hasText: option }))
    await tap(phone.page, '.next')
  }
}
