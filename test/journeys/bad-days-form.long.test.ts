import { Citizen } from '../cloudfunctions/support/citizen'
import { tokensOf } from '../cloudfunctions/support/database'
import { NURSE, open, start } from '../cloudfunctions/support/nurse'
import { appInBrowser } from '../support/app-in-browser'
import {
  addressOf,
  expectPlain,
  failuresOf,
  fieldBox,
  fieldText,
  retry,
  saveLine,
  typeField,
} from '../support/bad-days'
import { type BrowserPage, eventually, expectText, shown, tap } from '../support/browser'
import { answerSituation, arriveAt, bindAccount } from '../support/citizen'

/** Filling in on bad days: what was typed survives the network, a closed app, a second phone and a dead login. */

const world = appInBrowser()

const HOME_ADDRESS = '家庭（通讯）地址'
const formRoute = (draftId: string): string => `packages/declare/pages/form/form?draftId=${draftId}`

/** A citizen with an open draft, and a phone that shows its form. */
async function filling(id: string): Promise<{ citizen: Citizen; draftId: string; phone: BrowserPage }> {
  const citizen = new Citizen(world.app, id)
  await citizen.bind(NURSE.account)
  const { draftId } = await start(citizen)
  const phone = await world.browser.open(addressOf(world.app, id, formRoute(draftId)))
  await saveLine(phone.page, /已保存/)
  return { citizen, draftId, phone }
}

const savedAnswer = async (citizen: Citizen, draftId: string, fieldId: string): Promise<unknown> =>
  (await open(citizen, draftId)).forms.find(({ materialId }) => materialId === NURSE.form)?.answers[fieldId]

/** What another phone of the same citizen saves meanwhile. */
async function saveElsewhere(citizen: Citizen, draftId: string, answers: Record<string, string>): Promise<void> {
  const { version } = await open(citizen, draftId)
  const forms = [{ materialId: NURSE.form, answers }]
  await citizen.call('declaration.save', { draftId, baseVersion: version, forms })
}

test('typed without a network: kept on the phone, said so, and saved when the network is back', async () => {
  const { citizen, draftId, phone } = await filling('offline')
  await phone.context.setOffline(true)
  await typeField(phone.page, HOME_ADDRESS, '天津市虚构路 1 号')
  const said = await saveLine(phone.page, /没有网络，请接着填/)
  expect(said).toMatch(/先存在这台手机上，联网后自己会存到网上/)
  expect(await fieldText(phone.page, HOME_ADDRESS)).toBe('天津市虚构路 1 号')
  await phone.context.setOffline(false)
  await saveLine(phone.page, /已保存/)
  expect(await savedAnswer(citizen, draftId, 'home_addr')).toBe('天津市虚构路 1 号')
  phone.errors.forEach((line) => expect(line).toMatch(/net::ERR_INTERNET_DISCONNECTED/))
  await phone.context.close()
}, 40_000)

test('the app is killed while the cloud cannot be reached: the next start has the text and saves it', async () => {
  const { citizen, draftId, phone } = await filling('killed')
  const { context } = phone
  await context.route(`${world.app.cloud.url}/**`, (route) => route.abort('connectionrefused'))
  await typeField(phone.page, HOME_ADDRESS, '天津市虚构路 2 号')
  await saveLine(phone.page, /没有网络，请接着填/)
  await phone.page.close()
  expect(await savedAnswer(citizen, draftId, 'home_addr')).not.toBe('天津市虚构路 2 号')

  const again = await context.newPage()
  await again.goto(addressOf(world.app, 'killed', formRoute(draftId)))
  // What the phone keeps of the draft is on the page, with what was typed.
  await expectText(again, '.offline', '网络没有连上，可以接着填')
  expect(await fieldText(again, HOME_ADDRESS)).toBe('天津市虚构路 2 号')
  await context.unroute(`${world.app.cloud.url}/**`)
  await tap(again, '.offline-retry')
  await saveLine(again, /已保存/)
  expect(await fieldText(again, HOME_ADDRESS)).toBe('天津市虚构路 2 号')
  expect(await savedAnswer(citizen, draftId, 'home_addr')).toBe('天津市虚构路 2 号')
  await context.close()
}, 40_000)

test('killed in the middle of a word, before any save: the word is still there', async () => {
  const { citizen, draftId, phone } = await filling('midword')
  await fieldBox(phone.page, HOME_ADDRESS).locator('textarea').fill('天津市虚构路 3')
  // The phone's copy follows the thumb by 0.3 s, the server's by 2 s.
  await phone.page.waitForTimeout(600)
  await phone.page.close()
  const again = await phone.context.newPage()
  await again.goto(addressOf(world.app, 'midword', formRoute(draftId)))
  await saveLine(again, /已保存/)
  expect(await fieldText(again, HOME_ADDRESS)).toBe('天津市虚构路 3')
  expect(await savedAnswer(citizen, draftId, 'home_addr')).toBe('天津市虚构路 3')
  await phone.context.close()
}, 40_000)

test('a second phone wrote other fields: both are kept, without a question', async () => {
  const { citizen, draftId, phone } = await filling('two-fields')
  await saveElsewhere(citizen, draftId, { nation: '回族' })
  await typeField(phone.page, HOME_ADDRESS, '天津市虚构路 4 号')
  await saveLine(phone.page, /稍后保存/)
  await saveLine(phone.page, /已保存/)
  expect(await savedAnswer(citizen, draftId, 'nation')).toBe('回族')
  expect(await savedAnswer(citizen, draftId, 'home_addr')).toBe('天津市虚构路 4 号')
  expect(await fieldText(phone.page, '民族')).toBe('回族')
  await phone.context.close()
}, 40_000)

test.each([
  ['mine', '.clash__mine', '天津市虚构路 5 号'],
  ['the newest', '.clash__newest', '天津市虚构路 6 号'],
])(
  'a second phone wrote the same field: both texts are shown, and the citizen keeps %s',
  async (_which, button, kept) => {
    const id = button === '.clash__mine' ? 'clash-mine' : 'clash-newest'
    const { citizen, draftId, phone } = await filling(id)
    await saveElsewhere(citizen, draftId, { home_addr: '天津市虚构路 6 号' })
    await typeField(phone.page, HOME_ADDRESS, '天津市虚构路 5 号')
    await saveLine(phone.page, /暂停保存/)
    // The question stands above the fields; who is further down is led to it.
    const question = shown(phone.page).locator('.clash').first()
    const top = async (): Promise<number> => (await question.boundingBox())?.y ?? NaN
    expect(await top()).toBeLessThan(0)
    await tap(phone.page, '.save__choose')
    await eventually(top, (y) => y > 0)
    const card = await question.innerText()
    expect(card).toMatch(/这里填的：天津市虚构路 5 号/)
    expect(card).toMatch(/网上存的：天津市虚构路 6 号/)
    expect(card).toMatch(/请选要用的/)
    // Undecided, nothing was overwritten.
    expect(await savedAnswer(citizen, draftId, 'home_addr')).toBe('天津市虚构路 6 号')
    await tap(phone.page, button)
    await saveLine(phone.page, /已保存/)
    expect(await fieldText(phone.page, HOME_ADDRESS)).toBe(kept)
    expect(await savedAnswer(citizen, draftId, 'home_addr')).toBe(kept)
    if (button === '.clash__newest') await expectText(phone.page, '.clash', '天津市虚构路 5 号')
    await phone.context.close()
  },
  40_000,
)

test('an expired token is refreshed without a word', async () => {
  const { phone } = await filling('stale')
  await tokensOf(world.app, 'stale').expire()
  const before = await tokensOf(world.app, 'stale').row()
  await phone.page.goto(addressOf(world.app, 'stale', 'pages/cases/cases'))
  await phone.page.reload()
  await shown(phone.page).locator('.case').first().waitFor()
  expect(await shown(phone.page).locator('.failure').count()).toBe(0)
  expect((await tokensOf(world.app, 'stale').row()).generation).toBe(before.generation + 1)
  await phone.context.close()
}, 40_000)

test('a dead login asks to log in again; the draft is still there', async () => {
  const { citizen, draftId, phone } = await filling('dead')
  await typeField(phone.page, HOME_ADDRESS, '天津市虚构路 7 号')
  await tokensOf(world.app, 'dead').replace({
    userToken: 'ut.fictional.dead.token',
    refreshToken: 'rt.fictional.dead.token',
  })
  // Filling in goes on: a draft needs no login at One-Network.
  await saveLine(phone.page, /稍后保存/)
  await saveLine(phone.page, /已保存/)
  const { page } = phone
  await page.goto(addressOf(world.app, 'dead', 'pages/cases/cases'))
  await page.reload()
  const [notice = ''] = await failuresOf(page)
  expectPlain(notice, /账号登录已过期/, /请重新登录一网通账号/)
  expect(await shown(page).innerText()).not.toMatch(/现在没有/)
  await tap(page, '.failure-remedy')
  await arriveAt(page, 'packages/account/pages/bind/bind')
  await bindAccount(page, { subjectType: 'person', account: NURSE.account, password: 'Demo@2026' })
  await arriveAt(page, 'pages/cases/cases')
  await expectText(page, '.case', /./)
  await expectText(page, '.drafts', '尚未提交')
  expect(await savedAnswer(citizen, draftId, 'home_addr')).toBe('天津市虚构路 7 号')
  await phone.context.close()
}, 40_000)

test('a login that gets no answer: said with an id, the account stays typed, the next try binds', async () => {
  const phone = await world.browser.open(addressOf(world.app, 'binder', 'packages/account/pages/bind/bind'))
  const { page } = phone
  world.app.provider.faults.set({ match: { functionNo: 17 }, kind: 'html' })
  await bindAccount(page, { subjectType: 'person', account: NURSE.account, password: 'Demo@2026' })
  await expectText(page, '.refused', '一网通暂时没有响应')
  expectPlain(await shown(page).locator('.refused').innerText(), /一网通暂时没有响应/, /请稍后重试/)
  expect(await shown(page).locator('.account-input input').inputValue()).toBe(NURSE.account)
  world.app.provider.faults.clear()
  await bindAccount(page, { subjectType: 'person', account: NURSE.account, password: 'Demo@2026' })
  await arriveAt(page, 'pages/home/home')
  await expectText(page, '.identity', '虞*禾')
  await phone.context.close()
}, 40_000)

test('the checklist or the opening of a draft fails: said, the answers stay, a retry goes on', async () => {
  await new Citizen(world.app, 'starter').bind(NURSE.account)
  const route = `packages/matter/pages/situation/situation?matterId=${NURSE.matterId}`
  const phone = await world.browser.open(addressOf(world.app, 'starter', route))
  const { page } = phone
  await shown(page).locator('.option').first().waitFor()
  world.app.provider.faults.set({ match: { functionNo: 13 }, kind: 'empty' })
  await answerSituation(page, ['首次注册', '未超过3年', '本人'])
  const [noChecklist = ''] = await failuresOf(page)
  expectPlain(noChecklist, /一网通暂时没有响应/, /请稍后重试/)
  expect(await shown(page).locator('.page').innerText()).not.toMatch(/您要准备|不用准备|\d+ 项/)
  expect(await shown(page).locator('.start').count()).toBe(0)
  world.app.provider.faults.clear()
  await retry(page)
  await expectText(page, '.checklist', '护士执业资格考试成绩合格证明')

  world.app.provider.faults.set({ match: { functionNo: 16 }, kind: 'unknown-code' })
  await tap(page, '.start')
  const [notOpened = ''] = await failuresOf(page)
  expectPlain(notOpened, /一网通没有接受这次请求/, /把编号告诉窗口/)
  await tap(page, '.answers')
  await shown(page).locator('.answered').first().waitFor()
  expect(await shown(page).locator('.answered').count()).toBe(3)
  world.app.provider.faults.clear()
  await retry(page)
  await arriveAt(page, 'packages/declare/pages/form/form')
  await saveLine(page, /已保存/)
  await phone.context.close()
}, 40_000)
