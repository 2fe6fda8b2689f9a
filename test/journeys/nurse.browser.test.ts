import type { Page } from 'playwright-core'
import { Citizen } from '../cloudfunctions/support/citizen'
import { NURSE as NURSE_MATTER, start } from '../cloudfunctions/support/nurse'
import { appInBrowser } from '../support/app-in-browser'
import { type BrowserPage, DESKTOP, eventually, expectText, pageData, shown, tap } from '../support/browser'
import {
  agree,
  answerSituation,
  arriveAt,
  bindAccount,
  fillForm,
  openTab,
  unfoldReview,
  uploadEverything,
} from '../support/citizen'
import { minimalAnswers } from '../shared/fixtures/nurse-registration'

/** A citizen declares 护士执业注册 through the real pages, functions, SDK and provider; the office then accepts it. */

const world = appInBrowser()
let phone: BrowserPage
let page: Page

const NURSE = { subjectType: 'person', account: '13000000102', password: 'Demo@2026' } as const

beforeAll(async () => {
  phone = await world.browser.open(world.app.url)
  page = phone.page
}, 90_000)

let caseNo = ''

test('home says that no account is bound, and lists matters', async () => {
  await arriveAt(page, 'pages/home/home')
  await expectText(page, '.page', '登录一网通')
  await expectText(page, '.page', '为您推荐')
  expect(await shown(page).locator('.row.matter').count()).toBeGreaterThan(0)
})

test('a wrong password is said beside the field, the account stays typed', async () => {
  await openTab(page, '我的')
  await tap(page, '.bind')
  await arriveAt(page, 'packages/account/pages/bind/bind')
  await bindAccount(page, { ...NURSE, password: 'wrong-password' })
  await expectText(page, '.page', '账号或密码不正确')
  // Nobody learns how many tries are left of an account in which he has never been.
  expect(await shown(page).innerText()).not.toMatch(/再输错|还可以/)
  expect((await pageData(page))['account']).toBe(NURSE.account)
})

test('the right password binds; the active identity is shown masked', async () => {
  await bindAccount(page, NURSE)
  await arriveAt(page, 'pages/account/account')
  await expectText(page, '.page', '虞*禾')
  expect(await shown(page).innerText()).not.toContain(NURSE.account)
})

test('the guide leads to the questions, the questions to my checklist', async () => {
  await openTab(page, '事项')
  await tap(page, 'text=护士执业注册')
  await arriveAt(page, 'packages/matter/pages/guide/guide')
  await expectText(page, '.page', '20')
  await tap(page, '.offer')
  await arriveAt(page, 'packages/matter/pages/situation/situation')
  await answerSituation(page, ['首次注册', '未超过3年', '本人'])
  await expectText(page, '.checklist', '护士执业资格考试成绩合格证明')
  expect(await shown(page).locator('.checklist').innerText()).not.toContain('3个月临床护理培训')
})

test('the form is filled step by step and saves itself', async () => {
  await tap(page, '.start')
  await arriveAt(page, 'packages/declare/pages/form/form')
  await expectText(page, '.form-head', '还需')
  const { today } = (await eventually(
    () => pageData(page),
    (data) => data['ready'] === true,
  )) as { today: string }
  const filled = await fillForm(page, minimalAnswers(today, ''))
  expect(filled).toEqual(expect.arrayContaining(['毕业院校', '经历（从高中/中专填起）', '申请人签名']))
}, 60_000)

test('the draft survives that the app is closed', async () => {
  const again = await world.browser.open(world.app.url)
  await expectText(again.page, '.page', '尚未提交')
  await again.context.close()
})

test('every required file arrives', async () => {
  // 学历 2, 体检 1, 聘用 1, 照片 1; what data sharing can verify may be left out.
  expect(await uploadEverything(page)).toBe(5)
  await expectText(page, '.step-head', '材料齐了')
}, 60_000)

test('the review shows what the office will read; submitting gives a receipt that was read back', async () => {
  await tap(page, '.bottom__next')
  await arriveAt(page, 'packages/declare/pages/review/review')
  await unfoldReview(page)
  await expectText(page, '.page', '虚构护理职业学院')
  await tap(page, '.submit')
  // The form names another person than the account: meant so.
  const other = '没有填错'
  await page.locator('.taro-model__confirm:visible', { hasText: other }).tap()
  await agree(page)
  await arriveAt(page, 'packages/declare/pages/receipt/receipt')
  const { receipt } = (await eventually(
    () => pageData(page),
    (data) => Boolean(data['receipt']),
  )) as {
    receipt: { caseNo: string; deliveredText: string; missing: unknown[] }
  }
  expect(receipt.caseNo).toMatch(/^BJ\d+$/)
  expect(receipt.deliveredText).toMatch(/都已送达$/)
  expect(receipt.missing).toEqual([])
  caseNo = receipt.caseNo
}, 40_000)

test('the receipt opens again with one call', async () => {
  const before = phone.requests.length
  await page.reload()
  await arriveAt(page, 'packages/declare/pages/receipt/receipt')
  await expectText(page, '.page', caseNo)
  expect(phone.requests.slice(before).filter((url) => url.includes('/invoke/'))).toHaveLength(1)
})

test('my cases list it, and the count on each tab is the number of cases under it', async () => {
  await page.goto(`${world.app.url}/#/pages/cases/cases`)
  await page.reload()
  await arriveAt(page, 'pages/cases/cases')
  // It opens on what waits for the citizen.
  await tap(page, '[aria-label^="在办件"]')
  await expectText(page, '.page', caseNo)
  const { tabs } = (await pageData(page)) as { tabs: readonly { label: string; count: number; category: string }[] }
  expect(tabs).toHaveLength(4)
  for (const { label, count, category } of tabs) {
    await tap(page, `[aria-label="${label} ${count} 件"]`)
    const shownList = await eventually(
      () => pageData(page),
      (data) => data['category'] === category && (data['status'] as { phase: string }).phase === 'ready',
    )
    expect([label, (shownList['rows'] as unknown[]).length]).toEqual([label, count])
  }
})

test('what the office does shows in the progress, to the end', async () => {
  const steps = [
    { action: 'accept', says: '已受理' },
    { action: 'review', says: '审查中' },
    { action: 'approve', says: '准予许可' },
    { action: 'issue', says: '证照已制作' },
    { action: 'complete', says: '已办结' },
  ] as const
  for (const { action, says } of steps) {
    world.app.provider.office.act(caseNo, action)
    await page.goto(`${world.app.url}/#/packages/case/pages/progress/progress?caseNo=${caseNo}`)
    await page.reload()
    await arriveAt(page, 'packages/case/pages/progress/progress')
    await expectText(page, '.page', says)
  }
  await expectText(page, '.page', '护士执业证书')
}, 60_000)

test('the next declaration of the same matter is offered what this one said', async () => {
  const { draftId } = await start(new Citizen(world.app, 'citizen-1'), 'the-next-one')
  const place = `packages/declare/pages/form/form?draftId=${draftId}&materialId=${NURSE_MATTER.form}&fieldId=org_name`
  await page.goto(`${world.app.url}/#/${place}`)
  await page.reload()
  await expectText(page, '.page', /能帮您填 \d+ 项（(您以前填的|\d 个来源)）/)
  const { offers } = (await pageData(page))['prefill'] as { offers: readonly { source: string }[] }
  expect(offers.map(({ source }) => source)).toContainEqual(expect.stringContaining('填写的同一份表'))
})

test('on a desktop the phone stands in a frame, with the same app in it', async () => {
  const desktop = await world.browser.open(world.app.url, { viewport: DESKTOP, hasTouch: false, isMobile: false })
  const frame = await eventually(
    () => Promise.resolve(desktop.page.frames()[1]),
    (f) => f !== undefined,
  )
  if (!frame) throw new Error('no phone frame')
  await expectText(frame, '.page', '为您推荐')
  await desktop.context.close()
})

test('nothing went wrong on the way, and nobody but this machine was asked', () => {
  phone.assertHealthy()
})
