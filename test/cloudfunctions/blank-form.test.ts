import { openidOf } from '../../sandbox/cloud'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'

let system: System
beforeAll(async () => {
  system = await startSystem()
}, 60_000)
afterAll(() => system.close())
afterEach(() => system.provider.faults.clear())

const FREIGHT = 'SX120116000001'
const NURSE = 'SX120116000014'
const SAFETY_RULES = 'CL12011600000108'
const asks = (times: number) => ({ match: { functionNo: 2 }, times })
const input = (kind: 'blank' | 'sample' = 'blank') => ({ matterId: FREIGHT, materialId: SAFETY_RULES, kind })

test('anybody gets the blank form and the sample, without an account, from a short-lived address', async () => {
  const visitor = new Citizen(system, 'visitor')
  const names = { blank: '安全生产管理制度文本（空表）.docx', sample: '安全生产管理制度文本（样表）.docx' }
  for (const kind of ['blank', 'sample'] as const) {
    const { url, fileName, expiresAt } = await visitor.call('matter.blankForm', input(kind))
    expect(fileName).toBe(names[kind])
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now())
    expect(Date.parse(expiresAt)).toBeLessThan(Date.now() + 11 * 60_000)
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
    expect(new URL(url).pathname).toMatch(/\.docx$/)
  }
  // The clean-up knows of them, though they belong to no account.
  const rows = await databaseOf(system).rows('temporary_files', { openid: openidOf('visitor') })
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatchObject({ purpose: 'blank-form', userId: '', draftId: '', materialId: SAFETY_RULES })
})

test('a material of another matter, one without such a file, and one that nobody knows are not found', async () => {
  const visitor = new Citizen(system, 'visitor')
  const { materials } = await visitor.call('matter.open', { matterId: FREIGHT })
  const without = materials.ok ? materials.value.find(({ blankForm }) => blankForm === undefined) : undefined
  // None of these asks the provider for a file: its answer would be another one.
  system.provider.faults.set({ match: { functionNo: 2 }, kind: 'unknown-code' })
  for (const wrong of [
    { ...input(), matterId: NURSE },
    { ...input(), materialId: without?.materialId ?? '' },
    { ...input(), materialId: 'CL00000000000000' },
  ]) {
    expect(await visitor.code('matter.blankForm', wrong)).toBe('NOT_FOUND')
  }
})

test.each(['truncated', 'wrong-digest'] as const)('%s once: asked for again, and whole then', async (kind) => {
  system.provider.faults.set({ ...asks(1), kind })
  const { url } = await new Citizen(system, 'patient').call('matter.blankForm', input())
  expect((await fetch(url)).status).toBe(200)
})

test('a file that stays damaged is refused, and nothing of it is offered', async () => {
  const unlucky = new Citizen(system, 'unlucky')
  system.provider.faults.set({ match: { functionNo: 2 }, kind: 'wrong-digest' })
  const failure = await unlucky.failure('matter.blankForm', input())
  expect(failure).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true })
  expect(await databaseOf(system).rows('temporary_files', { openid: openidOf('unlucky') })).toEqual([])
}, 30_000)

test('a gateway that knows no such address is a failure of the provider', async () => {
  system.provider.faults.set({ match: { functionNo: 2 }, kind: 'status', status: 404 })
  expect(await new Citizen(system, 'unlucky').code('matter.blankForm', input())).toMatch(/^UPSTREAM_|^NOT_FOUND$/)
})
