import { LOADING, READY, type PageStatus } from '../../../miniprogram/behaviors/page-status'
import { visits } from '../../../miniprogram/behaviors/visit'
import { phone } from '../../support/phone'
import { plugIn, unplug } from '../../support/simulate'

/** A page as far as a visit needs it: it remembers each setData. */
class FakePage {
  data = { status: LOADING, part: LOADING, busy: false, why: null as object | null, text: '', items: [{ id: 1, n: 0 }, { id: 2, n: 0 }] } // prettier-ignore
  readonly writes: Record<string, unknown>[] = []

  setData(patch: Record<string, unknown>): void {
    this.writes.push(patch)
  }
}

const visitOf = visits(() => ({ counted: 0 }), ['items', 'items[]'])
const statusOf = (write: Record<string, unknown> | undefined) => write?.['status'] as PageStatus

/** A question whose answer the test gives. */
function question() {
  let give = (_: string): void => undefined
  let refuse = (): void => undefined
  const answer = new Promise<string>((resolve, reject) => {
    give = resolve
    refuse = () => reject(new Error('no'))
  })
  return { read: () => answer, give, refuse }
}
const take = (text: string) => ({ text })

beforeEach(() => plugIn())
afterEach(unplug)

test('each page instance has a visit of its own, the same every time', () => {
  const [one, other] = [new FakePage(), new FakePage()]
  visitOf(one).work.counted += 1
  visitOf(one).work.counted += 1
  expect([visitOf(one).work.counted, visitOf(other).work.counted]).toEqual([2, 0])
})

test('only what changed is set, compared with what was shown last', () => {
  const page = new FakePage()
  const visit = visitOf(page)
  visit.show({ text: '' })
  visit.show({ text: 'a', items: [{ id: 1, n: 0 }, { id: 2, n: 1 }] }) // prettier-ignore
  visit.show({ text: 'a' })
  visit.alreadyShown({ text: 'typed' })
  visit.show({ text: 'typed' })
  visit.show({ text: 'a' })
  expect(page.writes).toEqual([{ text: 'a', 'items[1].n': 1 }, { text: 'a' }])
})

test('loading becomes ready together with the content, in one setData', async () => {
  const page = new FakePage()
  await visitOf(page).load(() => Promise.resolve('content'), take)
  expect(page.writes).toEqual([{ text: 'content', status: READY }])
})

test('without content a failure is shown, and the next try says that it is loading', async () => {
  const page = new FakePage()
  await visitOf(page).load(() => Promise.reject(new Error('no')), take)
  expect(statusOf(page.writes[0]).phase).toBe('failed')
  await visitOf(page).load(() => Promise.resolve('content'), take)
  expect(page.writes.slice(1)).toEqual([{ status: LOADING }, { text: 'content', status: READY }])
})

test('content stays while a refresh runs, and stays with a notice when that fails', async () => {
  const page = new FakePage()
  await visitOf(page).load(() => Promise.resolve('content'), take)
  await visitOf(page).load(() => Promise.reject(new Error('no')), take)
  expect(page.writes).toHaveLength(2)
  expect(Object.keys(page.writes[1] ?? {})).toEqual(['status'])
  expect(statusOf(page.writes[1])).toMatchObject({ phase: 'ready', failure: { code: 'INTERNAL' } })
})

test('an answer to an earlier opening is ignored, a failure as well; parts do not disturb each other', async () => {
  const page = new FakePage()
  const visit = visitOf(page)
  const [early, failing, late, part] = [question(), question(), question(), question()]
  const runs = [early, failing, late].map(({ read }) => visit.load(read, take))
  runs.push(visit.load(part.read, () => ({}), 'part'))
  late.give('late')
  await runs[2]
  early.give('early')
  failing.refuse()
  part.give('')
  await Promise.all(runs)
  expect(page.writes).toEqual([{ text: 'late', status: READY }, { part: READY }])
})

test('a page that turns to something else is loading again, and hears nothing of before', async () => {
  const page = new FakePage()
  const visit = visitOf(page)
  await visit.load(() => Promise.resolve('content'), take)
  const before = question()
  const run = visit.load(before.read, take)
  visit.restart({ text: '' })
  before.give('before')
  await run
  await visit.load(() => Promise.reject(new Error('no')), take)
  expect(page.writes[1]).toEqual({ text: '', status: LOADING })
  expect(page.writes).toHaveLength(3)
  expect(statusOf(page.writes[2]).phase).toBe('failed')
})

test('a page about one thing asks nothing without its id', async () => {
  const page = new FakePage()
  const read = jest.fn(() => Promise.resolve(''))
  await visitOf(page).loadOf('', read, take)
  expect(read).not.toHaveBeenCalled()
  expect(statusOf(page.writes[0]).failure?.code).toBe('NOT_FOUND')
})

describe('what a tap asked for', () => {
  test('is done once at a time, and the page says that it runs', async () => {
    const page = new FakePage()
    const visit = visitOf(page)
    const { read, give } = question()
    const work = jest.fn(read)
    const runs = [visit.act(work, 'why'), visit.act(work, 'why')]
    give('done')
    expect(await Promise.all(runs)).toEqual([true, false])
    expect(work).toHaveBeenCalledTimes(1)
    expect(page.writes).toEqual([{ busy: true }, { busy: false }])
  })

  test('shows why it failed until it is asked for again, or tells it', async () => {
    const page = new FakePage()
    const visit = visitOf(page)
    const fail = () => Promise.reject(new Error('no'))
    expect(await visit.act(fail, 'why')).toBe(false)
    expect(page.writes[1]).toMatchObject({ why: { code: 'INTERNAL' } })
    await visit.act(() => Promise.resolve(), 'why')
    expect(page.writes[3]).toEqual({ busy: true, why: null })
    const told = jest.fn()
    expect(await visit.act(fail, told)).toBe(false)
    expect(told.mock.calls).toEqual([[new Error('no')]])
    expect(page.writes[page.writes.length - 1]).toEqual({ busy: false })
  })
})

describe('after its end', () => {
  test('nothing writes any more, and nothing is asked', async () => {
    const page = new FakePage()
    const visit = visitOf(page)
    const [answered, refused] = [question(), question()]
    const runs = [visit.load(answered.read, take), visit.load(refused.read, take, 'part')]
    visit.end()
    answered.give('late')
    refused.refuse()
    await Promise.all(runs)
    const read = jest.fn(() => Promise.resolve(''))
    await visit.load(read, take)
    await visit.loadOf('', read, take)
    visit.show({ text: 'late' })
    visit.restart({})
    expect(page.writes).toEqual([])
    expect(read).not.toHaveBeenCalled()
  })

  test('the network is not watched any more, and what was to stop has stopped, once', () => {
    const visit = visitOf(new FakePage())
    const [listener, stop] = [jest.fn(), jest.fn()]
    visit.onNetwork(listener)
    visit.stopAtEnd(stop)
    const heard = () => phone.networkListeners.forEach((tell) => tell({ isConnected: true, networkType: 'wifi' }))
    heard()
    visit.end()
    visit.end()
    heard()
    visit.onNetwork(listener)
    heard()
    expect(listener.mock.calls).toEqual([[true]])
    expect(stop).toHaveBeenCalledTimes(1)
  })

  test('what would start only now is stopped at once', () => {
    const visit = visitOf(new FakePage())
    visit.end()
    const stop = jest.fn()
    visit.stopAtEnd(stop)
    expect(stop).toHaveBeenCalledTimes(1)
  })
})
