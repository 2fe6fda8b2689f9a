import { act, caseNo, deliver, judge, prepareReceiver, receiver, test, toEvent, types } from './pushed-events'

prepareReceiver()

describe('faults', () => {
  const set = (kind: string, more: object = {}) =>
    test.provider.faults.set({ match: { functionNo: 28 }, kind, ...more } as never)

  it('duplicate-push sends each event twice, with two nonces', async () => {
    set('duplicate-push')
    act('accept')
    await deliver()
    expect(types()).toEqual(['ACCEPTED', 'ACCEPTED'])
    const [one, two] = receiver.received
    expect(one?.body).toBe(two?.body)
    expect(one?.headers['x-nonce']).not.toBe(two?.headers['x-nonce'])
  })

  it('shuffled-push holds events back and sends the newest first', async () => {
    set('shuffled-push')
    act('accept')
    await deliver()
    expect(types()).toEqual([])
    act('review', 'approve')
    await deliver()
    expect(types()).toEqual(['APPROVED', 'ACCEPTED'])
    act('issue')
    await deliver()
    expect(types()).toHaveLength(2)
    test.advance(10_000)
    await deliver()
    expect(types().at(-1)).toBe('CERTIFICATE_ISSUED')
  })

  it('extra-fields, null-fields and missing-fields change the event before it is signed', async () => {
    for (const kind of ['extra-fields', 'null-fields', 'missing-fields']) {
      set(kind, { times: 1 })
      test.provider.office.pushEvent(caseNo, 'ACCEPTED', '已受理')
      await deliver()
    }
    const [extra, nulls, missing] = receiver.received.map(toEvent)
    expect(extra).toMatchObject({ fieldOfTomorrow: '平台新增的字段', summary: '已受理' })
    expect(nulls).toMatchObject({ summary: null, deadline: null })
    expect(Object.keys(missing ?? {})).not.toEqual(expect.arrayContaining(['summary']))
    for (const event of [extra, nulls, missing]) judge(event)
  })

  it('down for a while delivers nothing, and everything afterwards', async () => {
    test.provider.faults.set({ match: {}, kind: 'down', forMs: 60_000 })
    act('accept')
    await deliver()
    expect(types()).toEqual([])
    test.advance(60_000)
    await deliver()
    expect(types()).toEqual(['ACCEPTED'])
    expect(receiver.received[0]?.headers['x-delivery-attempt']).toBe('1')
  })

  it('slow waits before each delivery', async () => {
    set('slow', { delayMs: 150 })
    act('accept')
    const startedAt = Date.now()
    await deliver()
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(145)
    expect(types()).toEqual(['ACCEPTED'])
  })

  it('a fault that pushes cannot have leaves them alone, and theirs leave requests alone', async () => {
    test.provider.faults.set({ match: {}, kind: 'html' })
    act('accept')
    await deliver()
    expect(types()).toEqual(['ACCEPTED'])
    test.provider.faults.clear()
    test.provider.faults.set({ match: {}, kind: 'duplicate-push' })
    expect((await test.client.json('/api/v1/items/list', {})).status).toBe(200)
  })
})
