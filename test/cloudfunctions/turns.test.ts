import { type CaseBrief, type CasePage } from '../../miniprogram/shared/domain/case'
import { workingDaysLeft } from '../../cloudfunctions/calendar/working-days'
import { toCasesOfTurn } from '../../cloudfunctions/domain/case/turns'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { NURSE } from './support/nurse'

let system: System
let nurse: Citizen
beforeAll(async () => {
  system = await startSystem({ rateLimits: false })
  nurse = new Citizen(system, 'nurse')
  await nurse.bind(NURSE.account)
}, 90_000)
afterEach(() => system.provider.faults.clear())
afterAll(() => system.close())

const NOON = Date.parse('2026-11-30T12:00:00+08:00')

test('working days until a deadline: the last day counts, today does not', () => {
  const left = (deadline: string) => workingDaysLeft(deadline, NOON)
  expect(left('2026-12-03T17:00:00+08:00')).toEqual({ days: 3, estimated: false })
  // A weekend between.
  expect(left('2026-12-07T17:00:00+08:00')).toEqual({ days: 5, estimated: false })
  expect(left('2027-03-01T17:00:00+08:00')).toMatchObject({ estimated: true })
  expect(left('2026-11-30T17:00:00+08:00')).toBeUndefined()
  expect(left('2026-11-29T17:00:00+08:00')).toBeUndefined()
  expect(left('soon')).toBeUndefined()
  expect(workingDaysLeft(undefined, NOON)).toBeUndefined()
})

const brief = (caseNo: string, more: Partial<CaseBrief>): CaseBrief => ({
  caseNo,
  matterId: 'SX',
  matterName: '护士执业注册',
  status: { code: '30', name: '已受理', known: true, turn: 'office' },
  submittedAt: '2026-11-02T10:00:00+08:00',
  ...more,
})
const asked = { code: '28', name: '待补正', known: true, turn: 'applicant' as const }
const pageOf = (rows: readonly CaseBrief[], total = rows.length): CasePage => ({ total, pageNo: 1, pageSize: 50, rows })

test('what waits for the applicant: soonest first, without a day last, a case of both lists once', () => {
  const supplements = pageOf([
    brief('late', { status: asked, supplementDeadline: '2026-12-10T17:00:00+08:00' }),
    brief('undated', { status: asked }),
    brief('both', { status: asked, supplementDeadline: '2026-12-04T17:00:00+08:00' }),
  ])
  const promises = pageOf([
    brief('both', { status: asked, supplementDeadline: '2026-12-04T17:00:00+08:00' }),
    brief('promise', { promiseDeadline: '2026-12-01T17:00:00+08:00' }),
  ])
  const { total, cases } = toCasesOfTurn(supplements, promises, NOON)
  expect(total).toBe(4)
  expect(cases.map(({ caseNo, workingDaysLeft: left }) => [caseNo, left?.days])).toEqual([
    ['promise', 1],
    ['both', 4],
    ['late', 8],
  ])
})

test('home says what is my turn, what I may rate, and whom to call; each part fails alone', async () => {
  const home = await nurse.call('home.open', {})
  if (!home.turns?.ok || !home.toRate?.ok) throw new Error('a part failed')
  expect(home.turns.value.total).toBeGreaterThan(0)
  expect(home.turns.value.cases[0]).toMatchObject({ status: { turn: 'applicant' } })
  expect(home.phone).toBe('022-00000001')
  const rateable = home.toRate.value
  expect(rateable.every(({ finishedAt }) => finishedAt !== undefined)).toBe(true)

  system.provider.faults.set({ match: { functionNo: 19 }, kind: 'html', status: 200 })
  const without = await nurse.call('home.open', {})
  expect(without.turns).toMatchObject({ ok: false })
  expect(without.toRate).toMatchObject({ ok: false })
  expect(without.counts?.ok).toBe(true)
  const nobody = await new Citizen(system, 'visitor').call('home.open', {})
  expect([nobody.turns, nobody.toRate]).toEqual([null, null])
})

test('what was finished lately may be rated, until it was', async () => {
  const home = await nurse.call('home.open', {})
  if (!home.toRate?.ok) throw new Error('a part failed')
  const before = home.toRate.value.map(({ caseNo }) => caseNo)
  const { page } = await nurse.call('case.list', { category: 'processing', pageNo: 1 })
  const caseNo = page.rows[0]?.caseNo ?? ''
  system.provider.office.setStatus(caseNo, '32')
  system.provider.office.setStatus(caseNo, '90')
  const rateable = async () => {
    const { toRate } = await nurse.call('home.open', {})
    return toRate?.ok ? toRate.value.map((one) => one.caseNo) : []
  }
  expect(before).not.toContain(caseNo)
  expect(await rateable()).toContain(caseNo)
  await nurse.call('evaluation.submit', { caseNo, score: 5, optionCodes: [], comment: '' })
  expect(await rateable()).not.toContain(caseNo)
})

test('a case that waits for its applicant says for what and until when', async () => {
  const { page } = await nurse.call('case.list', { category: 'supplement', pageNo: 1 })
  const [row] = page.rows
  const opened = await nurse.call('case.open', { caseNo: row?.caseNo ?? '' })
  if (!opened.asked?.ok) throw new Error('nothing asked')
  expect(opened.asked.value[0]).toMatchObject({ kind: 'supplement', items: [{ name: expect.any(String) as string }] })
  expect(opened.asked.value[0]?.deadline).toBe(row?.supplementDeadline)
  system.provider.faults.set({ match: { functionNo: 22 }, kind: 'html', status: 200 })
  const without = await nurse.call('case.open', { caseNo: row?.caseNo ?? '' })
  expect(without.asked).toMatchObject({ ok: false })
  const { page: finished } = await nurse.call('case.list', { category: 'finished', pageNo: 1 })
  const other = await nurse.call('case.open', { caseNo: finished.rows[0]?.caseNo ?? '' })
  expect(other).not.toHaveProperty('asked')
})

test('a list of cases that nobody chose is the first that needs the citizen', async () => {
  const opened = await nurse.call('case.list', { pageNo: 1 })
  expect(opened.category).toBe('supplement')
  expect(opened.page.rows[0]).toMatchObject({ status: { turn: 'applicant' } })
  for (const { caseNo } of opened.page.rows) system.provider.office.act(caseNo, 'receiveSupplement')
  const after = await nurse.call('case.list', { pageNo: 1 })
  expect(after.category).toBe('processing')
  expect(after.page.total).toBe(after.counts.processing)
})

test('the counts fail alone: the lists say how many they have; the lists fail: asked partly, what is ours comes without them', async () => {
  const nurse = new Citizen(system, 'turns-parts')
  await nurse.bind(NURSE.account)
  const { counts } = await nurse.call('case.list', { pageNo: 1 })
  system.provider.faults.set({ match: { functionNo: 18 }, kind: 'status', status: 503 })
  expect((await nurse.call('case.list', { pageNo: 1 })).counts).toEqual(counts)
  expect((await nurse.call('case.list', { category: 'finished', pageNo: 1 })).counts).toEqual(counts)
  system.provider.faults.clear()
  system.provider.faults.set({ match: { functionNo: 19 }, kind: 'status', status: 503 })
  const partly = await nurse.call('case.list', { pageNo: 1, partly: true })
  expect(partly).toMatchObject({ failed: { code: 'UPSTREAM_UNAVAILABLE' }, page: { rows: [] }, unfinished: [] })
  expect(await nurse.code('case.list', { pageNo: 1 })).toBe('UPSTREAM_UNAVAILABLE')
  system.provider.faults.clear()
}, 60_000)
