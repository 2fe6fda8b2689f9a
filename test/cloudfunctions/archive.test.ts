import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { materialView } from '../../miniprogram/packages/declare/upload/material-view'
import { type CaseArchive } from '../../miniprogram/shared/domain/archive'
import { type Material } from '../../miniprogram/shared/domain/matter'
import { type Promises } from '../../miniprogram/shared/domain/promise'
import { listEntries } from '../../cloudfunctions/domain/archive/entries'
import { lacksOf } from '../../cloudfunctions/domain/archive/lacks'
import { unpackForPhone } from '../../cloudfunctions/domain/archive/unpack'
import { checklistOf } from '../../cloudfunctions/domain/declaration/promises'
import { PROMISE_FORM_ID } from '../../cloudfunctions/matters/ids'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { FREIGHT } from './support/freight'
import { NURSE } from './support/nurse'
import { zip } from './support/office-files'

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

describe('a zip from elsewhere', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const written = (bytes: Buffer): string => {
    const path = join(folder, `${Math.random()}`)
    writeFileSync(path, bytes)
    return path
  }
  const unpack = async (bytes: Buffer): Promise<void> => {
    const path = written(bytes)
    const [entry] = await listEntries(path)
    if (!entry) throw new Error('no entry')
    await unpackForPhone(path, entry.zipped, `${path}.out`)
  }

  test('is listed without folders and without ways out of it', async () => {
    const parts = ['../../evil.pdf', 'a/', '__MACOSX/a.pdf', 'x/y/b.jpg'].map((name) => ({ name, content: 'x' }))
    const entries = await listEntries(written(zip(parts)))
    expect(entries.map(({ index, folder: within, name }) => [index, within, name])).toEqual([
      [0, '', 'evil.pdf'],
      [3, 'x/y', 'b.jpg'],
    ])
  })

  test('names in GBK are read', async () => {
    // 照片 in GBK, as the tools write it that do not say UTF-8.
    const bytes = zip([{ name: 'AAAA.jpg', content: 'x' }])
    const gbk = Buffer.from([0xd5, 0xd5, 0xc6, 0xac])
    for (let at = bytes.indexOf('AAAA'); at >= 0; at = bytes.indexOf('AAAA')) gbk.copy(bytes, at)
    expect((await listEntries(written(bytes))).map(({ name }) => name)).toEqual(['照片.jpg'])
  })

  test('what is damaged, encrypted or larger than it says is refused; a torn zip is no list', async () => {
    const good = zip([{ name: 'a.pdf', content: 'hello hello hello' }])
    await expect(unpack(good)).resolves.toBeUndefined()
    const damaged = Buffer.from(good)
    damaged[36] = (damaged[36] ?? 0) ^ 0xff
    const refused = { code: 'FILE_REFUSED' }
    await expect(unpack(damaged)).rejects.toMatchObject(refused)
    await expect(unpack(zip([{ name: 'a.pdf', content: 'x'.repeat(900), claims: 5 }]))).rejects.toMatchObject(refused)
    await expect(unpack(zip([{ name: 'a.pdf', content: 'x', encrypted: true }]))).rejects.toMatchObject(refused)
    await expect(unpack(zip([{ name: 'a.pdf', content: 'x', claims: 60_000_000 }]))).rejects.toMatchObject(refused)
    await expect(listEntries(written(good.subarray(0, 40)))).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' })
  })
})

describe('what the zip lacks', () => {
  const ASKED: Material = {
    materialId: 'm',
    name: '材料',
    kind: 'attachment',
    necessity: 'required',
    minCount: 1,
    maxCount: 3,
    fileTypes: ['pdf'],
    maxSizeBytes: 1,
    shareable: false,
    promisable: true,
  }
  const material = (name: string, more: object = {}) => ({
    materialId: name,
    name,
    isForm: false,
    isPromised: false,
    files: [] as { fileName: string; size: number }[],
    ...more,
  })
  const contents = (materials: ReturnType<typeof material>[]) => ({
    caseNo: 'BJ1',
    matterName: '',
    statusName: '',
    materials,
  })
  const entry = (name: string, size: number, folder = '') => ({ index: 0, folder, name, size })

  test('files are told by name, or else by size and type; each counts once', () => {
    const files = [
      { fileName: '照片.jpg', size: 10 },
      { fileName: '照片.jpg', size: 10 },
      { fileName: '证明.pdf', size: 77 },
    ]
    const found = [entry('照片.jpg', 10), entry('3_1.pdf', 77)]
    expect(lacksOf(contents([material('照片', { files })]), found)).toEqual([
      { kind: 'file', material: '照片', fileName: '照片.jpg' },
    ])
  })

  test('forms, promises, and what the matter asks for and the case never had', () => {
    const materials = [
      material('申请表', { isForm: true }),
      material('承诺书', { isForm: true }),
      material('设备证明', { isPromised: true }),
    ]
    const asked = (['required', 'optional'] as const).map((necessity) => ({
      ...ASKED,
      materialId: necessity,
      name: `${necessity}材料`,
      necessity,
    }))
    expect(lacksOf(contents(materials), [entry('申请表.pdf', 9)], { materials: asked, promised: [] })).toEqual([
      { kind: 'form', material: '承诺书' },
      { kind: 'promised', material: '设备证明' },
      { kind: 'missing', material: 'required材料' },
    ])
  })

  const necessities = ['required', 'tolerated', 'optional', 'unknown'] as const
  test.each(
    necessities.flatMap((necessity) =>
      [false, true].flatMap((shareable) => [false, true].map((isPromised) => ({ necessity, shareable, isPromised }))),
    ),
  )('says the same as the upload page said: %j', ({ necessity, shareable, isPromised }) => {
    const asked = { ...ASKED, necessity, shareable }
    const promises: Promises = {
      offers: [{ ...asked, kind: 'tolerance', promised: isPromised }],
      barred: '',
      letter: 'letter',
    }
    const promised = isPromised ? [asked.materialId] : []
    const lacks = lacksOf(contents([]), [], { materials: [asked], promised })
    const mayBeLeftOut = materialView(asked, [], [], promises).enough
    expect(lacks.some(({ kind }) => kind === 'missing')).toBe(!mayBeLeftOut)
    expect(lacks.some(({ kind }) => kind === 'promised')).toBe(isPromised)
  })

  test('a form that must come; of the letter of promise only when something was promised', () => {
    const form = { ...ASKED, kind: 'form' as const, name: '申请表' }
    const letter = { ...form, materialId: 'letter', name: '承诺书', formId: PROMISE_FORM_ID }
    const row = { matterId: 'x', materials: [form, letter] }
    const missing = (promisedMaterialIds: readonly string[]) =>
      lacksOf(contents([]), [], checklistOf({ ...row, promisedMaterialIds })).map((lack) => lack.material)
    expect(missing([])).toEqual(['申请表'])
    expect(missing(['photo'])).toEqual(['申请表', '承诺书'])
  })
})
