import { MemoryCache } from '../../../cloudfunctions/kernel/memory-cache'

let now: number
let asked: number
let cache: MemoryCache<string>
beforeEach(() => {
  now = 1_000_000
  asked = 0
  cache = new MemoryCache({ freshMs: 1000, staleMs: 60_000, mostEntries: 2 }, () => now)
})

const get = (key = 'all') => cache.get(key, () => Promise.resolve(`answer ${++asked}`))
const down = (key = 'all') => cache.get(key, () => Promise.reject(new Error(`down ${++asked}`)))
/** What was asked for behind the page has come. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

test('callers share one question while its answer is fresh', async () => {
  expect(await Promise.all([get(), get()])).toEqual(['answer 1', 'answer 1'])
  now += 999
  expect(await get()).toBe('answer 1')
  expect(asked).toBe(1)
})

test('an old answer is given at once, and the new one from then on', async () => {
  await get()
  now += 1000
  expect(await get()).toBe('answer 1')
  await settled()
  expect(await get()).toBe('answer 2')
  expect(asked).toBe(2)
})

test('while the source fails the old answer stays, and the source is asked no more than every 15 seconds', async () => {
  await get()
  now += 20_000
  expect(await Promise.all([down(), down(), down()])).toEqual(['answer 1', 'answer 1', 'answer 1'])
  expect(asked).toBe(2)
  await settled()
  now += 15_000
  expect(await down()).toBe('answer 1')
  expect(asked).toBe(3)
})

test('what is too old is not given any more: a failure is a failure', async () => {
  await get()
  now += 61_001
  await expect(down()).rejects.toThrow('down 2')
  expect(await get()).toBe('answer 3')
})

test('a failure is never kept', async () => {
  await expect(down()).rejects.toThrow('down 1')
  expect(await get()).toBe('answer 2')
})

test('a question that never ends does not hold up the next', async () => {
  await get()
  now += 2000
  const frozen = () => cache.get('all', () => new Promise<string>(() => undefined))
  expect(await frozen()).toBe('answer 1')
  now += 15_000
  expect(await get()).toBe('answer 1')
  await settled()
  expect(await get()).toBe('answer 2')
})

test('the oldest entry goes first', async () => {
  for (const key of ['a', 'b', 'c']) await get(key)
  expect(await get('c')).toBe('answer 3')
  expect(await get('a')).toBe('answer 4')
})
