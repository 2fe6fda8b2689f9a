import { bytesOf } from '../../../cloudfunctions/files/file-bytes'
import { readZipDirectory } from '../../../cloudfunctions/files/zip-directory'
import { digest } from './client'
import { fileCase } from './filing'
import { startTestProvider, type TestProvider } from './provider'

const ARCHIVE = '/api/v1/cases/archive'
const NURSE_ITEM = 'SX120116000014'

let test: TestProvider
let caseNo: string
let token: string
beforeEach(async () => {
  test = await startTestProvider()
  caseNo = await fileCase(test, test.nurse, NURSE_ITEM)
  token = await test.client.tokenOf(test.nurse)
})
afterEach(() => test.stop())

const ask = (number = caseNo, method?: 'HMAC-SHA256') =>
  test.client.json(ARCHIVE, { caseNo: number }, { token, ...(method ? { method } : {}) })
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code

/** Asks until it is packed. */
async function packed(method?: 'HMAC-SHA256'): Promise<Response> {
  await ask()
  await new Promise((resolve) => setTimeout(resolve, 3000))
  test.advance(11_000)
  return ask(caseNo, method)
}

it('answers 5001 with a wait while it is packed, then the whole zip with its name, length and digest', async () => {
  const first = await test.client.call(ARCHIVE, { caseNo }, { token })
  expect(first).toMatchObject({ code: '5001', data: { retryAfterSeconds: 2 } })
  const response = await packed()
  expect(response.headers.get('content-type')).toBe('application/zip')
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${caseNo}-${encodeURIComponent('全部材料')}.zip`,
  )
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(Number(response.headers.get('content-length'))).toBe(bytes.length)
  expect(response.headers.get('x-content-digest')).toBe(digest(bytes))
  const { entries = [] } = (await readZipDirectory(bytesOf(bytes))) ?? {}
  const names = entries.map(({ name }) => name)
  expect(names.filter((name) => name.startsWith('电子表单/')).length).toBeGreaterThan(0)
  const files = test.provider.office.openCase(caseNo)?.materials.flatMap((it) => it.files) ?? []
  expect(files.length).toBeGreaterThan(0)
  for (const { fileName } of files) expect(names.some((name) => name.endsWith(`/${fileName}`))).toBe(true)
  expect(new Set(names).size).toBe(names.length)
}, 30_000)

it('the digest follows the method of the signature', async () => {
  const response = await packed('HMAC-SHA256')
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(response.headers.get('x-content-digest')).toBe(digest(bytes, 'HMAC-SHA256'))
}, 30_000)

it('another user’s case is 2004, an unknown one 3002', async () => {
  expect(await codeOf(await ask('BJ0'))).toBe('3002')
  token = await test.client.tokenOf(test.citizen)
  expect(await codeOf(await ask())).toBe('2004')
})

it('six times a minute for each case, then 429 with a wait', async () => {
  for (let n = 0; n < 6; n += 1) expect((await ask()).status).toBe(200)
  const seventh = await ask()
  expect([seventh.status, seventh.headers.get('retry-after')]).toEqual([429, '10'])
  test.advance(10_000)
  expect((await ask()).status).toBe(200)
})

it('can be cut off, or arrive with a wrong digest', async () => {
  await packed()
  test.provider.faults.set({ match: { functionNo: 32 }, kind: 'truncated', times: 1 })
  await expect((await ask()).arrayBuffer()).rejects.toThrow()
  test.provider.faults.set({ match: { functionNo: 32 }, kind: 'wrong-digest', times: 1 })
  const wrong = await ask()
  const bytes = Buffer.from(await wrong.arrayBuffer())
  expect(wrong.headers.get('x-content-digest')).not.toBe(digest(bytes))
}, 30_000)
