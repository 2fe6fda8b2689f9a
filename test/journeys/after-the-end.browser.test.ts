import type { Page } from 'playwright-core'
import { Citizen } from '../cloudfunctions/support/citizen'
import { NURSE } from '../cloudfunctions/support/nurse'
import { appInBrowser } from '../support/app-in-browser'
import { barriersOf } from '../support/barriers'
import { expectText, shown, tap } from '../support/browser'
import { arriveAt } from '../support/citizen'
import { isPdf, shownDocument } from '../support/citizen/document'
import { look } from '../support/citizen/look'
import { touch } from '../support/citizen/touch'

/** What a citizen does with a case that is over: rate it, take its materials away. And what an enterprise's record says. */

const running = appInBrowser()

async function open(citizen: Citizen, route: string, query = ''): Promise<{ page: Page; errors: readonly string[] }> {
  return running.browser.open(`${running.app.url}/?citizen=${citizen.id}#/${route}${query}`)
}

test('a finished case: a bad rating with its reason, read back; the zip, its files, one of them opened', async () => {
  const { app } = running
  const citizen = new Citizen(app, 'nurse')
  await citizen.bind(NURSE.account)
  const { page: list } = await citizen.call('case.list', { category: 'finished', pageNo: 1 })
  const caseNo = list.rows[0]?.caseNo ?? ''
  const opened = await open(citizen, 'packages/case/pages/progress/progress', `?caseNo=${caseNo}`)
  const { page } = opened
  await expectText(page, '.rating', '您可以评价一次')
  await look(page, 'progress')
  await tap(page, '.rate')
  await arriveAt(page, 'packages/case/pages/rating/rating')
  await shown(page).locator('.level').first().waitFor()
  expect(await shown(page).locator('.option-on').count()).toBe(0)
  await touch(shown(page).locator('.level', { hasText: '非常不满意' }))
  await touch(shown(page).locator('.submit'))
  await expectText(page, '.obstacle', '请至少选一条原因')
  await touch(shown(page).locator('.reason-option', { hasText: '多头跑窗口和部门' }))
  await shown(page).locator('textarea').fill('为一份证明跑了三个窗口。')
  await look(page, 'rating')
  expect(await barriersOf(page)).toEqual([])
  await touch(shown(page).locator('.submit'))
  await touch(page.getByRole('dialog').getByText('提交', { exact: true }))
  await expectText(page, '.given', '已评价')
  await expectText(page, '.given', '为一份证明跑了三个窗口。')
  await look(page, 'rated')
  expect(await barriersOf(page)).toEqual([])
  expect(await citizen.call('evaluation.open', { caseNo })).toMatchObject({
    evaluation: { state: 'given', given: { score: 1, options: [{ name: '多头跑窗口和部门' }] } },
  })

  await page.goto(`${app.url}/?citizen=nurse#/packages/case/pages/archive/archive?caseNo=${caseNo}`)
  await page.reload()
  await expectText(page, '.size', '文件合计不到 1 KB')
  await look(page, 'archive-before')
  await touch(shown(page).locator('.pack'))
  await expectText(page, '.packing', '一网通正在打包')
  await shown(page).locator('.entry').first().waitFor({ timeout: 30_000 })
  await look(page, 'archive')
  expect(await barriersOf(page)).toEqual([])
  await touch(shown(page).locator('.entry-open').first())
  expect(isPdf(await shownDocument(page))).toBe(true)
  expect(opened.errors).toEqual([])
}, 120_000)

test('an enterprise reads its credit records; a service that is down says so', async () => {
  const { app } = running
  const citizen = new Citizen(app, 'stone')
  await citizen.bind('xubai', 'enterprise')
  const { page, errors } = await open(citizen, 'packages/account/pages/credit/credit')
  await expectText(page, '.verdict', '有失信记录')
  await look(page, 'credit')
  expect(await barriersOf(page)).toEqual([])
  app.provider.faults.set({ match: { functionNo: 10 }, kind: 'html', status: 200 })
  await page.reload()
  await expectText(page, '.state', '信用信息没有取到')
  await expectText(page, '.down', '填写、上传和提交都不受影响')
  await look(page, 'credit-down')
  expect(await barriersOf(page)).toEqual([])
  expect(errors).toEqual([])
}, 90_000)
