import type { CaseBrief } from '../../../miniprogram/shared/domain/case'
import type { MatterBrief } from '../../../miniprogram/shared/domain/matter'
import { refuse, startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import { openPage, plugIn, unplug } from '../../support/simulate'
import { AS_BOTH, AS_ENTERPRISE, AS_PERSON, CASE, FREIGHT, HOME, NOBODY, NURSE } from '../fixtures'

let gateway: Gateway

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.calls.length = 0
  gateway.raw = null
  gateway.handlers = { 'home.open': () => HOME }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

const openHome = () => openPage('pages/home/home')
const DOWN = { code: 'UPSTREAM_UNAVAILABLE', retryable: true } as const

test('opens with one call and shows who I am, my drafts, my counts and the matters', async () => {
  const home = await openHome()
  await home.untilText('护士执业注册')
  expect(gateway.calls.map(({ action }) => action)).toEqual(['home.open'])
  expect(home.text).toContain('欧**五个人 · 管理身份')
  expect(home.text).toMatch(/尚未提交 · (2026年)?11月2日 保存/)
  expect(home.all('.count').map(({ text }) => text)).toEqual(['1补证件', '3在办件', '0承诺补证件', '5办结件'])
  expect(home.text.indexOf('护士执业注册个人')).toBeLessThan(home.text.indexOf('道路货运许可'))
})

test('while nothing is recommended, what the active identity can file comes first', async () => {
  const matters = { ok: true as const, value: [NURSE, { ...FREIGHT, fileable: true }] }
  const recommended = { ok: false as const, error: DOWN }
  gateway.handlers = { 'home.open': () => ({ ...HOME, account: AS_ENTERPRISE, matters, recommended }) }
  const home = await openHome()
  await home.untilText('常用事项')
  expect(home.text).not.toContain('没有取到')
  expect(home.has('.another')).toBe(false)
  expect(home.text.indexOf('道路货运许可')).toBeLessThan(home.text.indexOf('护士执业注册个人'))
})

test('says that it is loading, and never shows an empty list meanwhile', async () => {
  let release = (): void => undefined
  gateway.handlers = { 'home.open': () => new Promise((resolve) => (release = () => resolve(HOME))) }
  const home = await openHome()
  expect(home.find('.state').has('.outline')).toBe(true)
  expect(home.text).toContain('天津高新区政务服务办公室')
  expect(home.text).not.toContain('为您推荐')
  await home.until(() => gateway.calls.length === 1, 'the call')
  release()
  await home.untilText('为您推荐')
  expect(home.find('.state').has('.outline')).toBe(false)
})

test('without a binding: offers to bind, and still shows the matters', async () => {
  gateway.handlers = {
    'home.open': () => ({ ...HOME, account: NOBODY, counts: null, drafts: { ok: true, value: [] } }),
  }
  const home = await openHome()
  await home.untilText('登录一网通，办件都在这里')
  expect(home.text).toContain('天津高新区政务服务办公室')
  expect(home.has('.bell')).toBe(false)
  expect(home.text).toContain('护士执业注册')
  await home.tap('.bind-action')
  expect(phone.visits).toEqual([{ verb: 'navigateTo', url: '/packages/account/pages/bind/bind' }])
})

test('each failed part says so with a retry, the others stay', async () => {
  gateway.handlers = {
    'home.open': () => ({
      ...HOME,
      counts: { ok: false, error: DOWN },
      matters: { ok: false, error: DOWN },
      recommended: { ok: false, error: DOWN },
    }),
  }
  const home = await openHome()
  await home.untilText('事项没有取到')
  expect(home.text).toContain('办件数量没有取到：一网通暂时没有响应')
  expect(home.text).toContain('尚未提交')
  gateway.handlers = { 'home.open': () => HOME }
  await home.emit('.part-failure', 'retry', {})
  await home.untilText('道路货运许可')
  expect(home.text).not.toContain('没有取到')
})

test('a failed opening says what happened, what to do, and the id; retry opens the page', async () => {
  gateway.handlers = { 'home.open': () => refuse({ code: 'INTERNAL', retryable: true }) }
  const home = await openHome()
  await home.untilText('系统出了问题')
  expect(home.text).toMatch(/编号 [a-z0-9]+-[a-z0-9]{6}/)
  gateway.handlers = { 'home.open': () => HOME }
  await home.emit('.state', 'retry', {})
  await home.untilText('为您推荐')
})

test('a failed refresh keeps what was shown and says that it is older', async () => {
  const home = await openHome()
  await home.untilText('道路货运许可')
  phone.online = false
  await home.call('onShow')
  await home.untilText('刚才没有刷新成功')
  expect(home.text).toContain('网络没有连上')
  expect(home.text).toContain('道路货运许可')
})

test('a page that failed for want of a network opens by itself when it is back', async () => {
  phone.online = false
  const home = await openHome()
  await home.untilText('网络没有连上')
  phone.online = true
  for (const listener of phone.networkListeners) listener({ isConnected: true, networkType: 'wifi' })
  await home.untilText('为您推荐')
  unplug()
  expect(phone.networkListeners.size).toBe(0)
})

test('a slow earlier answer does not overwrite a later one', async () => {
  const releases: (() => void)[] = []
  const answers = [{ ...HOME, account: NOBODY, counts: null }, HOME]
  gateway.handlers = {
    'home.open': () =>
      new Promise((resolve) => {
        const mine = answers[releases.length] ?? HOME
        releases.push(() => resolve(mine))
      }),
  }
  const home = await openHome()
  await home.until(() => releases.length === 1, 'the first call')
  void home.call('onShow')
  await home.until(() => releases.length === 2, 'the second call')
  releases[1]?.()
  await home.untilText('欧**五')
  releases[0]?.()
  await home.rest()
  expect(home.text).toContain('欧**五')
})

test('a count leads to its list, a matter to its guide', async () => {
  const home = await openHome()
  await home.untilText('为您推荐')
  await home.tapText('.count', '补证件')
  await home.emit('.matter', 'select', { matterId: 'SX-NURSE' })
  expect(phone.visits).toEqual([
    { verb: 'switchTab', url: '/pages/cases/cases' },
    { verb: 'navigateTo', url: '/packages/matter/pages/guide/guide?matterId=SX-NURSE' },
  ])
})

const NEEDED: CaseBrief = {
  ...CASE,
  caseNo: 'GX28',
  status: { code: '28', name: '待补正', known: true, turn: 'applicant' },
  supplementDeadline: '2099-12-03T17:00:00+08:00',
  workingDaysLeft: { days: 3, estimated: false },
}
const turns = (...cases: readonly CaseBrief[]) => ({ ok: true as const, value: { total: cases.length, cases } })

describe('轮到您', () => {
  test('comes first: what, for which matter, until when, and one button; the others are a tap away', async () => {
    gateway.handlers = { 'home.open': () => ({ ...HOME, turns: turns(NEEDED, { ...NEEDED, caseNo: 'GX29' }) }) }
    const home = await openHome()
    await home.untilText('轮到您：补正材料')
    expect(home.text).toContain('2099年12月3日 17:00 前还有 3 个工作日')
    expect(home.text.indexOf('轮到您')).toBeLessThan(home.text.indexOf('尚未提交'))
    // One solid button: the draft waits.
    expect(home.find('.draft').node.data.first).toBe(false)
    await home.emit('.turn-card', 'act', {})
    expect(home.text).toContain('还有 1 件也轮到您')
    await home.emit('.turn-card', 'more', {})
    expect(phone.visits).toEqual([
      { verb: 'navigateTo', url: '/packages/declare/pages/supplement/supplement?caseNo=GX28' },
      { verb: 'switchTab', url: '/pages/cases/cases' },
    ])
  })

  test('what is overdue says so, and a promise is no supplement', async () => {
    const late = { ...NEEDED, supplementDeadline: '2026-11-02T17:00:00+08:00' }
    gateway.handlers = { 'home.open': () => ({ ...HOME, turns: turns(late) }) }
    const home = await openHome()
    await home.untilText('补正期限已过')
    expect(home.text).toContain('已过期')
    expect(home.text).toContain('看看怎么办')
    const promised = { ...CASE, promiseDeadline: '2099-12-03T17:00:00+08:00' }
    gateway.handlers = { 'home.open': () => ({ ...HOME, turns: turns(promised) }) }
    await home.call('onShow')
    await home.untilText('轮到您：补交承诺的材料')
  })

  test('that it could not be asked is said, and nothing due is no card', async () => {
    gateway.handlers = { 'home.open': () => ({ ...HOME, turns: { ok: false, error: DOWN } }) }
    const home = await openHome()
    await home.untilText('轮到您办的事没有取到')
    gateway.handlers = { 'home.open': () => ({ ...HOME, turns: turns() }) }
    await home.call('onShow')
    await home.until(() => !home.text.includes('轮到您'), 'nothing due')
    expect(home.find('.draft').node.data.first).toBe(true)
  })
})

test('two drafts stand open, one beside what waits for me; the others are folded', async () => {
  const [draft] = HOME.drafts.ok ? HOME.drafts.value : []
  if (draft === undefined) throw new Error('no draft')
  const drafts = { ok: true as const, value: [1, 2, 3].map((n) => ({ ...draft, draftId: `draft-${n}` })) }
  gateway.handlers = { 'home.open': () => ({ ...HOME, drafts }) }
  const home = await openHome()
  await home.untilText('还有 1 份草稿')
  const open = () => (home.text.match(/尚未提交/g) ?? []).length
  expect(open()).toBe(2)
  gateway.handlers = { 'home.open': () => ({ ...HOME, drafts, turns: turns(NEEDED) }) }
  await home.call('onShow')
  await home.untilText('还有 2 份草稿')
  expect(open()).toBe(1)
  await home.find('.more-drafts').tap('.fold')
  expect(open()).toBe(3)
})

test('finished cases may be rated: one opens its page, several their list', async () => {
  const done: CaseBrief = { ...CASE, caseNo: 'GX90', rateable: true }
  gateway.handlers = { 'home.open': () => ({ ...HOME, toRate: { ok: true, value: [done] } }) }
  const home = await openHome()
  await home.untilText('办完了，请您评价')
  await home.tap('.to-rate')
  gateway.handlers = { 'home.open': () => ({ ...HOME, toRate: { ok: true, value: [done, done] } }) }
  await home.call('onShow')
  await home.untilText('2 件办完了')
  await home.tap('.to-rate')
  expect(phone.visits).toEqual([
    { verb: 'navigateTo', url: '/packages/case/pages/rating/rating?caseNo=GX90' },
    { verb: 'switchTab', url: '/pages/cases/cases' },
  ])
})

test('topics lead to their matters, the bell to the messages, the last row to a person', async () => {
  gateway.handlers = { 'home.open': () => ({ ...HOME, unread: 100, phone: '022-00000001' }) }
  const home = await openHome()
  await home.untilText('按主题找事项')
  expect(
    home
      .find('.topics')
      .all('.tile')
      .map(({ text }) => text),
  ).toEqual(['交通运输', '卫生健康', '全部 2 项'])
  expect(home.text).toContain('99+')
  await home.find('.topics').tapText('.tile', '卫生健康')
  await home.tap('.bell')
  expect(phone.visits.map(({ url }) => url)).toEqual(['/pages/matters/matters', '/packages/account/pages/inbox/inbox'])
  expect(home.text).toContain('022-00000001')
})

test('the head switches the identity; what belonged to the other one is gone meanwhile', async () => {
  gateway.handlers = { 'home.open': () => ({ ...HOME, account: AS_BOTH }) }
  const home = await openHome()
  await home.untilText('个人 · 切换身份')
  gateway.handlers = {
    'account.switch': () => AS_ENTERPRISE,
    'home.open': () => ({ ...HOME, account: AS_ENTERPRISE, drafts: { ok: true, value: [] } }),
  }
  phone.agrees = true
  await home.tap('.identity')
  await home.untilText('企业 · 切换身份')
  await home.until(() => !home.text.includes('尚未提交'), 'the other drafts are gone')
  expect(phone.modals.at(-1)?.content).toContain('虚构医疗')
})

test('an expired login is said in the head, and leads to the login', async () => {
  const expired = { ...AS_PERSON, identities: AS_PERSON.identities.map((one) => ({ ...one, expired: true })) }
  gateway.handlers = { 'home.open': () => ({ ...HOME, account: expired }) }
  const home = await openHome()
  await home.untilText('登录已过期，重新登录')
  await home.tap('.identity')
  expect(phone.visits[0]?.url).toBe('/packages/account/pages/bind/bind?subjectType=person')
})

test('pulled down it is read again, and WeChat is told; its card holds nothing of mine', async () => {
  const home = await openHome()
  await home.untilText('为您推荐')
  await home.call('onPullDownRefresh')
  expect(gateway.calls).toHaveLength(2)
  expect(phone.pullDowns).toBe(1)
  const card = (home.node.instance.onShareAppMessage as () => { path: string })()
  expect(card.path).toBe('/pages/home/home')
  expect(JSON.stringify(card)).not.toContain('欧')
})

describe('换一批', () => {
  const OTHER: MatterBrief = { ...FREIGHT, matterId: 'SX-OTHER', shortName: '供水单位卫生许可' }
  const recommend = (matters: readonly MatterBrief[]) => ({ matters, more: true, phone: '' })

  test('shows others, tells which ones are shown, and keeps them when the page comes back', async () => {
    gateway.handlers = { 'home.open': () => HOME, 'matter.recommend': () => recommend([OTHER]) }
    const home = await openHome()
    await home.untilText('为您推荐')
    await home.tap('.another')
    await home.untilText('供水单位卫生许可')
    expect(home.text).not.toContain('道路货运许可可网上')
    expect(gateway.calls.at(-1)).toMatchObject({
      action: 'matter.recommend',
      input: { shown: ['SX-NURSE', 'SX-FREIGHT'] },
    })
    await home.call('onShow')
    await home.rest()
    expect(home.all('.matter').map(({ text }) => text)).toEqual([expect.stringContaining('供水单位卫生许可')])
    // Of another identity, something else is recommended.
    gateway.handlers = { 'home.open': () => ({ ...HOME, account: AS_ENTERPRISE }) }
    await home.call('onShow')
    await home.untilText('护士执业注册')
    expect(home.text).not.toContain('供水单位卫生许可')
  })

  test('without an answer the old ones stay, and a line says so', async () => {
    gateway.handlers = { 'home.open': () => HOME, 'matter.recommend': () => refuse(DOWN) }
    const home = await openHome()
    await home.untilText('为您推荐')
    await home.tap('.another')
    await home.untilText('没有换成')
    expect(home.text).toContain('护士执业注册')
    gateway.handlers = { 'matter.recommend': () => recommend([OTHER]) }
    await home.tap('.another')
    await home.untilText('供水单位卫生许可')
    expect(home.text).not.toContain('没有换成')
  })

  test('an answer for the identity before is not shown under the new one', async () => {
    let release = (): void => undefined
    gateway.handlers = {
      'home.open': () => ({ ...HOME, account: AS_PERSON }),
      'matter.recommend': () => new Promise((resolve) => (release = () => resolve(recommend([OTHER])))),
    }
    const home = await openHome()
    await home.untilText('为您推荐')
    await home.tap('.another')
    expect(home.text).toContain('正在换')
    gateway.handlers = { ...gateway.handlers, 'home.open': () => ({ ...HOME, account: AS_ENTERPRISE }) }
    await home.call('onShow')
    await home.untilText('虚构医疗')
    release()
    await home.untilText('换一批')
    expect(home.text).not.toContain('供水单位卫生许可')
  })

  test('is not offered when there are no others', async () => {
    const recommended = { ok: true as const, value: { matters: [NURSE], more: false } }
    gateway.handlers = { 'home.open': () => ({ ...HOME, recommended }) }
    const home = await openHome()
    await home.untilText('为您推荐')
    expect(home.has('.another')).toBe(false)
  })
})
