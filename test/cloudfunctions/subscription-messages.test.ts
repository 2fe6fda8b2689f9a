import { type Citizen } from './support/citizen'
import { act, bound, caseIn, databases, deliver, due, fire, inbox, prepareInbox, system } from './support/inbox-system'

prepareInbox()

describe('subscription messages', () => {
  const consent = (citizen: Citizen, consentKey = 'consent-1') => {
    system.cloud.grantMessageConsent(citizen.openid, 'sandbox-progress')
    return citizen.call('inbox.consent', { uses: ['progress'], consentKey })
  }
  const left = async (citizen: Citizen) =>
    (await inbox(citizen)).reminders.map(({ use, left: number }) => [use, number])

  test('one agreement pays for one; a repeated call counts once; the inbox says what was sent', async () => {
    const citizen = await bound('nurse')
    await consent(citizen)
    await citizen.call('inbox.consent', { uses: ['progress'], consentKey: 'consent-1' })
    expect(await left(citizen)).toEqual([
      ['turn', 0],
      ['progress', 1],
    ])
    const caseNo = caseIn('28')
    act(caseNo, 'receiveSupplement')
    await deliver()
    expect(system.cloud.sentMessages()).toMatchObject([
      {
        openid: citizen.openid,
        templateId: 'sandbox-progress',
        page: 'packages/account/pages/inbox/inbox',
        state: 'developer',
        fields: { thing1: '护士执业注册', phrase2: '补正已收', thing4: '请点开查看详情' },
      },
    ])
    act(caseNo, 'accept')
    await deliver()
    expect(system.cloud.sentMessages()).toHaveLength(1)
    expect((await inbox(citizen)).messages.map(({ reminder }) => reminder)).toEqual(['no-consent', 'sent'])
    expect(await left(citizen)).toEqual([
      ['turn', 0],
      ['progress', 0],
    ])
  })

  test('no answer of WeChat: again after growing pauses, then given up, and the inbox says so', async () => {
    const citizen = await bound('nurse')
    await consent(citizen)
    act(caseIn('28'), 'receiveSupplement')
    system.cloud.failMessages(true)
    await deliver()
    const pauses: number[] = []
    for (let n = 0; n < 5; n += 1) {
      const [row] = await databases().rows('reminder_outbox', { state: 'waiting' })
      pauses.push(Math.round((Number(row?.['dueAt']) - Date.now()) / 60_000))
      await due('reminder_outbox', 'dueAt', { state: 'waiting' })
      await fire('events')
    }
    expect(pauses).toEqual([1, 5, 15, 60, 240])
    expect((await inbox(citizen)).messages).toMatchObject([{ reminder: 'failed' }])
    expect(system.log.some((line) => line.includes('GIVEN_UP'))).toBe(true)
    expect(await left(citizen)).toContainEqual(['progress', 1])
  })

  test('comes after WeChat was away for a while; none is sent of what was read already', async () => {
    const citizen = await bound('nurse')
    await consent(citizen)
    const caseNo = caseIn('28')
    act(caseNo, 'receiveSupplement')
    system.cloud.failMessages(true)
    await deliver()
    system.cloud.failMessages(false)
    await due('reminder_outbox', 'dueAt', { state: 'waiting' })
    await fire('events')
    expect(system.cloud.sentMessages()).toHaveLength(1)
    await consent(citizen, 'consent-2')
    act(caseNo, 'accept')
    await system.provider.pushes.deliverDue()
    await inbox(citizen)
    await citizen.call('inbox.read', {})
    await fire('events')
    expect(system.cloud.sentMessages()).toHaveLength(1)
    expect(await left(citizen)).toContainEqual(['progress', 1])
  })
})
