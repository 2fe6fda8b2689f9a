import { type IssuedDocument } from '../../miniprogram/shared/domain/case'
import { textOf, readPdf } from '../support/pdf-text'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { completeDraft, NURSE } from './support/nurse'

let system: System
let nurse: Citizen
let other: Citizen
let caseNo: string
beforeAll(async () => {
  system = await startSystem({ rateLimits: false })
  nurse = new Citizen(system, 'nurse')
  await nurse.bind(NURSE.account)
  other = new Citizen(system, 'other')
  await other.bind('13000000103')
  caseNo = (await nurse.call('case.list', { category: 'finished', pageNo: 1 })).page.rows[0]?.caseNo ?? ''
}, 90_000)
afterEach(() => system.provider.faults.clear())
afterAll(() => system.close())

const documentsOf = async (who = nurse, number = caseNo): Promise<readonly IssuedDocument[]> =>
  (await who.call('case.open', { caseNo: number })).progress.documents
const idOf = (documents: readonly IssuedDocument[], wanted: string): string =>
  documents.find(({ name }) => name === wanted)?.documentId ?? ''

test('a case names its documents; one on paper has no file', async () => {
  const documents = await documentsOf()
  expect(documents.map(({ name }) => name)).toEqual(['受理通知书', '准予许可决定书', '护士执业证书'])
  expect(documents.map(({ documentId }) => documentId !== undefined)).toEqual([false, true, true])
})

test('the licence is opened through our storage, whole and as a PDF, and does not stay', async () => {
  const documentId = idOf(await documentsOf(), '护士执业证书')
  const opened = await nurse.call('document.preview', { caseNo, documentId })
  expect(opened.fileName).toBe('护士执业证书.pdf')
  expect(new URL(opened.url).origin).not.toBe(new URL(system.provider.url).origin)
  expect(new URL(opened.url).pathname).toMatch(/\.pdf$/)
  const bytes = Buffer.from(await (await fetch(opened.url)).arrayBuffer())
  expect(textOf(readPdf(bytes))).toContain('护士执业证书')
  const { update, count } = databaseOf(system)
  await update('temporary_files', { purpose: 'preview' }, { createdAt: Date.now() - 3_700_000 })
  await system.cloud.runInConsole('scheduler', { job: 'clean-up' })
  expect(await count('temporary_files', { purpose: 'preview' })).toMatchObject({ total: 0 })
})

test('another’s document, one of another case, a file that is none, and missing ones answer the same', async () => {
  const documentId = idOf(await documentsOf(), '护士执业证书')
  const missing = await nurse.failure('document.preview', { caseNo: 'BJ0', documentId })
  expect(missing.code).toBe('NOT_FOUND')
  const { page } = await nurse.call('case.list', { category: 'processing', pageNo: 1 })
  const same = { ...missing, requestId: undefined }
  const asked = [
    await other.failure('document.preview', { caseNo, documentId }),
    await nurse.failure('document.preview', { caseNo: page.rows[0]?.caseNo ?? '', documentId }),
    await nurse.failure('document.preview', { caseNo, documentId: 'FJ0' }),
  ]
  for (const failure of asked) expect({ ...failure, requestId: undefined }).toEqual(same)
})

test('the documents of all cases, the case that was filed last first; a case without any is counted', async () => {
  const { cases, total, more, account } = await nurse.call('document.list', { pageNo: 1 })
  expect(account.active).toBe('person')
  expect([total, more]).toEqual([3, false])
  const submitted = cases.map(({ submittedAt }) => submittedAt)
  expect(submitted).toEqual([...submitted].sort().reverse())
  const names = cases.map(({ documents }) => (documents.ok ? documents.value.map(({ name }) => name) : []))
  expect(names).toEqual([[], ['受理通知书'], ['护士执业证书', '准予许可决定书', '受理通知书']])
  expect(await nurse.call('document.list', { pageNo: 20 })).toMatchObject({ cases: [], more: false })
  expect(await nurse.code('document.list', { pageNo: 21 })).toBe('INVALID_INPUT')
})

test('pages follow each other without a gap or a repetition', async () => {
  for (const startKey of ['more-cases-1', 'more-cases-2', 'more-cases-3']) {
    await nurse.call('declaration.submit', await completeDraft(nurse, startKey))
  }
  const first = await nurse.call('document.list', { pageNo: 1 })
  const second = await nurse.call('document.list', { pageNo: 2 })
  expect([first.cases.length, first.more, second.cases.length, second.more]).toEqual([5, true, 1, false])
  const seen = [first, second].flatMap(({ cases }) => cases)
  expect(new Set(seen.map((one) => one.caseNo)).size).toBe(first.total)
  const submitted = seen.map(({ submittedAt }) => submittedAt)
  expect(submitted).toEqual([...submitted].sort().reverse())
}, 90_000)

test('cases that cannot be read now say so; the others are shown', async () => {
  system.provider.faults.set({ match: { functionNo: 27 }, kind: 'status', status: 403, times: 1 })
  const { cases } = await nurse.call('document.list', { pageNo: 1 })
  expect(cases).toHaveLength(5)
  expect(cases.filter(({ documents }) => !documents.ok)).toHaveLength(1)
})
