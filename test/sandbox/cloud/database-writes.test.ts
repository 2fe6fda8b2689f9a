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
})

const START = { _id: 'a', n: 10, f: 1.5, tags: ['x', 'y'], sub: { k: 1 }, gone: null }

/** The document after updates, without its id. */
async function after(...updates: object[]): Promise<Record<string, unknown>> {
  const doc = db.collection('items').doc('a')
  await db.collection('items').add({ data: START })
  for (const data of updates) await doc.update({ data })
  const { _id, ...rest } = (await doc.get()).data as Record<string, unknown>
  return rest
}

test.each<[string, () => object, object]>([
  ['set of a field', () => ({ n: 11 }), { n: 11 }],
  ['merge of an object', () => ({ sub: { k2: 2 } }), { sub: { k: 1, k2: 2 } }],
  ['_.set of an object', () => ({ sub: _.set({ z: 1 }) }), { sub: { z: 1 } }],
  ['a path', () => ({ 'sub.k': 5 }), { sub: { k: 5 } }],
  ['inc', () => ({ n: _.inc(2) }), { n: 12 }],
  ['mul', () => ({ n: _.mul(3) }), { n: 30 }],
  ['min', () => ({ n: _.min(3) }), { n: 3 }],
  ['max', () => ({ f: _.max(9) }), { f: 9 }],
  ['rename', () => ({ f: _.rename('ff') }), { ff: 1.5 }],
  ['push', () => ({ tags: _.push(['z']) }), { tags: ['x', 'y', 'z'] }],
  ['push at a place', () => ({ tags: _.push({ each: ['p'], position: 1 }) }), { tags: ['x', 'p', 'y'] }],
  ['push sorted and sliced', () => ({ tags: _.push({ each: ['a'], sort: 1, slice: 2 }) }), { tags: ['a', 'x'] }],
  ['unshift', () => ({ tags: _.unshift(['h']) }), { tags: ['h', 'x', 'y'] }],
  ['pop', () => ({ tags: _.pop() }), { tags: ['x'] }],
  ['shift', () => ({ tags: _.shift() }), { tags: ['y'] }],
  ['pull', () => ({ tags: _.pull('x') }), { tags: ['y'] }],
  ['pullAll', () => ({ tags: _.pullAll(['x', 'y']) }), { tags: [] }],
  ['addToSet', () => ({ tags: _.addToSet('x') }), { tags: ['x', 'y'] }],
  ['addToSet of several', () => ({ tags: _.addToSet({ $each: ['y', 'm'] }) }), { tags: ['x', 'y', 'm'] }],
])('update: %s', async (_name, update, expected) => {
  expect(await after(update())).toMatchObject(expected)
})

test('update: remove, rename and a server date', async () => {
  const changed = await after({ gone: _.remove(), f: _.rename('ff'), at: db.serverDate() })
  expect(changed).not.toHaveProperty('gone')
  expect(changed).not.toHaveProperty('f')
  expect(changed.at).toBeInstanceOf(Date)
})

test('an update that cannot be fails and changes nothing', async () => {
  await db.collection('items').add({ data: START })
  const doc = db.collection('items').doc('a')
  expect((await failureOf(() => doc.update({ data: { n: 1, tags: _.inc(1) } }))).errCode).toBe(-502001)
  expect((await doc.get()).data).toMatchObject({ n: 10, tags: ['x', 'y'] })
})

test('a field below null cannot be created, as in the platform', async () => {
  await db.collection('items').add({ data: { _id: 'a', sub: null } })
  const failure = await failureOf(() =>
    db
      .collection('items')
      .doc('a')
      .update({ data: { sub: { k: 1 } } }),
  )
  expect(failure.errMsg).toMatch(/Cannot create field 'k' in element \{sub: null\}/)
})

test('counts what an update changed', async () => {
  await db.collection('items').add({ data: [{ age: 5 }, { age: 7 }, { age: 9 }] })
  const some = db.collection('items').where({ age: _.gt(5) })
  expect(await some.update({ data: { flag: 1 } })).toMatchObject({ stats: { updated: 2 } })
  expect(await some.update({ data: { flag: 1 } })).toMatchObject({ stats: { updated: 0 } })
  expect(
    await db
      .collection('items')
      .doc('nope')
      .update({ data: { flag: 1 } }),
  ).toMatchObject({ stats: { updated: 0 } })
})

test('set creates, then replaces the whole document', async () => {
  const doc = db.collection('items').doc('s')
  expect(await doc.set({ data: { v: 1 } })).toMatchObject({ stats: { created: 1, updated: 0 } })
  expect(await doc.set({ data: { w: 2 } })).toMatchObject({ stats: { created: 0, updated: 1 } })
  expect((await doc.get()).data).toEqual({ _id: 's', w: 2 })
})

test('add refuses an id that exists, and then adds none of the list', async () => {
  await db.collection('items').add({ data: { _id: 'a' } })
  const failure = await failureOf(() => db.collection('items').add({ data: [{ _id: 'b' }, { _id: 'a' }] }))
  expect(failure.errCode).toBe(-502001)
  expect(failure.errMsg).toMatch(/E11000 duplicate key/)
  expect(await db.collection('items').count()).toMatchObject({ total: 1 })
})

test('remove by document and by query', async () => {
  await db.collection('items').add({ data: [{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }] })
  expect(await db.collection('items').doc('a').remove()).toMatchObject({ stats: { removed: 1 } })
  expect(
    await db
      .collection('items')
      .where({ _id: _.in(['a', 'b', 'c']) })
      .remove(),
  ).toMatchObject({
    stats: { removed: 2 },
  })
})

describe('a unique index of deploy/collections.json', () => {
  const people = () => db.collection('people')
  const card = (number: string, kind = 'id') => ({ card: { number, kind } })
  beforeEach(async () => {
    await people()
      .where({ _id: _.exists(true) })
      .remove()
    await people().add({ data: { _id: 'p1', ...card('1') } })
  })

  test('refuses a second document with the same key, however it comes', async () => {
    await people().add({ data: { _id: 'p2', ...card('2') } })
    for (const attempt of [
      () => people().add({ data: card('1') }),
      () => people().add({ data: [card('3'), card('3')] }),
      () =>
        people()
          .doc('p2')
          .update({ data: { card: { number: '1' } } }),
      () =>
        people()
          .doc('p3')
          .set({ data: card('1') }),
      () => db.runTransaction(async (t) => t.collection('people').add({ data: card('1') })),
    ]) {
      const failure = await failureOf(attempt)
      expect(failure.errMsg).toMatch(/E11000 duplicate key error collection: people index: one_card/)
      expect([-502001, undefined]).toContain(failure.errCode)
    }
    expect(await people().count()).toMatchObject({ total: 2 })
  })

  test('compares all fields of the key, and a missing one counts as null', async () => {
    await people().add({ data: { ...card('1', 'passport') } })
    await people().add({ data: { name: 'without a card' } })
    expect((await failureOf(() => people().add({ data: { name: 'another' } }))).errMsg).toMatch(/E11000/)
  })

  test('frees a key with its document', async () => {
    await people()
      .doc('p1')
      .update({ data: { card: { number: '9' } } })
    await people().add({ data: { _id: 'p2', ...card('1') } })
    await people().doc('p2').remove()
    await people().add({ data: card('1') })
    expect(await people().count()).toMatchObject({ total: 2 })
  })
})

test('documents and indexes survive a restart, in insertion order', async () => {
  await db.collection('items').add({ data: [{ _id: 'z', at: new Date(0) }, { _id: 'm' }, { _id: 'a' }] })
  await db
    .collection('items')
    .doc('z')
    .update({ data: { later: true } })
  await db
    .collection('people')
    .doc('p')
    .set({ data: { card: { number: 'kept', kind: 'id' } } })
  cloud = await cloud.restart()
  db = useSdk(cloud).database()
  _ = db.command
  const { data } = await db.collection('items').get()
  expect(data).toEqual([{ _id: 'z', at: new Date(0), later: true }, { _id: 'm' }, { _id: 'a' }])
  const again = await failureOf(() => db.collection('people').add({ data: { card: { number: 'kept', kind: 'id' } } }))
  expect(again.errMsg).toMatch(/E11000/)
})
