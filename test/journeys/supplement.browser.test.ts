import type { Locator, Page } from 'playwright-core'
import { Citizen } from '../cloudfunctions/support/citizen'
import { NURSE } from '../cloudfunctions/support/nurse'
import { CALLBACK } from '../cloudfunctions/support/push'
import { fileCase, PROOF } from '../cloudfunctions/support/supplement'
import { appInBrowser } from '../support/app-in-browser'
import { addressOf } from '../support/bad-days'
import { barriersOf } from '../support/barriers'
import { DESKTOP, eventually, pageData, shown, typeInto } from '../support/browser'
import { addTo, arriveAt, doWith } from '../support/citizen'
import { pdf } from '../support/citizen/files'
import { look } from '../support/citizen/look'
import { confirm } from '../support/citizen/submit'
import { touch } from '../support/citizen/touch'

/** 补正 and 承诺补证 from the desk to the desk: the office asks, the citizen answers on the phone, the office goes on. */

const world = appInBrowser()
const SUPPLEMENT = 'packages/declare/pages/supplement/supplement'

const INBOX = 'packages/account/pages/inbox/inbox'

const view = async (page: Page) =>
  (await eventually(
    async () => (await pageData(page))['view'] as { items: { materialId: string; anchor: string }[] } | null,
    (now) => now !== null && now !== undefined,
    15_000,
  )) as { readonly items: readonly { readonly materialId: string; readonly anchor: string }[] }

async function boxOf(page: Page, materialId: string): Promise<Locator> {
  const { items } = await view(page)
  return shown(page).locator(`#${items.find((item) => item.materialId === materialId)?.anchor}`)
}

async function untilText(page: Page, text: string): Promise<void> {
  await eventually(
    () => shown(page).innerText(),
    (now) => now.includes(text),
    20_000,
  )
}

/** The provider sends what it has to tell (#28), and the timer passes it on. */
async function deliverEvents(): Promise<void> {
  const { provider, cloud } = world.app
  await provider.pushes.deliverDue()
  expect(await cloud.runInConsole('scheduler', { job: 'events' })).toMatchObject({ ok: true, result: { ok: true } })
}

test('the desk asks for a material and a form; the citizen answers both, looks again, submits; the desk accepts', async () => {
  world.app.provider.pushes.to(world.app.cloud.url + CALLBACK, { everyMs: 0 })
  const citizen = new Citizen(world.app, 'supplement')
  await citizen.bind(NURSE.account)
  const caseNo = await fileCase(citizen, 'journey')

  const phone = await world.browser.open(addressOf(world.app, 'supplement', INBOX))
  const { page, context } = phone
  await untilText(page, '还没有消息')
  expect(await barriersOf(page)).toEqual([])
  const desk = await context.newPage()
  await desk.setViewportSize(DESKTOP)
  await desk.goto(`${world.app.provider.url}/desk/`)
  await desk.getByRole('button', { name: caseNo }).click()
  await desk.getByText('意见（申请人可见）').waitFor()
  await desk.getByLabel('意见（申请人可见）').fill('请补正后重新提交')
  await desk.getByLabel('护士执业注册申请审核表（电子表单）', { exact: true }).check()
  await desk.getByLabel('护士执业注册申请审核表的补正原因').fill('联系电话打不通，请核对')
  await desk.getByLabel('身份证明', { exact: true }).check()
  await desk.getByLabel('身份证明的补正原因').fill('影像不清，看不到有效期')
  await desk.getByRole('button', { name: '要求补正' }).click()
  await desk.getByText('第 1 轮补正').waitFor()
  expect(await barriersOf(desk)).toEqual([])

  await deliverEvents()
  await page.bringToFront()
  await page.goto(addressOf(world.app, 'supplement', 'pages/home/home'))
  await page.reload()
  await touch(shown(page).locator('.bell'))
  await arriveAt(page, INBOX)
  await untilText(page, '1 条未读')
  await look(page, 'inbox')
  expect(await barriersOf(page)).toEqual([])
  await touch(shown(page).locator('.message', { hasText: '窗口要求补正材料' }))
  await arriveAt(page, 'packages/case/pages/progress/progress')
  await touch(shown(page).locator('.receipt .fold'))
  await untilText(page, caseNo)

  await page.goto(addressOf(world.app, 'supplement', 'pages/cases/cases'))
  await page.reload()
  await touch(shown(page).locator('[aria-label^="补证件"]'))
  await touch(shown(page).locator('case-card, .case', { hasText: caseNo }).locator('.case-act').first())
  await arriveAt(page, SUPPLEMENT)
  const proof = await boxOf(page, PROOF)
  await untilText(page, '2 项，补好 0 项')
  expect(await proof.innerText()).toContain('影像不清，看不到有效期')
  await look(page, 'supplement-open')
  expect(await barriersOf(page)).toEqual([])

  await touch(proof.locator('.item__old .tile').first())
  await page.locator('#document-viewer').waitFor({ timeout: 20_000 })
  await page.locator('#document-viewer button').click()
  await addTo(page, proof, 'chat', [pdf('身份证 清晰')])
  await untilText(page, '2 项，补好 1 项')
  await doWith(proof, '身份证 清晰.pdf', 'remove')
  await confirm(page)
  await untilText(page, '2 项，补好 0 项')
  await addTo(page, proof, 'chat', [pdf('身份证 清晰')])
  await untilText(page, '2 项，补好 1 项')

  await touch((await boxOf(page, NURSE.form)).locator('.item__form'))
  await arriveAt(page, 'packages/declare/pages/form/form')
  await eventually(async () => (await pageData(page))['ready'], Boolean, 15_000)
  await typeInto(page, '[aria-label="联系电话"], #field-mobile input', '13000000103')
  await untilText(page, '联系电话打不通，请核对')
  await look(page, 'supplement-form')
  await touch(shown(page).locator('.bottom__next'))
  await arriveAt(page, SUPPLEMENT)
  await untilText(page, '2 项，补好 2 项')
  await untilText(page, '130******02')
  await look(page, 'supplement-answered')
  await touch(shown(page).locator('.review'))
  await untilText(page, '请核对要提交的内容')
  await look(page, 'supplement-review')
  expect(await barriersOf(page)).toEqual([])
  await touch(shown(page).locator('.submit'))
  await untilText(page, '已提交')
  await untilText(page, '办理时限接着计时')
  await look(page, 'supplement-receipt')
  expect(await barriersOf(page)).toEqual([])

  const held = world.app.provider.office.openCase(caseNo)
  expect(held?.brief.caseStatus).toBe('26')
  expect(held?.supplements[0]?.materials.map(({ files }) => files.map(({ fileName }) => fileName))).toEqual([
    [],
    ['身份证 清晰.pdf'],
  ])
  await desk.bringToFront()
  await desk.getByRole('button', { name: caseNo }).click()
  await desk.getByRole('tabpanel').getByText('身份证 清晰.pdf').waitFor()
  await desk.getByRole('button', { name: '受理', exact: true }).click()
  await desk.locator('#case .tag', { hasText: '已受理' }).waitFor()
  await context.close()
}, 120_000)

test('a promise is kept: its own clock and its own explanation, and the case goes on beside it', async () => {
  const clerk = new Citizen(world.app, 'promise')
  await clerk.bind('91120116MA0FXN011B', 'enterprise')
  const { page: list } = await clerk.call('case.list', { category: 'promise', pageNo: 1 })
  const caseNo = list.rows[0]?.caseNo ?? ''
  const before = world.app.provider.office.openCase(caseNo)?.brief.caseStatus
  const phone = await world.browser.open(addressOf(world.app, 'promise', 'pages/cases/cases'))
  const { page, context } = phone
  await touch(shown(page).locator('[aria-label^="承诺补证件"]'))
  await touch(shown(page).locator('case-card, .case', { hasText: caseNo }).locator('.case-act').first())
  await arriveAt(page, SUPPLEMENT)
  await untilText(page, '不会让办理停下来')
  await look(page, 'promise-open')
  const { items } = await view(page)
  for (const { materialId } of items) {
    const box = await boxOf(page, materialId)
    await addTo(page, box, 'chat', [pdf(`承诺后补 ${materialId}`)])
  }
  await untilText(page, `${items.length} 项，补好 ${items.length} 项`)
  await touch(shown(page).locator('.review'))
  await touch(shown(page).locator('.submit'))
  await untilText(page, '补交不改变办件状态')
  await look(page, 'promise-receipt')
  const after = world.app.provider.office.openCase(caseNo)
  expect(after?.brief.caseStatus).toBe(before)
  expect(after?.supplements[0]?.submittedAt).not.toBe('')
  await context.close()
}, 90_000)
