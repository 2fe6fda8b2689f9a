import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '../../../cloudfunctions/kernel/config'
import { table } from '../../../cloudfunctions/kernel/cloud'
import { functionEnvironment } from '../../../sandbox/environment'
import { startSystem, type System } from '../../support/system'
import { databaseOf } from '../support/database'

/** Any collection of the sandbox's database serves. */
const COLLECTION = 'temporary_files'

interface Row {
  readonly _id: string
  readonly note: string
  readonly forms: readonly { readonly id: string; readonly answers: string }[]
  readonly name: string
  readonly receipt: { readonly missing: readonly string[] } | null
}
const rows = table<Row>(COLLECTION, [], {
  note: { as: 'the-note' },
  'forms[].answers': { asIts: 'id' },
  name: 'here',
  'receipt.missing[]': 'here',
})

let system: System
let database: ReturnType<typeof databaseOf>
/** Today's keys, and those before the last rotation. */
let sealer: ReturnType<typeof readConfig>['sealer']
let old: typeof sealer
beforeAll(async () => {
  system = await startSystem()
  const environment = functionEnvironment(system.provider)
  Object.assign(process.env, environment)
  database = databaseOf(system)
  sealer = readConfig(environment).sealer
  const [today = '', first = ''] = (environment['SEALING_KEYS'] ?? '').split(',')
  old = readConfig({ ...environment, SEALING_KEYS: `${first},${today}` }).sealer
}, 60_000)
afterEach(() => {
  system.cloud.slowDatabase(0)
  return database.remove(COLLECTION, {})
})
afterAll(() => system.close())

const stored = async (_id: string) => (await database.rows(COLLECTION, { _id }))[0] as unknown as Row
const oldRow = (_id: string): Row => ({
  _id,
  note: old.seal('note', `${_id}/the-note`),
  forms: [
    { id: 'f1', answers: old.seal('one', `${_id}/f1`) },
    { id: 'f2', answers: sealer.seal('two', `${_id}/f2`) },
  ],
  name: '材料.pdf',
  receipt: { missing: ['一.pdf', '二.pdf'] },
})

test('what is sealed here lies as today’s texts and comes back in clear; what is empty or null stays so', async () => {
  const row = { _id: 'new', note: '', forms: [], name: 'v1.looks.sealed.pdf', receipt: { missing: ['一.pdf', ''] } }
  await rows.insert(row)
  await rows.put({ ...row, _id: 'put', receipt: null })
  expect(JSON.stringify(await stored('new'))).not.toContain('.pdf')
  expect(await rows.first({ _id: 'new' })).toEqual(row)
  expect(await rows.first({ _id: 'put' })).toEqual({ ...row, _id: 'put', receipt: null })
  await rows.update({ _id: 'put' }, { name: '另一个.pdf' })
  expect(JSON.stringify(await stored('put'))).not.toContain('另一个')
  expect((await rows.first({ _id: 'put' }))?.name).toBe('另一个.pdf')
})

test('a row is sealed by its id only: an update of many with sealed members is a mistake', async () => {
  await expect(rows.update({ name: 'x' }, { name: 'y' })).rejects.toThrow('by the id')
})

test('sealed anew: all members that are not as today’s, and no other; what does not open stays', async () => {
  await database.add(COLLECTION, oldRow('a'))
  const broken = sealer.seal('x', 'another/place')
  await database.add(COLLECTION, { ...oldRow('b'), note: broken.replace(sealer.form, 'v2.gcm.gone'), name: '' })
  const { forms: before } = await stored('a')
  expect(await rows.reseal('', 1)).toEqual({ last: 'a', stale: 5, unreadable: 0 })
  expect(await rows.reseal('a', 5)).toEqual({ last: 'b', stale: 3, unreadable: 1 })
  expect(await rows.reseal('b', 5)).toEqual({ last: '', stale: 0, unreadable: 0 })
  const { note, forms, name, receipt } = await stored('a')
  expect(sealer.isCurrent(note)).toBe(true)
  expect(sealer.open(note, 'a/the-note')).toBe('note')
  expect(sealer.open(forms[0]?.answers ?? '', 'a/f1')).toBe('one')
  expect(forms[1]).toEqual(before[1])
  expect(name).toEqual({ sealed: expect.stringContaining(sealer.form) as string })
  const [, second] = (receipt?.missing ?? []) as unknown as readonly { readonly sealed: string }[]
  expect(sealer.open(second?.sealed ?? '', 'a/receipt.missing.1')).toBe('二.pdf')
  expect(await rows.first({ _id: 'a' })).toMatchObject({ name: '材料.pdf', receipt: { missing: ['一.pdf', '二.pdf'] } })
  expect(await rows.reseal('', 5)).toMatchObject({ stale: 0, unreadable: 1 })
})

test('who writes while a row is sealed anew is not written over', async () => {
  await database.add(COLLECTION, oldRow('c'))
  const ms = 400
  system.cloud.slowDatabase(ms)
  const walking = rows.reseal('', 5)
  // Comes between the reading and the writing of the walk.
  await sleep(ms / 2)
  const written = { note: sealer.seal('newer', 'c/the-note'), forms: [] as const, name: '新的.pdf' }
  await Promise.all([rows.update({ _id: 'c' }, written), walking])
  system.cloud.slowDatabase(0)
  const row = await rows.first({ _id: 'c' })
  expect(row).toMatchObject({ note: written.note, forms: [], name: '新的.pdf' })
  expect(row?.receipt?.missing).toEqual(['一.pdf', '二.pdf'])
})
