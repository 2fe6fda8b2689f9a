import { table } from '../../../cloudfunctions/kernel/cloud'
import { startSystem, type System } from '../../support/system'
import { databaseOf } from '../support/database'

/** Any collection of the sandbox's database serves. */
const COLLECTION = 'temporary_files'

interface Version0 {
  readonly _id: string
  readonly name?: string
}
interface Version1 {
  readonly _id: string
  readonly name: string
}
interface Current extends Version1 {
  readonly length: number
}

const rows = table<Current>(COLLECTION, [
  (row: Version0): Version1 => ({ ...row, name: row.name ?? '' }),
  (row: Version1): Current => ({ ...row, length: row.name.length }),
])

let system: System
let database: ReturnType<typeof databaseOf>
beforeAll(async () => {
  system = await startSystem()
  database = databaseOf(system)
}, 60_000)
afterAll(() => system.close())

const stored = async (_id: string) => (await database.rows(COLLECTION, { _id }))[0]

test('a row without a version passes all steps, one of version 1 the last one only', async () => {
  await database.add(COLLECTION, { _id: 'zero' })
  await database.add(COLLECTION, { _id: 'one', name: 'tower', rowVersion: 1 })
  expect(await rows.first({ _id: 'zero' })).toEqual({ _id: 'zero', name: '', length: 0 })
  expect(await rows.find({ _id: 'one' })).toEqual([{ _id: 'one', name: 'tower', length: 5 }])
})

test('a row of a later release is handed out as it is', async () => {
  await database.add(COLLECTION, { _id: 'later', name: 'x', length: 7, colour: 'red', rowVersion: 3 })
  expect(await rows.first({ _id: 'later' })).toEqual({ _id: 'later', name: 'x', length: 7, colour: 'red' })
})

test('what is inserted or put has the current version, and comes back as it was given', async () => {
  const row = { _id: 'new', name: 'bridge', length: 99 }
  await rows.insert(row)
  expect(await stored('new')).toMatchObject({ rowVersion: 2 })
  expect(await rows.first({ _id: 'new' })).toEqual(row)
  await database.update(COLLECTION, { _id: 'new' }, { rowVersion: 0 })
  await rows.put(row)
  expect(await stored('new')).toMatchObject({ rowVersion: 2 })
})

test('an update leaves the version: the rest of the row is still read through the steps', async () => {
  await database.add(COLLECTION, { _id: 'updated' })
  await rows.update({ _id: 'updated' }, { name: 'gate' })
  expect(await stored('updated')).not.toHaveProperty('rowVersion')
  expect(await rows.first({ _id: 'updated' })).toMatchObject({ name: 'gate', length: 4 })
})
