import Database from 'libsql'
import { DocumentStore } from '../../../sandbox/cloud/database/document-store'
import { Transactions } from '../../../sandbox/cloud/database/transactions'
import { failureOf, useSdk, type Db } from './sdk'
import { startTestCloud, type TestCloud } from './start-test-cloud'

let cloud: TestCloud
let db: Db
let _: Db['command']

beforeAll(async () => {
  cloud = await startTestCloud()
  db = useSdk(cloud).database()
  _ = db.command
})
afterAll(() => cloud.dispose())
beforeEach(async () => {
  await db
    .collection('items')
    .where({ _id: _.exists(true) })
    .remove()
  await db.collection('items').add({ data: { _id: 'a', n: 1 } })
})

const items = () => db.collection('items')
const read = async (id = 'a') => (await items().doc(id).get()).data

test('commits all its writes together', async () => {
  const result = await db.runTransaction(async (t) => {
    const { data } = (await t.collection('items').doc('a').get()) as { data: { n: number } }
    await t
      .collection('items')
      .doc('a')
      .update({ data: { n: data.n + 1 } })
    await t.collection('items').add({ data: { _id: 'b' } })
    await t
      .collection('items')
      .doc('c')
      .set({ data: { fresh: true } })
    expect(await items().count()).toMatchObject({ total: 1 })
    return data.n
  })
  expect(result).toBe(1)
  expect(await read()).toMatchObject({ n: 2 })
  expect(await items().count()).toMatchObject({ total: 3 })
})

test('reads its own writes, and removes', async () => {
  await db.runTransaction(async (t) => {
    await t
      .collection('items')
      .doc('a')
      .update({ data: { n: 5 } })
    expect((await t.collection('items').doc('a').get()).data).toMatchObject({ n: 5 })
    await t.collection('items').doc('a').remove()
    expect((await failureOf(() => t.collection('items').doc('a').get())).errMsg).toMatch(/does not exist/)
  })
  expect(await items().count()).toMatchObject({ total: 0 })
})

test('rolls back, and hands over the reason', async () => {
  const failure = await failureOf(() =>
    db.runTransaction(async (t) => {
      await t
        .collection('items')
        .doc('a')
        .update({ data: { n: 99 } })
      await t.rollback({ errCode: 7, errMsg: 'changed my mind' })
    }),
  )
  expect(failure.errCode).toBe(7)
  expect(await read()).toMatchObject({ n: 1 })
})

test('an error inside rolls back', async () => {
  const failed = db.runTransaction(async (t) => {
    await t
      .collection('items')
      .doc('a')
      .update({ data: { n: 99 } })
    throw new Error('oops')
  })
  await expect(failed).rejects.toThrow('oops')
  expect(await read()).toMatchObject({ n: 1 })
})

test('sees the state at its start while others go on', async () => {
  const transaction = await db.startTransaction()
  await items()
    .doc('a')
    .update({ data: { n: 50 } })
  await items().add({ data: { _id: 'new' } })
  expect((await transaction.collection('items').doc('a').get()).data).toMatchObject({ n: 1 })
  expect((await failureOf(() => transaction.collection('items').doc('new').get())).errMsg).toMatch(/does not exist/)
  await transaction.rollback()
})

test('a conflict at commit is retried by the SDK', async () => {
  let runs = 0
  const result = await db.runTransaction(async (t) => {
    runs += 1
    await t
      .collection('items')
      .doc('a')
      .update({ data: { n: _.inc(1) } })
    if (runs === 1)
      await items()
        .doc('a')
        .update({ data: { other: true } })
    return runs
  })
  expect(result).toBe(2)
  expect(await read()).toMatchObject({ n: 2, other: true })
})

test('a conflict at a write is not retried by the SDK', async () => {
  let runs = 0
  const failure = await failureOf(() =>
    db.runTransaction(async (t) => {
      runs += 1
      await items()
        .doc('a')
        .update({ data: { other: true } })
      await t
        .collection('items')
        .doc('a')
        .update({ data: { n: _.inc(1) } })
    }),
  )
  expect(runs).toBe(1)
  expect(failure.errMsg).toMatch(/TransactionConflict/)
})

test('two open transactions cannot write one document', async () => {
  const [first, second] = [await db.startTransaction(), await db.startTransaction()]
  await first
    .collection('items')
    .doc('a')
    .update({ data: { n: 2 } })
  const failure = await failureOf(() =>
    second
      .collection('items')
      .doc('a')
      .update({ data: { n: 3 } }),
  )
  expect(failure.errMsg).toMatch(/TransactionConflict/)
  await second.rollback()
  await first.commit()
  expect(await read()).toMatchObject({ n: 2 })
})

test('takes single-record operations only', async () => {
  const transaction = await db.startTransaction()
  const inside = transaction.collection('items')
  expect((await failureOf(() => inside.add({ data: [{ _id: 'x' }, { _id: 'y' }] }))).errMsg).toMatch(/single-record/)
  expect((await failureOf(() => inside.where({ n: 1 }).get())).errMsg).toMatch(/single-record/)
  await transaction.rollback()
})

test('a finished transaction is gone', async () => {
  const transaction = await db.startTransaction()
  await transaction.commit()
  const failure = await failureOf(() => transaction.collection('items').doc('a').get())
  expect(failure.errMsg).toMatch(/TransactionNotExist/)
})

test('a transaction ends by itself after 30 seconds, and frees what it wrote', () => {
  let now = 0
  const store = new DocumentStore(new Database(':memory:'))
  store.create('items')
  const transactions = new Transactions(store, () => now)
  const write = { collection: 'items', id: 'a', document: { _id: 'a' } }
  const slow = transactions.start()
  transactions.write(slow, write)
  now = 30_001
  expect(() => transactions.commit(slow)).toThrow(/30 seconds/)
  const next = transactions.start()
  transactions.write(next, write)
  transactions.commit(next)
  expect(store.documents('items').size).toBe(1)
})
