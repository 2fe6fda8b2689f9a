import type { Output } from '../../../miniprogram/shared/contract/actions'
import type { Message, Reminders } from '../../../miniprogram/shared/domain/message'
import { refuse, startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import { openPage, plugIn, unplug } from '../../support/simulate'
import { AS_BOTH, AS_ENTERPRISE, AS_PERSON, CASE, HOME, PROGRESS } from '../fixtures'

let gateway: Gateway

const MESSAGE: Message = {
  messageId: 'a'.repeat(40),
  caseNo: CASE.caseNo,
  matterName: '护士执业注册',
  kind: 'supplementRequired',
  statusName: '待补正',
  note: '请补正 2 项材料',
  deadline: '2026-11-11T17:30:00+08:00',
  at: '2026-11-04T15:20:00+08:00',
  read: false,
  outdated: false,
}
const OLDER: Message = {
  messageId: 'b'.repeat(40),
  caseNo: CASE.caseNo,
  matterName: '护士执业注册',
  kind: 'unknown',
  rawName: 'EXPERT_REVIEW_STARTED',
  at: '2026-11-03T09:00:00+08:00',
  read: true,
  outdated: true,
}
const REMINDERS: Reminders = [
  { use: 'turn', templateId: 'T-TURN', left: 0 },
  { use: 'progress', templateId: 'T-PROGRESS', left: 2 },
]
const INBOX: Output<'inbox.open'> = {
  account: AS_PERSON,
  messages: [MESSAGE, OLDER],
  hasMore: false,
  unread: 1,
  unreadElsewhere: 0,
  reminders: REMINDERS,
}

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.calls.length = 0
  gateway.handlers = { 'inbox.open': () => INBOX, 'inbox.read': () => ({ unread: 0 }) }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

const openInbox = () => openPage('packages/account/pages/inbox/inbox')

test('each message says of which matter, what happened, when, until when, and what to do now; one call', async () => {
  const page = await openInbox()
  await page.untilText('窗口要求补正材料')
  expect(gateway.calls.map(({ action }) => action)).toEqual(['inbox.open'])
  const [first] = page.all('.message')
  expect(first?.text).toContain('护士执业注册')
  expect(first?.text).toContain('轮到您：窗口要求补正材料')
  expect(page.all('.dot')).toHaveLength(1)
  expect(first?.text).toMatch(/(2026年)?11月4日 15:20/)
  expect(first?.text).toContain('一网通的说明：请补正 2 项材料')
  expect(first?.text).toMatch(/11月11日.*17:30 前已过期/)
  expect(first?.text).not.toContain('请打开办件，看要补什么')
  expect(page.text).toContain('1 条未读')
  expect(phone.subscriptions).toEqual([])
})

test('an unknown event keeps its raw name; what was overtaken asks for nothing', async () => {
  const page = await openInbox()
  await page.untilText('办件有新的进展')
  const text = page.all('.message')[1]?.text ?? ''
  expect(text).toContain('一网通的原话：EXPERT_REVIEW_STARTED')
  expect(text).toContain('请以最新的消息为准')
  // History is checked by nobody, and needs no excuse.
  expect(text).not.toContain('没能向一网通核对')
})

test('what could not be checked says so, and leads to the case', async () => {
  const { statusName: _statusName, ...unchecked } = MESSAGE
  gateway.handlers = { 'inbox.open': () => ({ ...INBOX, messages: [unchecked] }) }
  const page = await openInbox()
  await page.untilText('没能向一网通核对')
  expect(page.text).toContain('请打开办件查看最新状态')
})

test('a tap leads to the case and marks the message as read', async () => {
  const page = await openInbox()
  await page.untilText('窗口要求补正材料')
  await page.all('.message')[0]?.tap()
  expect(phone.visits).toEqual([
    { verb: 'navigateTo', url: `/packages/case/pages/progress/progress?caseNo=${CASE.caseNo}` },
  ])
  await page.until(() => gateway.calls.length === 2, 'the message to be marked')
  expect(gateway.calls[1]).toMatchObject({ action: 'inbox.read', input: { messageIds: [MESSAGE.messageId] } })
})

test('all are marked as read at once', async () => {
  const page = await openInbox()
  await page.untilText('全部标为已读')
  gateway.handlers['inbox.open'] = () => ({ ...INBOX, unread: 0, messages: [{ ...MESSAGE, read: true }] })
  await page.tap('.read-all')
  await page.untilText('没有未读消息')
  expect(gateway.calls[1]).toMatchObject({ action: 'inbox.read', input: {} })
})

test('older messages are a tap away and never shown twice', async () => {
  gateway.handlers['inbox.open'] = ({ pageNo }: { pageNo?: number }) =>
    pageNo === 1 ? { ...INBOX, messages: [MESSAGE], hasMore: true } : { ...INBOX, messages: [MESSAGE, OLDER] }
  const page = await openInbox()
  await page.untilText('查看更早的消息')
  await page.tap('.more')
  await page.untilText('EXPERT_REVIEW_STARTED')
  expect(page.all('.message')).toHaveLength(2)
  expect(page.text).not.toContain('查看更早的消息')
  // Coming back from a case: the older ones are still there.
  await page.call('onShow')
  expect(page.all('.message')).toHaveLength(2)
  expect(page.text).not.toContain('查看更早的消息')
})

test('the end of the list reads older ones by itself; pulled down it is read again', async () => {
  gateway.handlers['inbox.open'] = ({ pageNo }: { pageNo?: number }) =>
    pageNo === 1 ? { ...INBOX, messages: [MESSAGE], hasMore: true } : { ...INBOX, messages: [OLDER] }
  const page = await openInbox()
  await page.untilText('查看更早的消息')
  await page.call('onReachBottom')
  await page.untilText('EXPERT_REVIEW_STARTED')
  expect(page.text).toContain('更早')
  gateway.calls.length = 0
  await page.call('onReachBottom')
  expect(gateway.calls).toEqual([])
  await page.call('onPullDownRefresh')
  expect(phone.pullDowns).toBe(1)
})

test('without messages: says what will come here, and offers a way on', async () => {
  gateway.handlers['inbox.open'] = () => ({ ...INBOX, messages: [], unread: 0 })
  const page = await openInbox()
  await page.untilText('还没有消息')
  expect(page.text).toContain('现在办到哪一步，请看我的办件')
})

test('of the other identity only the number is told', async () => {
  gateway.handlers['inbox.open'] = () => ({ ...INBOX, account: AS_BOTH, messages: [], unread: 0, unreadElsewhere: 3 })
  const page = await openInbox()
  await page.untilText('您的另一个身份还有 3 条未读消息')
  gateway.handlers = {
    'account.switch': () => AS_ENTERPRISE,
    'inbox.open': () => ({ ...INBOX, account: AS_ENTERPRISE }),
  }
  await page.tap('.switch')
  await page.untilText('窗口要求补正材料')
  expect(phone.modals[0]?.content).toContain('虚构医疗')
})

test('a failure is a failure, not an empty inbox', async () => {
  gateway.handlers['inbox.open'] = () => refuse({ code: 'INTERNAL', retryable: true })
  const page = await openInbox()
  await page.untilText('系统出了问题')
  expect(page.text).not.toContain('还没有消息')
})

describe('subscription messages', () => {
  const offer = async () => (await openInbox()).find('.reminder-offer')

  test('says how many may still be sent; WeChat’s window opens at a tap only, and what it allowed is kept', async () => {
    const kept = REMINDERS.map((one) => ({ ...one, left: one.left + 1 }))
    gateway.handlers['inbox.consent'] = () => ({ reminders: kept })
    const card = await offer()
    await card.untilText('办理有进展时：还可以提醒 2 次')
    expect(card.text).toContain('轮到您处理时：还没有开启')
    expect(phone.subscriptions).toEqual([])
    await card.tap('.ask')
    await card.untilText('已开启')
    expect(phone.subscriptions).toEqual([['T-TURN', 'T-PROGRESS']])
    expect(card.text).toContain('办理有进展时：还可以提醒 3 次')
    expect(gateway.calls[1]).toMatchObject({ action: 'inbox.consent', input: { uses: ['turn', 'progress'] } })
  })

  test.each([
    ['refused', () => (phone.agrees = false), '没有开启微信提醒'],
    ['switched off in WeChat', () => (phone.subscriptionFailure = 20004), '您在微信里关闭了订阅消息'],
    ['no window', () => (phone.subscriptionFailure = 10005), '微信没有打开提醒窗口'],
  ])('%s: says so, and keeps nothing', async (_name, arrange, said) => {
    const card = await offer()
    await card.untilText('还可以提醒')
    arrange()
    await card.tap('.ask')
    await card.untilText(said)
    expect(gateway.calls.map(({ action }) => action)).toEqual(['inbox.open'])
  })

  test('a number that could not be kept is said', async () => {
    gateway.handlers['inbox.consent'] = () => refuse({ code: 'UPSTREAM_UNAVAILABLE', retryable: true })
    const card = await offer()
    await card.untilText('还可以提醒')
    await card.tap('.ask')
    await card.untilText('提醒次数可能没有保存下来')
  })

  test('no template: the inbox is all there is, and nothing can be tapped', async () => {
    gateway.handlers['inbox.open'] = () => ({ ...INBOX, reminders: [] })
    const card = await offer()
    await card.untilText('现在没有开通微信提醒')
    expect(card.has('.ask')).toBe(false)
  })

  test.each([
    ['waits', PROGRESS.status, true],
    ['is over', { code: '90', name: '已办结', known: true, turn: 'nobody' as const }, false],
  ])('the progress of a case that %s offers them: %s', async (_name, status, offers) => {
    const progress = { ...PROGRESS, status }
    gateway.handlers['case.open'] = () => ({ account: AS_PERSON, progress, receipt: null, reminders: REMINDERS })
    const page = await openPage('packages/case/pages/progress/progress', { caseNo: CASE.caseNo })
    await page.untilText('办理经过')
    expect(page.text.includes('还可以提醒 2 次')).toBe(offers)
    expect(phone.subscriptions).toEqual([])
  })
})

test('home says how many messages are unread, and leads to them', async () => {
  gateway.handlers['home.open'] = () => ({ ...HOME, unread: 4 })
  const home = await openPage('pages/home/home')
  await home.untilText('欧**五')
  expect(home.find('.bell').text).toBe('4')
  await home.tap('.bell')
  expect(phone.visits).toEqual([{ verb: 'navigateTo', url: '/packages/account/pages/inbox/inbox' }])
})

test('我的 leads to the messages', async () => {
  gateway.handlers['account.get'] = () => AS_PERSON
  const page = await openPage('pages/account/account')
  await page.untilText('消息')
  await page.tap('.inbox')
  expect(phone.visits).toEqual([{ verb: 'navigateTo', url: '/packages/account/pages/inbox/inbox' }])
})
