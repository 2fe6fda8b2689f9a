import { dropPage, keptPage } from '../../../miniprogram/platform/kept-pages'
import { bindAccount, unbindIdentity } from '../../../miniprogram/services/account'
import { startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import type { Screen } from '../../support/screen'
import { openPage, plugIn, unplug } from '../../support/simulate'
import { AS_PERSON, CASE, DRAFT, MATTER_PAGE, NURSE, PERSON } from '../fixtures'
import { declaration, FORM_ID } from '../packages/declare/declaration-fixture'

const DUE = { ...CASE, applicantName: '欧阳十五', supplementDeadline: '2099-12-03T17:00:00+08:00', situation: '首次' }
const TURN = { ...DUE, status: { code: '21', name: '待补正', known: true, turn: 'applicant' as const } }

let gateway: Gateway
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.handlers = {
    'home.open': () => ({
      account: AS_PERSON,
      matters: { ok: true, value: [NURSE] },
      recommended: { ok: true, value: { matters: [NURSE], more: false } },
      counts: { ok: true, value: { supplement: 1, processing: 0, finished: 0, promise: 0 } },
      drafts: { ok: true, value: [DRAFT] },
      turns: { ok: true, value: { total: 1, cases: [TURN] } },
    }),
    'case.list': () => ({
      account: AS_PERSON,
      counts: { supplement: 1, processing: 0, finished: 0, promise: 0 },
      page: { total: 1, pageNo: 1, pageSize: 20, rows: [TURN] },
      unfinished: [DRAFT],
      category: 'supplement',
    }),
    'matter.open': () => ({ ...MATTER_PAGE, account: AS_PERSON }),
    'matter.list': () => ({ account: AS_PERSON, matters: [NURSE] }),
    'declaration.open': () => ({ account: AS_PERSON, declaration: declaration() }),
    'account.unbind': () => AS_PERSON,
    'account.bind': () => AS_PERSON,
  }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

/** Opens a page with a network until it shows the text, and once more without one. */
async function againOffline(path: string, query: Record<string, string>, shown: string): Promise<Screen> {
  phone.online = true
  const first = await openPage(path, query)
  await first.call('onShow').catch(() => undefined)
  await first.untilText(shown)
  await first.rest(50)
  phone.online = false
  const page = await openPage(path, query)
  await page.call('onShow').catch(() => undefined)
  await page.untilText('存在手机上的')
  return page
}

const online = (): void => {
  phone.online = true
  for (const listener of phone.networkListeners) listener({ isConnected: true, networkType: 'wifi' })
}

const GUIDE_PAGE = 'packages/matter/pages/guide/guide'

test('home without a network: whose turn it is and the drafts, from when, and nobody’s name', async () => {
  const home = await againOffline('pages/home/home', {}, '轮到您')
  expect(home.text).toMatch(/网络没有连上下面是今天 \d\d:\d\d 存在手机上的，可能不是最新/)
  expect(home.find('.turn-card').text).toContain('联网后去补正')
  expect(home.text).toContain(DRAFT.matterName)
  const kept = JSON.stringify([...phone.storage.entries()])
  for (const personal of [PERSON.displayName, PERSON.maskedCertNo, PERSON.maskedPhone, '欧阳十五', '"situation"']) {
    expect(kept).not.toContain(personal)
  }
  online()
  await home.until(() => !home.text.includes('存在手机上的'), 'the network')
  expect(home.find('.turn-card').text).not.toContain('联网后')
})

test('cases without a network: number, status and deadline of the list that was looked at', async () => {
  const cases = await againOffline('pages/cases/cases', {}, CASE.caseNo)
  expect(cases.text).toContain(CASE.caseNo)
  expect(cases.text).toContain('联网后')
  await cases.call('onCategoryTap', { currentTarget: { dataset: { category: 'finished' } } })
  await cases.untilText('网络没有连上')
  expect(cases.text).not.toContain(CASE.caseNo)
})

test('a guide that was opened once is read without a network; what needs one says so', async () => {
  const page = await againOffline(GUIDE_PAGE, { matterId: NURSE.matterId }, '开始办理')
  expect(page.text).toContain('近期免冠照片')
  expect(page.find('.bottom').text).toContain('联网后再办')
  await page.tap('.offer')
  expect(phone.visits).toEqual([])
  const home = await againOffline('pages/home/home', {}, '轮到您')
  await home.untilText('没网也能看')
  await home.tapText('.kept-guide', '护士执业注册的办事指南')
  expect(phone.visits.at(-1)?.url).toBe(`/${GUIDE_PAGE}?matterId=${NURSE.matterId}`)
  online()
  await home.until(() => !home.text.includes('没网也能看'), 'the network')
  phone.online = false
  const never = await openPage(GUIDE_PAGE, { matterId: 'SX-OTHER' })
  await never.call('onShow')
  await never.untilText('网络没有连上')
  expect(never.text).not.toContain('近期免冠照片')
})

test('a draft goes on without a network, and is saved when it is back', async () => {
  const FORM = 'packages/declare/pages/form/form'
  const page = await againOffline(FORM, { draftId: 'draft-1' }, '手机号码')
  await page.call('onFieldChange', { detail: { fieldId: 'mobile', value: '13000000101' } })
  await page.call('onFieldBlur', { detail: { fieldId: 'mobile' } })
  const saves: unknown[] = []
  gateway.handlers['declaration.save'] = (input) => {
    saves.push(input)
    return { version: 4, savedAt: '2026-11-02T12:04:00+08:00' }
  }
  expect(page.find('.bottom').text).toContain('要联网后再做')
  await page.call('onHide')
  await page.call('onShow')
  expect(saves).toEqual([])
  online()
  await page.until(() => saves.length > 0, 'the save')
  expect(saves[0]).toMatchObject({ forms: [{ materialId: FORM_ID, answers: { mobile: '13000000101' } }] })
  await page.until(() => !page.text.includes('存在手机上的'), 'the network')
  await page.untilText('已保存')
})

test('what belongs to somebody goes when an account is bound or unbound; guides stay', async () => {
  await againOffline('pages/cases/cases', {}, CASE.caseNo)
  await againOffline(GUIDE_PAGE, { matterId: NURSE.matterId }, '开始办理')
  phone.online = true
  await unbindIdentity('person')
  expect(await keptPage('cases')).toBeNull()
  expect(await keptPage(`guide.${NURSE.matterId}`)).not.toBeNull()
  await againOffline('pages/cases/cases', {}, CASE.caseNo)
  phone.online = true
  await bindAccount({ subjectType: 'person', account: 'a', password: 'b', agreed: [] })
  expect(await keptPage('cases')).toBeNull()
})

test('a form that goes from beneath the receipt keeps nothing of what was submitted', async () => {
  const page = await openPage('packages/declare/pages/form/form', { draftId: 'draft-1' })
  await page.untilText('手机号码')
  await page.call('onHide')
  await page.rest(50)
  expect(await keptPage('draft.draft-1')).not.toBeNull()
  await dropPage('draft.draft-1')
  await page.call('onUnload')
  await page.rest(50)
  expect(await keptPage('draft.draft-1')).toBeNull()
})

test('of many guides the last ten are kept; a full phone keeps none and works', async () => {
  for (let n = 0; n < 12; n += 1) {
    gateway.handlers['matter.open'] = () => ({
      ...MATTER_PAGE,
      account: AS_PERSON,
      guide: { ...MATTER_PAGE.guide, matterId: `SX-${n}` },
    })
    const page = await openPage(GUIDE_PAGE, { matterId: `SX-${n}` })
    await page.call('onShow')
    await page.untilText('开始办理')
    await page.rest(20)
  }
  const kept = await Promise.all(Array.from({ length: 12 }, (_g, n) => keptPage(`guide.SX-${n}`)))
  expect(kept.filter(Boolean)).toHaveLength(10)
  expect(kept[0]).toBeNull()
  phone.storageFull = true
  const page = await openPage(GUIDE_PAGE, { matterId: NURSE.matterId })
  await page.call('onShow')
  await page.untilText('开始办理')
})
