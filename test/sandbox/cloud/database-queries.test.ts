import { failureOf, useSdk, type Db } from './sdk'
import { startTestCloud, type TestCloud } from './start-test-cloud'

let cloud: TestCloud
let db: Db
let _: Db['command']
let $: Db['command']['aggregate']

beforeAll(async () => {
  cloud = await startTestCloud()
  db = useSdk(cloud).database()
  _ = db.command
  $ = _.aggregate
  await db.collection('items').add({
    data: [
      { _id: 'a', name: 'a', age: 5, tags: ['x', 'y'], sub: { k: 1 }, at: new Date(1_700_000_000_000) },
      { _id: 'b', name: 'b', age: 7, tags: [] },
      {
        _id: 'c',
        name: 'c',
        age: 9,
        lines: [
          { q: 1, p: 2 },
          { q: 3, p: 4 },
        ],
      },
    ],
  })
})
afterAll(() => cloud.dispose())

const ids = async (query: object): Promise<unknown[]> => {
  const { data } = await db.collection('items').where(query).get()
  return data.map((each) => each._id)
}

test('every kind of value comes back as it went in', async () => {
  const data = {
    text: '中文',
    int: 5,
    big: 12_345_678_901,
    fraction: 1.5,
    yes: true,
    nothing: null,
    date: new Date(1_700_000_000_000),
    server: db.serverDate({ offset: 1000 }),
    point: new db.Geo.Point(117, 39),
    list: [1, 'a', { b: [] }],
  }
  const before = Date.now()
  const { _id } = await db.collection('orders').add({ data })
  const read = (await db.collection('orders').doc(_id).get()).data as Record<string, unknown>
  expect(read).toMatchObject({ text: '中文', int: 5, big: 12_345_678_901, fraction: 1.5, yes: true, nothing: null })
  expect(read).toMatchObject({ date: data.date, list: data.list, point: { longitude: 117, latitude: 39 } })
  const server = read.server as Date
  expect(server.getTime()).toBeGreaterThanOrEqual(before + 1000)
  expect(server.getTime()).toBeLessThanOrEqual(Date.now() + 1000)
})

test.each<[string, () => object, string[]]>([
  ['equality', () => ({ name: 'a' }), ['a']],
  ['gt and lt', () => ({ age: _.gt(5).and(_.lt(9)) }), ['b']],
  ['gte, lte', () => ({ age: _.gte(7), name: _.lte('b') }), ['b']],
  ['or of documents', () => _.or([{ name: 'a' }, { age: _.gte(9) }]), ['a', 'c']],
  ['and of documents', () => _.and([{ name: 'a' }, { age: 5 }]), ['a']],
  ['in and nin', () => ({ name: _.in(['a', 'b']), age: _.nin([7]) }), ['a']],
  ['neq and exists', () => ({ tags: _.exists(true), name: _.neq('a') }), ['b']],
  ['a RegExp literal', () => ({ name: /^A$/i }), ['a']],
  ['db.RegExp', () => ({ name: db.RegExp({ regexp: '^B', options: 'i' }) }), ['b']],
  ['a date range', () => ({ at: _.lte(new Date()) }), ['a']],
  ['a nested object by path', () => ({ sub: { k: 1 } }), ['a']],
  ['elemMatch', () => ({ lines: _.elemMatch({ q: 3, p: 4 }) }), ['c']],
  ['all and size', () => ({ tags: _.all(['x', 'y']).and(_.size(2)) }), ['a']],
  ['not', () => ({ age: _.not(_.gt(5)) }), ['a']],
  ['nor', () => ({ name: _.nor([_.eq('a'), _.eq('b')]) }), ['c']],
  ['mod', () => ({ age: _.mod(4, 1) }), ['a', 'c']],
  ['expr', () => _.expr($.gt(['$age', 8])), ['c']],
])('where: %s', async (_name, query, expected) => {
  expect(await ids(query())).toEqual(expected)
})

test('orderBy, skip, limit and field', async () => {
  const ordered = db.collection('items').orderBy('age', 'desc').field({ name: true, _id: false })
  expect((await ordered.get()).data).toEqual([{ name: 'c' }, { name: 'b' }, { name: 'a' }])
  expect((await ordered.skip(1).limit(1).get()).data).toEqual([{ name: 'b' }])
  const byTwo = db
    .collection('items')
    .where({ age: _.lt(9) })
    .orderBy('missing', 'asc')
    .orderBy('age', 'desc')
  expect((await byTwo.get()).data.map((each) => each._id)).toEqual(['b', 'a'])
})

test('count', async () => {
  expect(
    await db
      .collection('items')
      .where({ age: _.gt(5) })
      .count(),
  ).toMatchObject({ total: 2 })
})

test('a missing document fails', async () => {
  expect((await failureOf(() => db.collection('items').doc('nope').get())).errMsg).toMatch(/does not exist/)
})

test('an id that is a number is not the text of that number', async () => {
  await db.collection('orders').add({ data: { _id: 7, kind: 'number' } })
  await db.collection('orders').add({ data: { _id: '7', kind: 'text' } })
  expect((await db.collection('orders').doc(7).get()).data).toMatchObject({ kind: 'number' })
  expect((await db.collection('orders').doc('7').get()).data).toMatchObject({ kind: 'text' })
})

test('a missing collection fails with -502005, until it is created', async () => {
  const missing = db.collection('later')
  expect((await failureOf(() => missing.add({ data: { a: 1 } }))).errCode).toBe(-502005)
  expect((await failureOf(() => missing.get())).errCode).toBe(-502005)
  expect(await db.createCollection('later')).toMatchObject({ errMsg: 'createCollection:ok' })
  await missing.add({ data: { a: 1 } })
  expect((await missing.get()).data).toHaveLength(1)
  expect((await failureOf(() => db.createCollection('later'))).errMsg).toMatch(/Table exist/)
})

test('an operator that nobody knows fails instead of matching nothing', async () => {
  expect((await failureOf(() => ids({ age: { $nonsense: 1 } }))).errCode).toBe(-502001)
})

describe('a collection of 1100 documents', () => {
  beforeAll(async () => {
    await db.createCollection('many')
    await db.collection('many').add({ data: Array.from({ length: 1100 }, (_each, n) => ({ n })) })
  })

  test('get() gives 100 by default and 1000 at most', async () => {
    const many = db.collection('many')
    expect((await many.get()).data).toHaveLength(100)
    expect((await many.limit(500).get()).data).toHaveLength(500)
    expect((await many.limit(1100).get()).data).toHaveLength(1000)
  })

  test('the server itself holds these limits, whatever a client asks', async () => {
    const listed = async (limit?: number): Promise<number> => {
      const request = { action: 'database.getDocument', collectionName: 'many', limit }
      const sessionToken = cloud.sdkEnv.TENCENTCLOUD_SESSIONTOKEN
      const body = JSON.stringify({ ...request, sessionToken })
      const response = await fetch(`${cloud.url}/admin`, { method: 'POST', body })
      const answer = (await response.json()) as { data: { list: string[] } }
      return answer.data.list.length
    }
    expect(await listed()).toBe(100)
    expect(await listed(1100)).toBe(1000)
  })
})

describe('aggregate', () => {
  beforeAll(async () => {
    await db.createCollection('sales')
    await db.createCollection('stock')
    await db.collection('sales').add({
      data: [
        { item: 'i1', q: 2, sub: { deep: 1 } },
        { item: 'i1', q: 3 },
        { item: 'i2', q: 10 },
      ],
    })
    await db.collection('stock').add({ data: [{ _id: 'i1' }, { _id: 'i2' }] })
  })

  test('match, group, sort, limit', async () => {
    const { list } = await db
      .collection('sales')
      .aggregate()
      .match({ q: _.gte(2) })
      .group({ _id: '$item', total: $.sum('$q'), each: $.push('$q') })
      .sort({ total: -1 })
      .limit(10)
      .end()
    expect(list).toEqual([
      { _id: 'i2', total: 10, each: [10] },
      { _id: 'i1', total: 5, each: [2, 3] },
    ])
  })

  test('lookup, unwind, project, addFields, count', async () => {
    const joined = db
      .collection('stock')
      .aggregate()
      .match({ _id: 'i1' })
      .lookup({ from: 'sales', localField: '_id', foreignField: 'item', as: 'sold' })
      .unwind('$sold')
    const { list } = await joined
      .project({ q: '$sold.q' })
      .addFields({ twice: $.multiply(['$q', 2]) })
      .end()
    expect(list).toEqual([
      { _id: 'i1', q: 2, twice: 4 },
      { _id: 'i1', q: 3, twice: 6 },
    ])
    expect((await db.collection('sales').aggregate().count('n').end()).list).toEqual([{ n: 3 }])
  })

  test('leaves the stored documents alone', async () => {
    await db.collection('sales').aggregate().addFields({ 'sub.deep': 99 }).end()
    expect((await db.collection('sales').where({ 'sub.deep': 99 }).get()).data).toEqual([])
  })

  test('gives 20 documents without a limit', async () => {
    await db.createCollection('twentyfive')
    await db.collection('twentyfive').add({ data: Array.from({ length: 25 }, (_each, n) => ({ n })) })
    const all = db.collection('twentyfive').aggregate().sort({ n: 1 })
    expect((await all.end()).list).toHaveLength(20)
    expect((await db.collection('twentyfive').aggregate().limit(25).end()).list).toHaveLength(25)
  })
})
