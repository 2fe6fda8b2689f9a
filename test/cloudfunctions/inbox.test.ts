import { tokensOf } from './support/database'
import { eventOf, push } from './support/push'
import {
  act,
  bound,
  caseIn,
  databases,
  deliver,
  due,
  fire,
  inbox,
  prepareInbox,
  system,
  titles,
} from './support/inbox-system'

prepareInbox()

const FREIGHT = '91120116MA0FXN011B'

describe('an event', () => {
  test('is told to whose case it is, with what the case really is, and unread', async () => {
    const citizen = await bound('nurse')
    const other = await bound('other', '13000000103')
    const caseNo = caseIn('28')
    act(caseNo, 'receiveSupplement')
    await deliver()
    expect(await inbox(citizen)).toMatchObject({
      unread: 1,
      unreadElsewhere: 0,
      hasMore: false,
      messages: [
        {
          caseNo,
          kind: 'supplementReceived',
          matterName: '护士执业注册',
          statusName: '已收件待受理',
          note: '补正材料已收到',
          read: false,
          outdated: false,
        },
      ],
    })
    expect((await citizen.call('home.open', {})).unread).toBe(1)
    expect((await citizen.call('account.get', {})).news).toMatchObject({ ok: true, value: { unread: 1 } })
    expect(await titles(other)).toEqual([])
    expect((await other.call('home.open', {})).unread).toBe(0)
  })

  test('is told at once to a citizen who opens the inbox before the timer comes', async () => {
    const citizen = await bound('nurse')
    act(caseIn('28'), 'receiveSupplement')
    await system.provider.pushes.deliverDue()
    expect(await titles(citizen)).toEqual(['supplementReceived'])
  })

  test('out of order: the late one is written down as history, and overrides nothing', async () => {
    const citizen = await bound('nurse')
    const caseNo = caseIn('28')
    act(caseNo, 'receiveSupplement', 'accept')
    const at = (seconds: number) => `2026-11-06 09:20:0${seconds}`
    const mine = { caseNo, userId: 'U1201160000095678' }
    await push(system, eventOf({ ...mine, eventType: 'ACCEPTED', sequence: 50, occurredAt: at(5) }))
    await fire('events')
    await push(system, eventOf({ ...mine, eventType: 'SUPPLEMENT_RECEIVED', sequence: 49, occurredAt: at(4) }))
    await fire('events')
    const { messages, unread } = await inbox(citizen)
    expect(messages).toMatchObject([
      { kind: 'accepted', read: false, outdated: false, statusName: '已受理' },
      { kind: 'supplementReceived', read: true, outdated: true },
    ])
    expect(messages[1]).not.toHaveProperty('reminder')
    expect(unread).toBe(1)
    expect((await databases().rows('approval_events', { state: 'late' })).length).toBe(1)
  })

  test('several at once, shuffled and twice each: one message each, in their own order', async () => {
    const citizen = await bound('nurse')
    system.provider.faults.set({ match: { functionNo: 28 }, kind: 'shuffled-push' })
    const caseNo = caseIn('28')
    act(caseNo, 'receiveSupplement', 'accept', 'review', 'approve')
    await system.provider.pushes.deliverDue()
    await deliver()
    expect(await titles(citizen)).toEqual(['approved', 'accepted', 'supplementReceived'])
    system.provider.faults.set({ match: { functionNo: 28 }, kind: 'duplicate-push' })
    act(caseNo, 'issue')
    await deliver()
    expect(await titles(citizen)).toEqual(['certificateIssued', 'approved', 'accepted', 'supplementReceived'])
  })

  test('of an unknown type is kept with its raw name and the provider’s own sentence', async () => {
    const citizen = await bound('nurse')
    system.provider.office.pushEvent(caseIn('28'), 'EXPERT_REVIEW_STARTED', '专家评审开始')
    await deliver()
    const message = { kind: 'unknown', rawName: 'EXPERT_REVIEW_STARTED', note: '专家评审开始', statusName: '待补正' }
    expect((await inbox(citizen)).messages).toMatchObject([message])
    expect(system.log.some((line) => line.includes('UNKNOWN_TYPE'))).toBe(true)
  })

  test('of nobody here, or of a case that is not hers, is logged; binding later brings it', async () => {
    const caseNo = caseIn('28')
    act(caseNo, 'receiveSupplement')
    await deliver()
    expect(system.log.filter((line) => line.includes('UNOWNED'))).toHaveLength(1)
    const citizen = await bound('nurse')
    expect(await titles(citizen)).toEqual(['supplementReceived'])
    // Another's case under her user id.
    await push(system, eventOf({ caseNo: caseIn('16'), userId: 'U1201160000095678' }))
    await fire('events')
    expect(await titles(citizen)).toEqual(['supplementReceived'])
  })

  test('when the provider cannot be asked: later, and in the end without its confirmation', async () => {
    const citizen = await bound('nurse')
    const caseNo = caseIn('28')
    act(caseNo, 'receiveSupplement')
    system.provider.faults.set({ match: { functionNo: 27 }, kind: 'empty' })
    await deliver()
    expect(await titles(citizen)).toEqual([])
    for (let n = 0; n < 4; n += 1) {
      await due('approval_events', 'dueAt', { caseNo })
      await fire('events')
    }
    const { messages } = await inbox(citizen)
    expect(messages).toMatchObject([{ kind: 'supplementReceived' }])
    expect(messages[0]).not.toHaveProperty('statusName')
  }, 90_000)

  test('under a login that has run out: told as it came', async () => {
    const citizen = await bound('nurse')
    await databases().update('bindings', { openid: citizen.openid }, { expired: true })
    act(caseIn('28'), 'receiveSupplement')
    await deliver()
    expect(await titles(citizen)).toEqual(['supplementReceived'])
    expect(await tokensOf(system, 'nurse').row()).toMatchObject({ expired: true })
  })
})

test('person and enterprise of one WeChat user do not mix, and nobody reads another’s', async () => {
  const citizen = await bound('both')
  await citizen.bind(FREIGHT, 'enterprise')
  const stranger = await bound('stranger', '13000000103')
  act(caseIn('28'), 'receiveSupplement')
  await deliver()
  expect(await inbox(citizen)).toMatchObject({ messages: [], unread: 0, unreadElsewhere: 1 })
  await citizen.call('account.switch', { subjectType: 'person' })
  const { messages } = await inbox(citizen)
  const [message] = messages
  expect(messages).toHaveLength(1)
  await stranger.call('inbox.read', { messageIds: [message?.messageId ?? ''] })
  expect(await inbox(citizen)).toMatchObject({ unread: 1 })
  expect(await citizen.call('inbox.read', { messageIds: [message?.messageId ?? ''] })).toEqual({ unread: 0 })
  expect((await inbox(citizen)).messages[0]).toMatchObject({ read: true })
})

test('an enterprise is told of its case', async () => {
  const clerk = await bound('clerk', FREIGHT, 'enterprise')
  const { page } = await clerk.call('case.list', { category: 'processing', pageNo: 1 })
  const caseNo = page.rows[0]?.caseNo ?? ''
  system.provider.office.pushEvent(caseNo, 'CASE_RETURNED', '请留意')
  await deliver()
  expect(await inbox(clerk)).toMatchObject({ unread: 1, messages: [{ caseNo, kind: 'unknown', note: '请留意' }] })
})

test('all can be marked as read, and older ones are a page further', async () => {
  const citizen = await bound('nurse')
  const caseNo = caseIn('28')
  for (let n = 0; n < 23; n += 1) system.provider.office.pushEvent(caseNo, 'NEWS', `第 ${n} 条`)
  await deliver()
  const first = await inbox(citizen)
  expect([first.messages.length, first.hasMore, first.unread]).toEqual([20, true, 23])
  const second = await citizen.call('inbox.open', { pageNo: 2 })
  expect([second.messages.length, second.hasMore]).toEqual([3, false])
  expect(new Set([...first.messages, ...second.messages].map(({ note }) => note)).size).toBe(23)
  expect(first.messages[0]?.note).toBe('第 22 条')
  expect(await citizen.call('inbox.read', {})).toEqual({ unread: 0 })
})
