import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ERASABLE_KINDS, type KeptKind } from '../../miniprogram/shared/domain/own-data'
import { withFileBytes } from '../../cloudfunctions/files/file-bytes'
import { readZipDirectory } from '../../cloudfunctions/files/zip-directory'
import { unpackInMemory } from '../../cloudfunctions/files/zip-unpack'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { completeDraft, NURSE, open, start } from './support/nurse'
import { CALLBACK } from './support/push'
import { storedTexts } from './support/stored'

/** 我的数据: what is kept is counted, handed out, and removed when she wants it; nothing of anybody else is touched. */

let system: System
beforeAll(async () => {
  system = await startSystem({ rateLimits: false })
  system.provider.pushes.to(system.cloud.url + CALLBACK, { everyMs: 0 })
}, 60_000)
afterEach(() => system.provider.faults.clear())
afterAll(() => system.close())

const counts = (kept: readonly { readonly kind: KeptKind; readonly count: number }[]) =>
  Object.fromEntries(kept.map(({ kind, count }) => [kind, count]))
const rowsOf = ({ openid }: Citizen, collection: string) => databaseOf(system).rows(collection, { openid })
const fire = (job: string) => system.cloud.runInConsole('scheduler', { job })

/** Somebody who has filed a case, heard of it, and has another draft. */
async function filer(id: string) {
  const citizen = new Citizen(system, id)
  await citizen.bind(NURSE.account)
  const { draftId: filed, version } = await completeDraft(citizen, `${id}-filed`)
  const outcome = await citizen.call('declaration.submit', { draftId: filed, version })
  if (outcome.state !== 'submitted') throw new Error(outcome.state)
  const { caseNo } = outcome.receipt
  await citizen.call('case.open', { caseNo })
  for (const action of ['preReview', 'accept'] as const) system.provider.office.act(caseNo, action, {})
  await system.provider.pushes.deliverDue()
  await fire('events')
  const { draftId } = await start(citizen, `${id}-open`)
  return { citizen, filed, draftId, caseNo }
}

/** Name → content of each file of a zip. */
async function unzipped(zip: Buffer): Promise<ReadonlyMap<string, string>> {
  const path = join(tmpdir(), `own-data-${process.pid}.zip`)
  await writeFile(path, zip)
  return withFileBytes(path, async (file) => {
    const parts = ((await readZipDirectory(file))?.entries ?? []).map(
      async (entry) => [entry.name, (await unpackInMemory(file, entry, 1_000_000)).toString()] as const,
    )
    return new Map(await Promise.all(parts))
  })
}

/** The only files of storage that are somebody's uploads. */
const uploads = () => system.cloud.storedFiles().filter(({ path }) => path.startsWith('uploads/')).length

test('says how much of what is kept, and until when; to a stranger nothing', async () => {
  const { citizen } = await filer('counts')
  const { kept } = await citizen.call('data.open', {})
  expect(counts(kept)).toMatchObject({ identities: 1, drafts: 1, cases: 1, reminders: 0 })
  expect(kept.find(({ kind }) => kind === 'messages')?.count).toBeGreaterThan(0)
  expect(kept.find(({ kind }) => kind === 'files')?.count).toBeGreaterThan(3)
  expect(kept.map(({ until }) => until)).toContain('最后一次改动后 180 天')
  expect(await new Citizen(system, 'stranger').call('data.open', {})).toMatchObject({ kept: [] })
})

test('each kind goes by itself, and what was filed stays', async () => {
  const { citizen, filed, caseNo } = await filer('kinds')
  const other = await filer('beside')
  const before = counts((await other.citizen.call('data.open', {})).kept)
  for (const kind of ERASABLE_KINDS) {
    expect(counts((await citizen.call('data.delete', { kind })).kept)[kind]).toBe(0)
  }
  expect(counts((await other.citizen.call('data.open', {})).kept)).toEqual(before)
  const opened = await open(citizen, filed)
  expect(opened.attachments.map(({ state }) => state)).not.toContain('queued')
  expect((await citizen.call('case.open', { caseNo })).progress.caseNo).toBe(caseNo)
  // The provider has what storage has not any more.
  const [file] = opened.attachments
  expect((await citizen.call('attachment.preview', { attachmentId: file?.attachmentId ?? '' })).url).toContain('http')
})

test('all of it comes as a page and as JSON, opened; no token is in it, and nothing of anybody else', async () => {
  const { citizen, caseNo } = await filer('exported')
  const { url, fileName, bytes } = await citizen.call('data.export', {})
  expect(fileName).toMatch(/^我的数据-\d{4}-\d\d-\d\d\.zip$/)
  const zip = Buffer.from(await (await fetch(url)).arrayBuffer())
  expect(zip.length).toBe(bytes)
  const entries = await unzipped(zip)
  expect([...entries.keys()].sort()).toEqual(['我的数据.html', '我的数据.json'])
  const page = entries.get('我的数据.html') ?? ''
  for (const text of ['虞青禾', '120116199607210042', '13000000102', caseNo, '草稿，尚未提交', '已受理']) {
    expect(page).toContain(text)
  }
  const json = JSON.parse(entries.get('我的数据.json') ?? '') as Record<string, readonly object[]>
  expect(json['草稿和申报']).toHaveLength(2)
  expect(JSON.stringify(json)).not.toMatch(/userToken|refreshToken|openid/)
})

test('who leaves is gone: nothing of hers is left but pseudonyms, and a colleague of the same account is untouched', async () => {
  const { citizen, caseNo } = await filer('leaver')
  const colleague = await filer('colleague')
  const before = uploads()
  expect(await citizen.call('data.leave', {})).toEqual({ account: { active: null, identities: [] }, isDone: true })
  expect(uploads()).toBeLessThan(before)
  const texts = await storedTexts(system)
  const hers = texts.filter(({ text }) => text.includes(citizen.openid))
  // What may still arrive goes within the hour; that she had consented is proved for three years (stores/retention.ts).
  const known = ['temporary_files', 'consents']
  expect(hers.filter(({ collection }) => !known.includes(collection))).toEqual([])
  expect(await rowsOf(citizen, 'former_owners')).toEqual([])
  expect(counts((await colleague.citizen.call('data.open', {})).kept)).toMatchObject({ drafts: 1, cases: 1 })
  // The case itself is the provider's: she finds it when she comes back, and no draft.
  await citizen.bind(NURSE.account)
  expect((await citizen.call('case.open', { caseNo })).progress.caseNo).toBe(caseNo)
  expect(counts((await citizen.call('data.open', {})).kept)).toMatchObject({ drafts: 0, messages: 0 })
})

test('while the outcome of something is open nobody is let go, and nothing is removed', async () => {
  const citizen = new Citizen(system, 'open-outcome')
  await citizen.bind(NURSE.account)
  const { draftId } = await start(citizen, 'open-outcome')
  await databaseOf(system).update('declarations', { _id: draftId }, { state: 'confirming' })
  expect(await citizen.failure('data.leave', {})).toMatchObject({
    code: 'STATE_CHANGED',
    message: expect.stringContaining('还有 1 件的提交结果在确认') as string,
  })
  expect((await citizen.call('account.get', {})).identities).toHaveLength(1)
  expect(await rowsOf(citizen, 'declarations')).toHaveLength(1)
})

test('what breaks off is finished by the scheduler', async () => {
  const { citizen, draftId } = await filer('broken-off')
  // As a function that was killed after its first step leaves it.
  const [binding] = await rowsOf(citizen, 'bindings')
  await databaseOf(system).add('former_owners', {
    _id: 'broken-off',
    openid: citizen.openid,
    userId: binding?.['userId'],
    subjectType: 'person',
    eraseAt: Date.now() - 1,
    asked: true,
  })
  await databaseOf(system).remove('bindings', { openid: citizen.openid })
  await fire('clean-up')
  expect(await databaseOf(system).rows('declarations', { _id: draftId })).toEqual([])
  expect(await rowsOf(citizen, 'attachments')).toEqual([])
})
