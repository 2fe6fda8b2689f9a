import type { Page } from 'playwright-core'
import { Citizen } from '../cloudfunctions/support/citizen'
import { tokensOf } from '../cloudfunctions/support/database'
import { completeDraft, NURSE, open } from '../cloudfunctions/support/nurse'
import { appInBrowser } from '../support/app-in-browser'
import { addressOf, expectPlain, failuresOf } from '../support/bad-days'
import { type BrowserPage, eventually, expectText, shown, tap } from '../support/browser'
import { arriveAt, bindAccount, agree } from '../support/citizen'

/** Sending in on bad days: lost answers, a hasty thumb, a refusal, a dead login. */

const world = appInBrowser()

const cases = (): number => world.app.provider.office.listCases().length

/** How often a page has asked the functions to submit. */
const submits = (): number => world.app.log.filter((line) => line.includes('"action":"declaration.submit"')).length

/** A citizen whose declaration is complete, with the review page open on a phone. */
async function reviewing(id: string): Promise<{ citizen: Citizen; draftId: string; phone: BrowserPage; page: Page }> {
  const citizen = new Citizen(world.app, id)
  await citizen.bind(NURSE.account)
  const { draftId } = await completeDraft(citizen)
  const phone = await world.browser.open(
    addressOf(world.app, id, `packages/declare/pages/review/review?draftId=${draftId}`),
  )
  await expectText(phone.page, '.bottom', '内容齐全')
  return { citizen, draftId, phone, page: phone.page }
}

/** Waits until the functions have asked the provider for a function that they had not asked before. */
async function untilAsked(functionNo: number): Promise<void> {
  const from = world.app.log.length
  const asked = (): boolean => world.app.log.slice(from).some((line) => line.includes(`"no":${functionNo},`))
  await eventually(() => Promise.resolve(asked()), Boolean, 15_000)
}

/** The formal submit fails as told. Saving the form is function 4 too, so the fault is set when that is over. */
async function submitWith(page: Page, kind: 'accept-and-never-answer' | 'html' | 'unknown-code'): Promise<void> {
  world.app.provider.faults.set({ match: { functionNo: 15 }, kind: 'slow', delayMs: 600 })
  await tap(page, '.submit')
  const saved = untilAsked(5)
  await agree(page)
  await saved
  world.app.provider.faults.set({ match: { functionNo: 4 }, kind, times: 1 })
}

const receiptOf = async (page: Page): Promise<string> => {
  await arriveAt(page, 'packages/declare/pages/receipt/receipt')
  await expectText(page, '.case-no__text', /^BJ\d+$/)
  await expectText(page, '.fact_done', /^\d+ 份都已送达$/)
  expect(await shown(page).locator('.missing').count()).toBe(0)
  return shown(page).locator('.case-no__text').innerText()
}

test('a hasty thumb: five taps on submit and five on the question make one case', async () => {
  const { phone, page } = await reviewing('hasty')
  const [before, submitsBefore] = [cases(), submits()]
  const fiveTaps = async (selector: string): Promise<void> => {
    const box = await page.locator(selector).first().boundingBox()
    if (!box) throw new Error(`${selector} is not on the screen`)
    const thumb = page.touchscreen
    await Promise.all(Array.from({ length: 5 }, () => thumb.tap(box.x + box.width / 2, box.y + box.height / 2)))
  }
  // On a phone the question comes up late, so all five reach the page; here it covers the button at once.
  await page.evaluate(() => {
    const pages = (globalThis as unknown as { getCurrentPages(): { onSubmitTap(): Promise<void> }[] }).getCurrentPages()
    for (let n = 0; n < 5; n += 1) void pages.at(-1)?.onSubmitTap()
  })
  const question = page.locator('.ask__yes:visible')
  await question.first().waitFor()
  expect(await question.count()).toBe(1)
  // Only looks: the sheet has come to rest.
  await question.tap({ trial: true })
  await fiveTaps('.ask__yes:visible')
  const caseNo = await receiptOf(page)
  expect(cases()).toBe(before + 1)
  expect(submits()).toBe(submitsBefore + 1)
  expect(world.app.provider.office.openCase(caseNo)).toBeDefined()
  await phone.context.close()
}, 60_000)

test('the answer to the submit is lost: 正在确认, then the receipt; one case', async () => {
  const { phone, page } = await reviewing('lost')
  const before = cases()
  await submitWith(page, 'html')
  await receiptOf(page)
  expect(cases()).toBe(before + 1)
  await phone.context.close()
}, 60_000)

test('accepted, but never answered: the page says what is going on and does not offer to submit again', async () => {
  const { citizen, draftId, phone, page } = await reviewing('silent')
  const before = cases()
  await submitWith(page, 'accept-and-never-answer')
  await expectText(page, '.submitting', /正在提交.*请不要关闭，也不用再点/)
  await shown(page).locator('.confirming__head').waitFor({ timeout: 25_000 })
  const said = await shown(page).innerText()
  expect(said).toMatch(/正在确认提交结果/)
  expect(said).toMatch(/请不要重复提交/)
  expect(await shown(page).locator('.submit').count()).toBe(0)
  expect(cases()).toBe(before + 1)
  expect((await open(citizen, draftId)).state).toBe('confirming')
  world.app.provider.faults.clear()
  await receiptOf(page)
  expect(cases()).toBe(before + 1)
  await phone.context.close()
}, 90_000)

test('the phone loses the network while it submits: the answer is asked for, not sent again', async () => {
  const { phone, page } = await reviewing('tunnel')
  const before = cases()
  await tap(page, '.submit')
  world.app.provider.faults.set({ match: { functionNo: 15 }, kind: 'slow', delayMs: 1500 })
  const saved = untilAsked(5)
  await agree(page)
  await saved
  await phone.context.setOffline(true)
  await page.evaluate(() => undefined)
  await eventually(
    () => Promise.resolve(cases()),
    (count) => count === before + 1,
    15_000,
  )
  await phone.context.setOffline(false)
  world.app.provider.faults.clear()
  await receiptOf(page)
  expect(cases()).toBe(before + 1)
  await phone.context.close()
}, 60_000)

test('the provider refuses the submit for a reason nobody knows: said, nothing lost, the next try goes through', async () => {
  const { phone, page } = await reviewing('refused')
  const before = cases()
  await submitWith(page, 'unknown-code')
  await expectText(page, '.submit-failure__kept', '这次没有提交成功，您填写的内容都还在')
  const [notice = ''] = await failuresOf(page)
  expectPlain(notice, /一网通没有接受这次请求/, /把编号告诉窗口/)
  expect(cases()).toBe(before)
  world.app.provider.faults.clear()
  await tap(page, '.submit')
  await agree(page)
  await receiptOf(page)
  expect(cases()).toBe(before + 1)
  await phone.context.close()
}, 60_000)

test('the login died before the submit: log in again, and the same declaration is sent', async () => {
  const { phone, page } = await reviewing('dead-login')
  const before = cases()
  await tokensOf(world.app, 'dead-login').replace({ userToken: 'ut.fictional.dead', refreshToken: 'rt.fictional.dead' })
  await tap(page, '.submit')
  await agree(page)
  const [notice = ''] = await failuresOf(page)
  expectPlain(notice, /账号登录已过期/, /请重新登录一网通账号/)
  await tap(page, '.failure-remedy')
  await arriveAt(page, 'packages/account/pages/bind/bind')
  await bindAccount(page, { subjectType: 'person', account: NURSE.account, password: 'Demo@2026' })
  await arriveAt(page, 'packages/declare/pages/review/review')
  await expectText(page, '.bottom', '内容齐全')
  expect(await shown(page).locator('.submit-failure').count()).toBe(0)
  await tap(page, '.submit')
  await agree(page)
  await receiptOf(page)
  expect(cases()).toBe(before + 1)
  await phone.context.close()
}, 60_000)
