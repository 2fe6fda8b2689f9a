import { mkdirSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { Citizen } from '../cloudfunctions/support/citizen'
import { completeDraft, NURSE, open, start } from '../cloudfunctions/support/nurse'
import { appInBrowser } from '../support/app-in-browser'
import { addressOf } from '../support/bad-days'
import { eventually, pageData, shown } from '../support/browser'
import { addTo, arriveAt, openWays } from '../support/citizen'
import { jpg } from '../cloudfunctions/support/files'
import { pdf, type PickedFile } from '../support/citizen/files'
import { touch } from '../support/citizen/touch'

/** Files on their way through a killed app, and files of earlier cases. */

const world = appInBrowser()

const ATTACHMENTS = 'packages/declare/pages/attachments/attachments'
/** 近6个月健康体检证明: jpg, png or pdf; one to three files. */
const HEALTH = 'CL12011600001405'

/** SCREENSHOTS=<folder> keeps pictures for whoever looks at them. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png` })
}

async function boxOf(page: Page, materialId: string): Promise<Locator> {
  await eventually(async () => (await pageData(page))['ready'], Boolean, 15_000)
  const materials = (await pageData(page))['materials'] as { materialId: string; anchor: string }[]
  return shown(page).locator(`#${materials.find((it) => it.materialId === materialId)?.anchor}`)
}

/** A photo of its own: two of the five go to another material, so that no limit is in the way. */
const photo = (name: string): PickedFile => ({
  name: `${name}.jpg`,
  mimeType: 'image/jpeg',
  buffer: jpg(name.repeat(20_000)),
})

test('the app is killed in the middle of five files: after the restart the queue goes on, none lost, none doubled', async () => {
  const citizen = new Citizen(world.app, 'killed')
  await citizen.bind(NURSE.account)
  const { draftId } = await start(citizen)
  const materials = (await open(citizen, draftId)).materials.filter(({ kind }) => kind === 'attachment')
  const second = materials.find(({ materialId, maxCount }) => materialId !== HEALTH && maxCount >= 2)?.materialId ?? ''
  const phone = await world.browser.open(addressOf(world.app, 'killed', `${ATTACHMENTS}?draftId=${draftId}`))
  const { page, context } = phone
  const delivered = async (): Promise<string[]> =>
    (await open(citizen, draftId)).attachments.filter(({ state }) => state === 'delivered').map((row) => row.fileName)

  // The second upload never ends: that is where the app is killed.
  let uploads = 0
  await context.route(`${world.app.cloud.url}/upload`, async (route) => {
    uploads += 1
    if (uploads === 1) await route.continue()
  })
  const health = await boxOf(page, HEALTH)
  await addTo(page, health, 'chat', [photo('甲'), photo('乙'), pdf('丙')])
  const other = await boxOf(page, second)
  await addTo(page, other, 'chat', [photo('丁'), photo('戊')])
  await eventually(delivered, (names) => names.length === 1, 20_000)
  await eventually(
    () => Promise.resolve(uploads),
    (count) => count === 2,
    20_000,
  )
  await eventually(
    () => shown(page).getByText('排队', { exact: true }).count(),
    (count) => count === 3,
    10_000,
  )
  await picture(page, 'queue-before-kill')

  await context.unroute(`${world.app.cloud.url}/upload`)
  await page.reload()
  await boxOf(page, HEALTH)
  await eventually(delivered, (names) => names.length === 5, 30_000)
  expect([...(await delivered())].sort()).toEqual(['丁.jpg', '丙.pdf', '乙.jpg', '戊.jpg', '甲.jpg'].sort())
  expect((await open(citizen, draftId)).attachments).toHaveLength(5)
  await eventually(
    () => shown(page).locator('.tile_done').count(),
    (count) => count === 5,
  )
  await picture(page, 'queue-after-restart')
  // Nothing of it stays on the phone.
  await page.reload()
  await boxOf(page, HEALTH)
  expect(await shown(page).locator('.tile').count()).toBe(5)
  const keys = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('uploads.')))
  expect(keys).toEqual([])
  await context.close()
}, 120_000)

test('a file of an earlier case is found, looked at, used by one tap, and arrives in the new case', async () => {
  const citizen = new Citizen(world.app, 'again')
  await citizen.bind(NURSE.account)
  const first = await citizen.call('declaration.submit', await completeDraft(citizen, 'start-first'))
  if (first.state !== 'submitted') throw new Error('not submitted')
  const { draftId } = await start(citizen, 'start-second')
  const phone = await world.browser.open(addressOf(world.app, 'again', `${ATTACHMENTS}?draftId=${draftId}`))
  const { page, context } = phone
  const health = await boxOf(page, HEALTH)
  await openWays(health)
  await health.locator('.way_earlier').tap()
  await arriveAt(page, 'packages/declare/pages/earlier/earlier')
  await shown(page).locator('.earlier__use').first().waitFor()
  await touch(shown(page).locator('.case__toggle').first())
  await eventually(
    () => shown(page).locator('.case .earlier__preview').count(),
    (count) => count > 1,
    15_000,
  )
  await picture(page, 'earlier-list')
  await touch(shown(page).locator('.last .earlier__preview').first())
  await page.locator('#document-viewer').waitFor({ timeout: 20_000 })
  await page.locator('#document-viewer button').click()
  await touch(shown(page).locator('.last .earlier__use').first())
  await eventually(
    () => shown(page).innerText(),
    (text) => text.includes('已使用 1 个文件'),
    15_000,
  )
  await picture(page, 'earlier-used')
  await touch(shown(page).locator('.bottom__back'))
  await arriveAt(page, ATTACHMENTS)
  await eventually(
    () => health.innerText(),
    (text) => text.includes('用的是以前提交过的文件') && text.includes('传好了'),
  )
  await picture(page, 'attachments-with-earlier')
  const complete = await completeDraft(citizen, 'start-second')
  const outcome = await citizen.call('declaration.submit', complete)
  expect(outcome).toMatchObject({ state: 'submitted', receipt: { missing: [] } })
  phone.assertHealthy()
  await context.close()
}, 120_000)
