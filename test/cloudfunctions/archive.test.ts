import type { CaseArchive } from '../../miniprogram/shared/domain/archive'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { FREIGHT } from './support/freight'
import { NURSE } from './support/nurse'

let system: System
let nurse: Citizen
let caseNo: string
beforeAll(async () => {
  // Six times a minute for a case (contract chapter 11) would make these tests wait; test/sandbox has the limit itself.
  system = await startSystem({ rateLimits: false })
  nurse = new Citizen(system, 'nurse')
  await nurse.bind(NURSE.account)
  caseNo = (await nurse.call('case.list', { category: 'finished', pageNo: 1 })).page.rows[0]?.caseNo ?? ''
}, 90_000)
afterEach(() => system.provider.faults.clear())
afterAll(() => system.close())

const fault = (
  functionNo: number,
  kind: 'slow' | 'status' | 'html' | 'truncated' | 'wrong-digest',
  more: object = {},
) => system.provider.faults.set({ match: { functionNo }, kind, ...more })

/** Asks as the page does, until the zip is there. */
async function fetched(who = nurse, number = caseNo): Promise<CaseArchive> {
  for (let n = 0; n < 20; n += 1) {
    const answer = await who.call('archive.fetch', { caseNo: number })
    if (answer.state === 'ready') {
      expect(answer.lacks).toEqual({ ok: true, value: [] })
      return answer.archive
    }
    expect(answer.retryAfterMs).toBeGreaterThan(0)
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  throw new Error('the zip was never packed')
}

test('packing is said with its wait; then the zip is here whole, listed, and can be fetched by its owner', async () => {
  expect(await nurse.call('archive.fetch', { caseNo })).toEqual({ state: 'packing', retryAfterMs: 2000 })
  const archive = await fetched()
  expect(archive.fileName).toBe(`${caseNo}-全部材料.zip`)
  expect(archive.entries.map(({ folder }) => folder)).toContain('电子表单')
  expect(archive.entries.map(({ name }) => name)).toContain('虚构样例.pdf')
  expect(archive.total).toBe(archive.entries.length)
  const { contents } = await nurse.call('archive.open', { caseNo })
  expect(contents.materials.flatMap(({ files }) => files).map(({ fileName }) => fileName)).toEqual(['虚构样例.pdf'])
  const { url } = await nurse.call('archive.link', { archiveId: archive.archiveId })
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
  expect(bytes.length).toBe(archive.size)
  expect(bytes.toString('latin1', 0, 2)).toBe('PK')
}, 90_000)

test('an enterprise takes the zip of its own case', async () => {
  const clerk = new Citizen(system, 'clerk')
  await clerk.bind('shiguangli', 'enterprise')
  const { page } = await clerk.call('case.list', { category: 'processing', pageNo: 1 })
  const archive = await fetched(clerk, page.rows[0]?.caseNo)
  expect(archive.entries.length).toBeGreaterThan(0)
}, 90_000)

test('one file of it is opened without asking the provider again', async () => {
  const archive = await fetched()
  const asked = system.log.filter((line) => line.includes('"no":32')).length
  const pdf = archive.entries.find(({ name }) => name === '虚构样例.pdf')
  const opened = await nurse.call('archive.preview', { archiveId: archive.archiveId, index: pdf?.index ?? -1 })
  expect(opened.fileName).toBe('虚构样例.pdf')
  expect(new URL(opened.url).pathname).toMatch(/\.pdf$/)
  const text = await (await fetch(opened.url)).text()
  expect(text).toContain('FICTIONAL SAMPLE')
  const form = archive.entries.find(({ folder }) => folder === '电子表单')
  const printed = await nurse.call('archive.preview', { archiveId: archive.archiveId, index: form?.index ?? -1 })
  expect((await (await fetch(printed.url)).text()).slice(0, 5)).toBe('%PDF-')
  expect(system.log.filter((line) => line.includes('"no":32')).length).toBe(asked)
  expect(await nurse.code('archive.preview', { archiveId: archive.archiveId, index: 60_000 })).toBe('NOT_FOUND')
}, 90_000)

test('the clean-up takes it after an hour; then it is not found', async () => {
  const { archiveId } = await fetched()
  const { update, rows } = databaseOf(system)
  await update('temporary_files', { _id: archiveId }, { createdAt: Date.now() - 3_700_000 })
  await system.cloud.runInConsole('scheduler', { job: 'clean-up' })
  expect(await rows('temporary_files', { _id: archiveId })).toEqual([])
  expect(await nurse.code('archive.link', { archiveId })).toBe('NOT_FOUND')
}, 90_000)

test.each([
  ['truncated', {}],
  ['wrong-digest', {}],
  ['html', { status: 200 }],
  ['status', { status: 403 }],
] as const)(
  '%s: nothing is kept, and it can be tried again',
  async (kind, more) => {
    await fetched()
    const before = await databaseOf(system).count('temporary_files', { purpose: 'archive' })
    fault(32, kind, more)
    expect(await nurse.failure('archive.fetch', { caseNo })).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      retryable: true,
    })
    expect(await databaseOf(system).count('temporary_files', { purpose: 'archive' })).toEqual(before)
    system.provider.faults.clear()
    await fetched()
  },
  120_000,
)

test('a download that is cut off once is taken again by itself; a slow one is waited for', async () => {
  await fetched()
  fault(32, 'truncated', { times: 1 })
  expect(await nurse.call('archive.fetch', { caseNo })).toMatchObject({ state: 'ready' })
  fault(32, 'slow', { delayMs: 3000, times: 1 })
  expect(await nurse.call('archive.fetch', { caseNo })).toMatchObject({ state: 'ready' })
}, 90_000)

test('asked too often, it is a wait and no failure', async () => {
  fault(32, 'status', { status: 429 })
  expect(await nurse.call('archive.fetch', { caseNo })).toEqual({ state: 'packing', retryAfterMs: 10_000 })
  // Whose case it is does not depend on how often it was asked for.
  expect(await nurse.code('archive.fetch', { caseNo: 'BJ0' })).toBe('NOT_FOUND')
})

test('the list of materials down: the zip is given all the same', async () => {
  await fetched()
  fault(21, 'html', { status: 200 })
  expect(await nurse.call('archive.fetch', { caseNo })).toMatchObject({ state: 'ready', lacks: { ok: false } })
  expect(await nurse.code('archive.open', { caseNo })).toBe('UPSTREAM_UNAVAILABLE')
}, 90_000)

test('another’s case and zip, the other identity’s, and missing ones answer the same', async () => {
  const { archiveId } = await fetched()
  const other = new Citizen(system, 'other')
  await other.bind('13000000103')
  const missing = await nurse.failure('archive.fetch', { caseNo: 'BJ0' })
  expect(missing.code).toBe('NOT_FOUND')
  expect(await other.failure('archive.fetch', { caseNo })).toEqual(missing)
  expect(await other.failure('archive.open', { caseNo })).toEqual(missing)
  const gone = await nurse.failure('archive.link', { archiveId: '0'.repeat(32) })
  expect(gone.code).toBe('NOT_FOUND')
  expect(await other.failure('archive.link', { archiveId })).toEqual(gone)
  expect(await other.failure('archive.preview', { archiveId, index: 0 })).toEqual(gone)
  await nurse.bind(FREIGHT.account, 'enterprise')
  expect(await nurse.failure('archive.fetch', { caseNo })).toEqual(missing)
  expect(await nurse.failure('archive.link', { archiveId })).toEqual(gone)
  await nurse.call('account.switch', { subjectType: 'person' })
}, 90_000)
