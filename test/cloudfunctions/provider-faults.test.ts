import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { NURSE } from './support/nurse'

let system: System
let nurse: Citizen
beforeAll(async () => {
  system = await startSystem()
  nurse = new Citizen(system, 'faults')
  await nurse.bind(NURSE.account)
}, 60_000)
afterAll(() => system.close())
afterEach(() => system.provider.faults.clear())

const CASES = { category: 'processing', pageNo: 1 } as const

test('slow or down for good: told within the budget of a page', async () => {
  system.provider.faults.set({ match: { functionNo: 18 }, kind: 'slow', delayMs: 16_000 })
  system.provider.faults.set({ match: { functionNo: 27 }, kind: 'down' })
  const from = Date.now()
  const [home, down] = await Promise.all([
    nurse.call('home.open', {}),
    nurse.failure('case.open', { caseNo: 'BJ20261102120116000018' }),
  ])
  expect(home.counts).toMatchObject({ ok: false, error: { code: 'UPSTREAM_UNAVAILABLE' } })
  expect(down).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true })
  expect(Date.now() - from).toBeLessThan(16_500)
}, 60_000)

test.each([
  ['html', 200, 'UPSTREAM_UNAVAILABLE'],
  ['empty', 200, 'UPSTREAM_UNAVAILABLE'],
  ['truncated', 200, 'UPSTREAM_UNAVAILABLE'],
  ['unknown-code', 200, 'UPSTREAM_REJECTED'],
  ['status', 403, 'UPSTREAM_UNAVAILABLE'],
] as const)('%s (HTTP %d): a failure is told, never an empty list', async (kind, status, code) => {
  system.provider.faults.set({ match: { functionNo: 19 }, kind, status })
  const failure = await nurse.failure('case.list', CASES)
  expect(failure.code).toBe(code)
  expect(failure.upstream).toBeDefined()
})

test.each([{ kind: 'status', status: 503 } as const, { kind: 'down' } as const])(
  '%o is tried again first',
  async (fault) => {
    system.provider.faults.set({ match: { functionNo: 18 }, ...fault, times: 1 })
    expect(await nurse.call('case.list', CASES)).toHaveProperty('counts')
  },
)

test('one part of the first page fails alone', async () => {
  system.provider.faults.set({ match: { functionNo: 18 }, kind: 'html', status: 200 })
  const home = await nurse.call('home.open', {})
  expect(home.counts).toMatchObject({ ok: false, error: { code: 'UPSTREAM_UNAVAILABLE' } })
  expect(home.matters.ok).toBe(true)
  expect(home.drafts.ok).toBe(true)
})

test('an unknown status is shown as the provider names it', async () => {
  const [caseNo] = system.provider.office.listCases().map((brief) => brief.caseNo)
  const all = await Promise.all(
    (['supplement', 'processing', 'finished'] as const).map((category) =>
      nurse.call('case.list', { category, pageNo: 1 }),
    ),
  )
  const own = all.flatMap((list) => list.page.rows)[0]?.caseNo ?? caseNo ?? ''
  system.provider.office.setStatus(own, '37', '专家评审中')
  const { progress } = await nurse.call('case.open', { caseNo: own })
  expect(progress.status).toEqual({ code: '37', name: '专家评审中', known: false, turn: 'unknown' })
})

test('a page waits for its independent questions together, not one after the other', async () => {
  for (const functionNo of [18, 19]) {
    system.provider.faults.set({ match: { functionNo }, kind: 'slow', delayMs: 400, times: 1 })
  }
  await nurse.call('case.list', CASES)
  const [one, other] = system.provider
    .requests()
    .filter(({ functionNo }) => functionNo === 18 || functionNo === 19)
    .slice(0, 2)
    .map(({ at, ms }) => ({ from: at - ms, until: at }))
  if (one === undefined || other === undefined) throw new Error('the provider was not asked twice')
  // Each was asked before the other was answered.
  expect(one.from).toBeLessThan(other.until)
  expect(other.from).toBeLessThan(one.until)
})

test('warm calls share connections', async () => {
  await nurse.call('home.open', {})
  const before = system.provider.stats()
  for (let n = 0; n < 10; n += 1) await nurse.call('home.open', {})
  const after = system.provider.stats()
  const asked = after.requests - before.requests
  expect(asked).toBeGreaterThanOrEqual(20)
  // How many questions meet, and need a connection each, is a matter of the moment.
  expect(after.connections - before.connections).toBeLessThan(asked / 10)
}, 60_000)
