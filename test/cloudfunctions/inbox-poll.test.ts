import { NURSE } from './support/nurse'
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

describe('the poll', () => {
  const poll = async () => {
    await due('case_watches', 'pollAt', { waits: true })
    await fire('poll')
  }

  test('finds what has no event: receipt and termination; asks no more about what is over', async () => {
    const citizen = await bound('other', '13000000103')
    const caseNo = caseIn('16')
    await citizen.call('case.open', { caseNo })
    await poll()
    expect(await titles(citizen)).toEqual([])
    act(caseNo, 'receive')
    await poll()
    await poll()
    expect(await titles(citizen)).toEqual(['received'])
    system.provider.office.setStatus(caseNo, '99')
    await poll()
    expect(await titles(citizen)).toEqual(['terminated', 'received'])
    expect(await databases().rows('case_watches', { waits: true })).toEqual([])
  })

  test('a status that nobody knows is told by its raw name', async () => {
    const citizen = await bound('nurse')
    const caseNo = caseIn('28')
    await citizen.call('case.open', { caseNo })
    system.provider.office.setStatus(caseNo, '801', '专家评审中')
    await poll()
    const message = { kind: 'unknown', rawName: '专家评审中', statusName: '专家评审中' }
    expect((await inbox(citizen)).messages).toMatchObject([message])
  })

  test('a push that was lost is found, and one that comes after it says more without a second message', async () => {
    const citizen = await bound('nurse')
    const caseNo = caseIn('28')
    await citizen.call('case.open', { caseNo })
    act(caseNo, 'receiveSupplement', 'accept')
    await poll()
    expect(await titles(citizen)).toEqual(['accepted'])
    await deliver()
    const { messages } = await inbox(citizen)
    expect(messages.map(({ kind }) => kind)).toEqual(['accepted', 'supplementReceived'])
    expect(messages[0]?.note).toMatch(/^您的申请已受理，承诺/)
    await poll()
    expect(await titles(citizen)).toEqual(['accepted', 'supplementReceived'])
  })

  test('leaves a case alone whose login has run out', async () => {
    const citizen = await bound('nurse')
    const caseNo = caseIn('28')
    await citizen.call('case.open', { caseNo })
    act(caseNo, 'terminate')
    await databases().update('bindings', { openid: citizen.openid }, { expired: true })
    await poll()
    expect(await titles(citizen)).toEqual([])
    await citizen.bind(NURSE.account)
    await poll()
    expect(await titles(citizen)).toEqual(['terminated'])
  })
})
