import type { Locator } from 'playwright-core'
import { Citizen } from '../cloudfunctions/support/citizen'
import { tokensOf } from '../cloudfunctions/support/database'
import { NURSE, open, start } from '../cloudfunctions/support/nurse'
import { appInBrowser } from '../support/app-in-browser'
import { addressOf } from '../support/bad-days'
import { type BrowserPage, eventually, pageData, shown } from '../support/browser'
import { addTo, arriveAt, bindAccount, doWith, tileOf } from '../support/citizen'
import { pdf, type PickedFile, png } from '../support/citizen/files'
import { touch } from '../support/citizen/touch'

/** Files on bad days: each file tells its own trouble, and the others are not touched. */

const world = appInBrowser()

interface Attaching {
  readonly citizen: Citizen
  readonly draftId: string
  readonly phone: BrowserPage
  /** The material that takes pictures and PDFs, at most two. */
  readonly box: Locator
  /** Picks a file for it and waits until its fate is known; resolves with what its row says. */
  readonly add: (file: PickedFile) => Promise<string>
}

/** A citizen with an open draft, and a phone that shows its attachments. */
async function attaching(id: string): Promise<Attaching> {
  const citizen = new Citizen(world.app, id)
  await citizen.bind(NURSE.account)
  const { draftId } = await start(citizen)
  const route = `packages/declare/pages/attachments/attachments?draftId=${draftId}`
  const phone = await world.browser.open(addressOf(world.app, id, route))
  const { page } = phone
  await eventually(async () => (await pageData(page))['ready'], Boolean, 10_000)
  const materials = (await pageData(page))['materials'] as { anchor: string; limits: string }[]
  const material = materials.find(({ limits }) => limits.includes('pdf'))
  const box = shown(page).locator(`#${material?.anchor}`)
  /** Resolves with what is said of the file: its state, and the reason below the tiles. */
  const add = async (file: PickedFile): Promise<string> => {
    await addTo(page, box, 'chat', [file])
    return eventually(
      () => saidOf(box, file.name),
      (said) => /已送达|：/.test(said),
      25_000,
    )
  }
  return { citizen, draftId, phone, box, add }
}

async function saidOf(box: Locator, name: string): Promise<string> {
  const labels = await box
    .locator(`[aria-label^="${name}，"], [aria-label^="${name}："]`)
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label')))
  return labels.join('\n')
}

const expectDelivered = (box: Locator, name: string): Promise<string> =>
  eventually(
    () => saidOf(box, name),
    (text) => text.includes('已送达'),
    12_000,
  )

const delivered = async (citizen: Citizen, draftId: string): Promise<string[]> =>
  (await open(citizen, draftId)).attachments
    .filter(({ state }) => state === 'delivered')
    .map(({ fileName }) => fileName)
    .sort()

/** The string that virus scanners agree to report, in two parts so that no scanner reports this file. */
const SCANNER_TEST = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

const BAD_FILES: readonly (readonly [PickedFile, RegExp])[] = [
  [{ name: '改了名.png', mimeType: 'image/png', buffer: Buffer.from('只是文字') }, /文件内容与扩展名不一致/],
  [{ name: '空的.png', mimeType: 'image/png', buffer: Buffer.alloc(0) }, /文件是空的/],
  [{ name: '太大.png', mimeType: 'image/png', buffer: Buffer.alloc(11 * 1024 * 1024, 1) }, /超过了单个 \d+ ?MB 的上限/],
  [
    { ...png('virus'), name: '带毒.png', buffer: Buffer.concat([png('virus').buffer, Buffer.from(SCANNER_TEST)]) },
    /没有通过安全检查/,
  ],
]

test('a refused file has its reason beside it and touches no other', async () => {
  const { citizen, draftId, phone, box, add } = await attaching('refused')
  expect(await add({ ...png('good'), name: '好的.png' })).toMatch(/已送达/)
  for (const [file, reason] of BAD_FILES) {
    const said = await add(file)
    expect(said).toMatch(reason)
    expect(said).not.toMatch(/已送达|重新上传/)
  }
  expect(await add({ ...pdf('good'), name: '好的.pdf' })).toMatch(/已送达/)
  expect(await saidOf(box, '好的.png')).toMatch(/已送达/)
  expect(await box.locator('.tile_done').count()).toBe(2)
  // A refused one goes from its sheet; the good ones stay.
  await doWith(box, '空的.png', 'remove')
  await tileOf(box, '空的.png').waitFor({ state: 'detached' })
  expect(await box.locator('.tile_done').count()).toBe(2)
  expect(await delivered(citizen, draftId)).toEqual(['好的.pdf', '好的.png'])
  phone.assertHealthy()
  await phone.context.close()
}, 60_000)

test.each([
  [
    'the provider is down',
    () => world.app.provider.faults.set({ match: { functionNo: 14 }, kind: 'empty' }),
    /一网通暂时没有响应/,
  ],
  ['the cloud cannot be reached', undefined, /网络没有连上/],
])(
  'while %s a file waits with its reason and an id, and goes on its way when asked again',
  async (_name, fail, reason) => {
    const id = fail ? 'provider-down' : 'no-network'
    const { citizen, draftId, phone, box, add } = await attaching(id)
    expect(await add({ ...png(id), name: '先到的.png' })).toMatch(/已送达/)
    if (fail) fail()
    else await phone.context.route(`${world.app.cloud.url}/**`, (route) => route.abort('connectionrefused'))
    const said = await add({ ...pdf(id), name: '后到的.pdf' })
    expect(said).toMatch(/没有传成功/)
    expect(said).toMatch(reason)
    // The number for the staff stands in the sheet of the file.
    await touch(box.locator('.reason', { hasText: '后到的.pdf' }))
    await eventually(
      () => box.locator('.file-sheet').innerText(),
      (text) => /编号 \S{8}/.test(text),
    )
    await box.locator('.file-sheet .sheet-close').tap()
    expect(await saidOf(box, '先到的.png')).toMatch(/已送达/)
    expect(await delivered(citizen, draftId)).toEqual(['先到的.png'])
    world.app.provider.faults.clear()
    await phone.context.unroute(`${world.app.cloud.url}/**`)
    await touch(tileOf(box, '后到的.pdf'))
    await expectDelivered(box, '后到的.pdf')
    expect(await delivered(citizen, draftId)).toEqual(['先到的.png', '后到的.pdf'].sort())
    // Trying again leaves no second row behind.
    expect((await open(citizen, draftId)).attachments).toHaveLength(2)
    await phone.context.close()
  },
  60_000,
)

test('the login died: the file says so and leads to the login, then goes on its way', async () => {
  const { citizen, draftId, phone, box, add } = await attaching('dead')
  await tokensOf(world.app, 'dead').replace({ userToken: 'ut.fictional.dead', refreshToken: 'rt.fictional.dead' })
  const said = await add({ ...pdf('dead'), name: '证明.pdf' })
  expect(said).toMatch(/账号登录已过期。请重新登录一网通账号/)
  const { page } = phone
  await touch(box.locator('.reason', { hasText: '证明.pdf' }))
  await box.locator('.act_login').tap()
  await arriveAt(page, 'packages/account/pages/bind/bind')
  await bindAccount(page, { subjectType: 'person', account: NURSE.account, password: 'Demo@2026' })
  await arriveAt(page, 'packages/declare/pages/attachments/attachments')
  await touch(tileOf(box, '证明.pdf'))
  await expectDelivered(box, '证明.pdf')
  expect(await delivered(citizen, draftId)).toEqual(['证明.pdf'])
  await phone.context.close()
}, 60_000)
