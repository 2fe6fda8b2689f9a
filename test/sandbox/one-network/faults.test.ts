import { newRequestNo } from './filing'
import { startTestProvider, type TestProvider } from './provider'

const LIST = '/api/v1/items/list'
const DETAIL = '/api/v1/items/detail'
const CHOOSE = '/api/v1/declarations/choose-situation'

let test: TestProvider
beforeAll(async () => {
  test = await startTestProvider()
})
afterAll(() => test.stop())
beforeEach(() => {
  test.advance(60_000)
  test.provider.faults.clear()
})

const list = () => test.client.json(LIST, {})

it('status answers with the gateway’s page, so many times, for that function only', async () => {
  test.provider.faults.set({ match: { functionNo: 33 }, kind: 'status', status: 502, times: 2 })
  expect((await test.client.json(DETAIL, { itemId: 'SX120116000001' })).status).toBe(200)
  expect((await list()).status).toBe(502)
  expect(test.provider.faults.list()).toMatchObject([{ times: 1 }])
  expect((await list()).status).toBe(502)
  expect((await list()).status).toBe(200)
  expect(test.provider.faults.list()).toEqual([])
})

it('without a function number it hits everything until it is cleared', async () => {
  test.provider.faults.set({ match: {}, kind: 'status' })
  expect((await list()).status).toBe(503)
  expect((await test.client.json(DETAIL, {})).status).toBe(503)
  test.provider.faults.clear()
  expect((await list()).status).toBe(200)
})

it('html, empty and unknown-code answer without running the function', async () => {
  test.provider.faults.set({ match: { functionNo: 33 }, kind: 'html' })
  const html = await list()
  expect([html.status, html.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8'])
  test.provider.faults.set({ match: { functionNo: 33 }, kind: 'empty' })
  const empty = await list()
  expect([empty.status, await empty.text()]).toEqual([200, ''])
  test.provider.faults.set({ match: { functionNo: 33 }, kind: 'unknown-code' })
  expect(await test.client.call(LIST, {})).toMatchObject({ code: '7001' })
})

it('truncated breaks off in the middle of the announced body', async () => {
  test.provider.faults.set({ match: { functionNo: 33 }, kind: 'truncated', times: 1 })
  const response = await list()
  expect(Number(response.headers.get('content-length'))).toBeGreaterThan(1000)
  await expect(response.text()).rejects.toThrow()
})

it('down for a while is over by itself', async () => {
  test.provider.faults.set({ match: {}, kind: 'down', forMs: 30_000 })
  await expect(list()).rejects.toThrow()
  test.advance(29_999)
  expect(test.provider.faults.list()).toMatchObject([{ forMs: 1 }])
  await expect(list()).rejects.toThrow()
  test.advance(1)
  expect((await list()).status).toBe(200)
  expect(test.provider.faults.list()).toEqual([])
})

interface Rows {
  readonly total: number
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}
const rowsWith = async (kind: 'extra-fields' | 'null-fields' | 'missing-fields'): Promise<Rows> => {
  test.provider.faults.set({ match: { functionNo: 33 }, kind, times: 1 })
  return ((await (await list()).json()) as { readonly data: Rows }).data
}

it('extra-fields puts a member that nobody knows into every object of the answer', async () => {
  const data = await rowsWith('extra-fields')
  expect(data).toMatchObject({ fieldOfTomorrow: expect.any(String) as string })
  expect(data.rows.length).toBeGreaterThan(5)
  for (const row of data.rows) expect(row).toHaveProperty('fieldOfTomorrow')
})

it('null-fields nulls what the contract does not require, missing-fields leaves it out; the required stays', async () => {
  const usual = ((await (await list()).json()) as { readonly data: Rows }).data
  const nulls = await rowsWith('null-fields')
  const missing = await rowsWith('missing-fields')
  expect(nulls.total).toBe(usual.total)
  expect(usual.rows[0]).toMatchObject({ department: expect.any(String) as string })
  const [first] = nulls.rows
  expect(first).toMatchObject({ itemId: usual.rows[0]?.itemId, itemName: usual.rows[0]?.itemName })
  const nulled = Object.keys(first ?? {}).filter((name) => first?.[name] === null)
  expect(nulled.length).toBeGreaterThan(3)
  const left = Object.keys(missing.rows[0] ?? {})
  expect(left).toEqual(expect.arrayContaining(['itemId', 'itemName']))
  expect(left.filter((name) => nulled.includes(name))).toEqual([])
})

it('down breaks the connection', async () => {
  test.provider.faults.set({ match: { functionNo: 33 }, kind: 'down', times: 1 })
  await expect(list()).rejects.toThrow()
  expect((await list()).status).toBe(200)
})

it('slow waits before it answers', async () => {
  test.provider.faults.set({ match: { functionNo: 33 }, kind: 'slow', delayMs: 150, times: 1 })
  const startedAt = Date.now()
  expect((await list()).status).toBe(200)
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(145)
})

it('accept-and-never-answer does the work and is silent; the same number then finds the first result', async () => {
  const token = await test.client.tokenOf(test.nurse)
  const itemId = 'SX120116000014'
  const body = { requestNo: newRequestNo(), itemId, optionIds: ['QX120116000014A03', 'QX120116000014D01'] }
  test.provider.faults.set({ match: { functionNo: 16 }, kind: 'accept-and-never-answer', times: 1 })
  const signal = AbortSignal.timeout(300)
  await expect(test.client.json(CHOOSE, body, { token, signal })).rejects.toThrow()
  const again = await test.client.call(CHOOSE, body, { token })
  expect(again).toMatchObject({ code: '0', data: { duplicate: '1' } })
})

it('closing does not wait for a request that never gets its answer', async () => {
  const other = await startTestProvider()
  other.provider.faults.set({ match: {}, kind: 'accept-and-never-answer' })
  const silent = other.client.json(LIST, {}).catch(() => 'broken')
  await new Promise((resolve) => setTimeout(resolve, 100))
  await other.stop()
  expect(await silent).toBe('broken')
})
