import { createDecipheriv } from 'node:crypto'
import { hashKeyOf } from '../../cloudfunctions/kernel/key-ring'
import { formOf } from '../../scripts/keys/stored-forms'
import { startSystem } from '../support/system'
import { alarmsIn } from './support/alarm-lines'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { pdf } from './support/files'
import { attach, completeDraft, NURSE, open } from './support/nurse'
import { storedTexts } from './support/stored'
import { askedCase, onlyRound, PROOF } from './support/supplement'

/** docs/deployment.md, "Keys": each step, with the functions following one after the other, and the way back. */

const FIRST = Buffer.alloc(32, 41)
const [OLD, NEW, NEWER, HASH] = [
  FIRST,
  ...[42, 43].map((n) => Buffer.alloc(32, n)),
  hashKeyOf({ id: 'first', bytes: FIRST }),
].map((key) => key.toString('base64'))
const HOUR = 3600_000
const FUNCTIONS = ['api', 'transfer', 'callback', 'scheduler'] as const

let system: Awaited<ReturnType<typeof startSystem>>
let citizen: Citizen
let draft = { draftId: '', version: 0 }
let supplementId = ''
beforeAll(async () => {
  system = await startSystem({ keys: { SEALING_KEY: OLD ?? '' } })
  citizen = new Citizen(system, 'key-rotation')
  await citizen.bind(NURSE.account)
  supplementId = (await onlyRound(citizen, await askedCase(citizen, 'rotation', { withForm: true }))).supplementId
  draft = await completeDraft(citizen, 'rotation-open')
}, 90_000)
afterAll(() => system.close())

/** Enters keys instead of those before; functions that are not named go on as they are. */
function enter(keys: Readonly<Record<string, string>>, functions: readonly string[] = FUNCTIONS): void {
  for (const name of ['SEALING_KEY', 'SEALING_KEYS', 'SEALING_ALGORITHM', 'HASH_KEY']) delete system.environment[name]
  Object.assign(system.environment, keys)
  for (const name of functions) system.cloud.reload(name)
}

const forms = async (): Promise<ReadonlySet<string>> =>
  new Set((await storedTexts(system)).flatMap(({ text }) => formOf(text) ?? []))
const fileNames = async (): Promise<readonly string[]> =>
  (await storedTexts(system)).flatMap(({ path, text }) => (/(^|\.)fileName$/.test(path) ? [text] : []))

/** What the release before key ids does with a sealed text, letter by letter. */
function openedByTheReleaseBefore(sealed: string, place: string): unknown {
  const [version, iv, tag, body] = sealed.split('.')
  if (version !== 'v1' || !iv || body === undefined) throw new Error('not a sealed value')
  const decipher = createDecipheriv('aes-256-gcm', FIRST, Buffer.from(iv, 'base64url'))
  decipher.setAAD(Buffer.from(place)).setAuthTag(Buffer.from(tag ?? '', 'base64url'))
  return JSON.parse(Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString())
}

async function expectTheReleaseBeforeToRead(): Promise<void> {
  expect(await forms()).toEqual(new Set(['v1']))
  const texts = await storedTexts(system)
  expect(texts.filter(({ path }) => /(^|\.)sealed$/.test(path))).toEqual([])
  const tokens = texts.find(({ path }) => path === 'tokens')
  expect(openedByTheReleaseBefore(tokens?.text ?? '', `${tokens?.row ?? ''}/tokens`)).toHaveProperty('refreshToken')
  const answers = texts.find(({ row, path }) => row === draft.draftId && path === 'forms.0.answers')
  expect(openedByTheReleaseBefore(answers?.text ?? '', `${draft.draftId}/${NURSE.form}`)).toMatchObject({
    name: '虞青禾',
  })
  const names = await fileNames()
  expect(names.length).toBeGreaterThan(5)
  expect(names.filter((name) => !/^(签名|照片|材料 \d+)\.(png|pdf)$/.test(name))).toEqual([])
}

/** Binding, draft with its answers and files, and a round of the supplement. */
async function expectAllReadable(): Promise<void> {
  expect((await citizen.call('account.get', {})).identities).toHaveLength(1)
  const { forms: filled, attachments } = await open(citizen, draft.draftId)
  expect(filled[0]?.answers).toMatchObject({ name: '虞青禾' })
  expect(attachments.filter(({ fileName }) => !/^(签名|照片|材料 \d+)\.(png|pdf)$/.test(fileName))).toEqual([])
  await citizen.call('supplement.openForm', { supplementId })
}

/** One run of the job; resolves with what it told about its walk. */
async function walk(): Promise<Readonly<Record<string, unknown>> | undefined> {
  const before = system.log.length
  expect(await system.cloud.runInConsole('scheduler', { job: 'sealing' })).toMatchObject({ result: { ok: true } })
  const told = system.log.slice(before).find((line) => line.includes('"event":"sealing"')) ?? ''
  return told === '' ? undefined : (JSON.parse(told.slice(told.indexOf('{"'))) as Record<string, unknown>)
}

/** Alarms about keys that the daily job tells. */
async function oldKeys(): Promise<ReturnType<typeof alarmsIn>> {
  const before = system.log.length
  await system.cloud.runInConsole('scheduler', { job: 'holidays' })
  return alarmsIn(system.log.slice(before)).filter(({ code }) => code === 'KEY_OLD')
}

const anHourPasses = async (): Promise<void> => {
  const [row] = await databaseOf(system).rows('sealing_walks', {})
  const earlier = (name: string): number => Number(row?.[name]) - HOUR
  await databaseOf(system).update(
    'sealing_walks',
    {},
    { formSince: earlier('formSince'), beganAt: earlier('beganAt'), endedAt: earlier('endedAt') },
  )
}

test('with SEALING_KEY alone all is written as the release before reads it', async () => {
  await expectTheReleaseBeforeToRead()
  await expectAllReadable()
}, 60_000)

test('the new key is entered behind the old one, then before it: functions that did not follow yet read all', async () => {
  const both = { SEALING_KEYS: `first:${OLD},20261201-new:${NEW}`, HASH_KEY: HASH ?? '' }
  enter(both, ['api'])
  await expectAllReadable()
  await attach(citizen, { draftId: draft.draftId, materialId: PROOF }, pdf('between'))
  await expectTheReleaseBeforeToRead()
  enter(both)
  // Today's key seals in api; transfer has the order of before, and takes the row over that api wrote.
  enter({ ...both, SEALING_KEYS: `20261201-new:${NEW},first:${OLD}` }, ['api'])
  const { attachmentId } = await attach(citizen, { draftId: draft.draftId, materialId: PROOF }, pdf('after'))
  const [stored] = await databaseOf(system).rows('attachments', { _id: attachmentId })
  expect(stored).toMatchObject({
    state: 'delivered',
    fileName: { sealed: expect.stringMatching(/^v2\.gcm\.20261201-new\./) as string },
  })
  expect(await forms()).toEqual(new Set(['v1', 'v2.gcm.20261201-new']))
  await expectAllReadable()
  system.cloud.reload()
}, 60_000)

test('a row that is written anyway is sealed anew in all members that are written', async () => {
  const { declaration } = await citizen.call('declaration.open', { draftId: draft.draftId })
  const change = { draftId: draft.draftId, baseVersion: declaration.version, forms: [] }
  const { version } = await citizen.call('declaration.save', change)
  draft = { ...draft, version }
  const [row] = await databaseOf(system).rows('declarations', { _id: draft.draftId })
  const [form] = (row as unknown as { forms: { answers: string }[] }).forms
  expect(formOf(form?.answers ?? '')).toBe('v2.gcm.20261201-new')
})

test('the scheduler seals the rest anew, in its own time; when a walk after an hour finds nothing, the old key may go', async () => {
  expect(await walk()).toMatchObject({ code: 'WALKED', seals: '20261201-new', unreadable: 0 })
  expect(await forms()).toEqual(new Set(['v2.gcm.20261201-new']))
  expect((await fileNames()).filter((name) => name !== '')).toEqual([])
  expect(await walk()).toMatchObject({ code: 'WALKED', stale: 0 })
  expect(await walk()).toBeUndefined()
  await anHourPasses()
  expect(await walk()).toMatchObject({ code: 'KEYS_UNUSED', stale: 0, unused: 'first' })
  await expectAllReadable()
}, 60_000)

test('without the old key all is there; known logins are known', async () => {
  const known = await databaseOf(system).count('known_logins', {})
  enter({ SEALING_KEYS: `20261201-new:${NEW}`, HASH_KEY: HASH ?? '' })
  await expectAllReadable()
  expect(await oldKeys()).toEqual([])
  await citizen.bind(NURSE.account)
  expect(await databaseOf(system).count('known_logins', {})).toEqual(known)
  const outcome = await citizen.call('declaration.submit', draft)
  expect(outcome).toMatchObject({ state: 'submitted' })
}, 60_000)

test('SM4 is another form of text: one variable, and the same walk', async () => {
  draft = await completeDraft(citizen, 'rotation-sm4')
  enter({
    SEALING_KEYS: `20250101-year-old:${NEWER},20261201-new:${NEW},first:${OLD}`,
    SEALING_ALGORITHM: 'sm4-cbc-hmac-sm3',
    HASH_KEY: HASH ?? '',
  })
  await expectAllReadable()
  expect(await oldKeys()).toMatchObject([{ keyId: '20250101-year-old', ageDays: expect.any(Number) as number }])
  await walk()
  expect(await forms()).toEqual(new Set(['v2.sm4.20250101-year-old']))
  await expectAllReadable()
}, 60_000)

test('the way back: with the key `first` in front all becomes what the release before reads', async () => {
  enter({ SEALING_KEYS: `first:${OLD},20250101-year-old:${NEWER}`, HASH_KEY: HASH ?? '' })
  await walk()
  await expectTheReleaseBeforeToRead()
  enter({ SEALING_KEY: OLD ?? '' })
  await expectAllReadable()
}, 60_000)
