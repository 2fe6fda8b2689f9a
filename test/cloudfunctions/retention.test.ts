import { join } from 'node:path'
import { RETENTION } from '../../cloudfunctions/stores/retention'
import { startSystem } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { pdf } from './support/files'
import { attach, attachMaterials, completeDraft, NURSE, open, start } from './support/nurse'
import { CALLBACK } from './support/push'

/**
 * A year and more: the same real functions, whose clock is set ahead step by step, and their one timer. What has come to its
 * end is gone, and what is needed is there.
 */

const HOUR = 3600_000
const DAY = 24 * HOUR

type Ahead = Awaited<ReturnType<typeof startSystem>>
let system: Ahead
let aheadMs = 0

const citizen = (id: string) => new Citizen(system, id)
const { rows, count } = {
  rows: (collection: string, where: object = {}) => databaseOf(system).rows(collection, where),
  count: async (collection: string, where: object = {}) => (await databaseOf(system).count(collection, where)).total,
}
const paths = () => system.cloud.storedFiles().map(({ path }) => path)
const act = (caseNo: string, ...actions: Parameters<typeof system.provider.office.act>[1][]) => {
  for (const action of actions) system.provider.office.act(caseNo, action, { opinion: '请看清要求' })
}

/** So long after the beginning; every job that is due has run, as often as it takes until none is. */
async function at(ms: number): Promise<void> {
  aheadMs = ms
  Object.assign(system.environment, {
    NODE_OPTIONS: `--require ${join(__dirname, '../support/clock-ahead.cjs')}`,
    CLOCK_AHEAD_MS: String(ms),
  })
  system.cloud.reload()
  await minute()
}
const minute = async () =>
  expect(await system.cloud.fireTimer('scheduler', 'each-minute')).toMatchObject({ ok: true, result: { ok: true } })

beforeAll(async () => {
  system = await startSystem({ now: () => Date.now() + aheadMs })
  system.provider.pushes.to(system.cloud.url + CALLBACK, { everyMs: 0 })
  await at(0)
}, 60_000)
afterAll(() => system.close())

test('a year of two citizens', async () => {
  // One files a case, has another draft with a delivered file and one that is never sent, and is told something.
  const nurse = citizen('nurse')
  await nurse.bind(NURSE.account)
  const { draftId: filed, version } = await completeDraft(nurse, 'year-filed')
  const outcome = await nurse.call('declaration.submit', { draftId: filed, version })
  if (outcome.state !== 'submitted') throw new Error(outcome.state)
  const { caseNo } = outcome.receipt
  await nurse.call('case.open', { caseNo })
  act(caseNo, 'preReview', 'accept')
  await system.provider.pushes.deliverDue()
  await minute()
  await at(61_000)
  expect(await count('messages', { openid: nurse.openid })).toBeGreaterThan(0)
  const { draftId: kept } = await start(nurse, 'year-kept')
  const draft = await open(nurse, kept)
  await attachMaterials(nurse, draft)
  const never = await nurse.call('attachment.begin', {
    draftId: kept,
    materialId: draft.materials.find(({ kind }) => kind === 'attachment')?.materialId ?? '',
    fileName: '没有传.pdf',
    size: 9,
  })

  // Another begins a draft with a file, leaves, and never comes back; a third comes back in time.
  const [leaver, returner] = [citizen('leaver'), citizen('returner')]
  const leftDrafts = await Promise.all(
    [leaver, returner].map(async (one) => {
      await one.bind('13000000103')
      const { draftId } = await start(one, 'year-left')
      const { materials } = await open(one, draftId)
      const place = materials.find(({ kind, fileTypes }) => kind === 'attachment' && fileTypes.includes('pdf'))
      const file = await attach(one, { draftId, materialId: place?.materialId ?? '' }, pdf(`of ${one.id}`))
      await one.call('account.unbind', { subjectType: 'person' })
      return { draftId, path: file.cloudPath }
    }),
  )
  const [left, returned] = leftDrafts
  const uploads = paths().filter((path) => path.startsWith('uploads/'))
  expect(uploads.length).toBeGreaterThan(4)

  // A day: what was never sent is gone, all else is there.
  await at(DAY)
  expect(await rows('attachments', { _id: never.attachment.attachmentId })).toEqual([])
  expect(paths().filter((path) => path.startsWith('uploads/'))).toEqual(uploads)
  expect(paths().filter((path) => path.startsWith('made/'))).toEqual([])
  expect(await count('temporary_files')).toBe(0)

  // Eight days: the provider has the bytes, storage has not; the rows are there, and the file is shown.
  await at(8 * DAY)
  expect(paths().filter((path) => path.startsWith('uploads/'))).toEqual([])
  expect(await count('login_tries')).toBe(0)
  await nurse.bind(NURSE.account)
  const [one] = (await open(nurse, kept)).attachments
  expect(one?.state).toBe('delivered')
  expect((await nurse.call('attachment.preview', { attachmentId: one?.attachmentId ?? '' })).url).toContain('http')
  expect(await count('declarations', { _id: left?.draftId })).toBe(1)

  // The returner finds her draft; a month after the leaver left nothing of hers is there.
  await at(29 * DAY)
  await returner.bind('13000000103')
  expect((await open(returner, returned?.draftId ?? '')).draftId).toBe(returned?.draftId)
  await at(31 * DAY)
  for (const { name } of COLLECTIONS_OF_OWNERS) expect(await rows(name, { openid: leaver.openid })).toEqual([])
  expect(await count('declarations', { openid: returner.openid })).toBe(1)
  expect(await count('former_owners')).toBe(0)

  // Half a year: the draft that was changed meanwhile stays; the returner's, who did nothing, goes with its files; messages go.
  await at(100 * DAY)
  await nurse.bind(NURSE.account)
  const again = await open(nurse, kept)
  await nurse.call('declaration.save', {
    draftId: kept,
    baseVersion: again.version,
    forms: [{ materialId: NURSE.form, answers: { name: '虞青禾' } }],
  })
  await at(179 * DAY)
  expect(await count('declarations', { openid: returner.openid })).toBe(1)
  expect(await count('messages', { openid: nurse.openid })).toBeGreaterThan(0)
  await at(181 * DAY)
  expect(await count('declarations', { openid: returner.openid })).toBe(0)
  expect(await count('attachments', { openid: returner.openid })).toBe(0)
  expect(await count('messages', { openid: nurse.openid })).toBe(0)
  expect(await count('declarations', { _id: kept })).toBe(1)
  expect(await count('approval_events')).toBe(0)

  // The case is decided on day 190: it is told, and its record stays a year from then.
  await at(190 * DAY)
  act(caseNo, 'review', 'approve', 'issue', 'complete')
  await nurse.bind(NURSE.account)
  await minute()
  await at(190 * DAY + HOUR)
  await at(190 * DAY + 2 * HOUR)
  expect(await count('case_watches', { caseNo, waits: false })).toBe(1)
  expect(await count('declarations', { _id: kept })).toBe(1)
  await at(281 * DAY)
  expect(await count('declarations', { _id: kept })).toBe(0)
  expect(await count('attachments', { draftId: kept })).toBe(0)
  await at(554 * DAY)
  expect(await count('declarations', { caseNo })).toBe(1)
  expect(await count('attachments', { draftId: filed })).toBeGreaterThan(3)
  await at(556 * DAY)
  // The login that was renewed last, 190 days on, is a year old as well.
  for (const { name } of COLLECTIONS_OF_OWNERS) expect([name, await rows(name, {})]).toEqual([name, []])
  expect(await count('audit_log', {})).toBeGreaterThan(0)

  // What is left when nobody comes any more has no person in it.
  await at(800 * DAY)
  const empty = Object.entries(RETENTION).filter(([, { ends }]) => Object.keys(ends).length > 0)
  // That somebody consented once, and took it back by leaving, is proved for three years.
  for (const [name] of empty) expect([name, await count(name)]).toEqual([name, name === 'consents' ? 12 : 0])
  expect(paths()).toEqual([])
  await at(2000 * DAY)
  expect(await count('consents')).toBe(0)
}, 240_000)

const COLLECTIONS_OF_OWNERS = [
  'bindings',
  'declarations',
  'attachments',
  'supplements',
  'evaluations',
  'case_watches',
  'messages',
  'temporary_files',
].map((name) => ({ name }))
