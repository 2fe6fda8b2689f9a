import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OneNetworkClient } from '../../../cloudfunctions/one-network/client'
import { UpstreamFailure } from '../../../cloudfunctions/one-network/failure'
import { type FunctionKey, type UploadKey } from '../../../cloudfunctions/one-network/functions'
import { digestOf } from '../../../cloudfunctions/one-network/signature'
import { loadContract } from '../../../scripts/conformance/contract'
import { type Fault, startOneNetwork, type OneNetwork } from '../../../sandbox/one-network'

/** Each function under each way to fail: it is never a success, and it is asked again as chapter 9 of the contract says. */

const folder = mkdtempSync(join(tmpdir(), 'tjgx-faults-'))
const BYTES = Buffer.from('%PDF-1.4 fictional')
const FILE = join(folder, 'file.pdf')
let provider: OneNetwork
beforeAll(async () => {
  writeFileSync(FILE, BYTES)
  // How fast it may be asked is the subject of other tests.
  provider = await startOneNetwork({ dataDir: join(folder, 'data'), rateLimits: false })
})
afterAll(async () => {
  await provider.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => provider.faults.clear())

/** Number, operationId and retry class, as the table of chapter 9 has them; #28 comes from the provider. */
const TABLE = [...readFileSync('docs/one-network/README.md', 'utf8').matchAll(/^\| (\d+) \| (\w+) \| ([^|]+) \|/gm)]
  .map(([, no, operationId, retry]) => [Number(no), operationId as FunctionKey, retry ?? ''] as const)
  .filter(([no, , retry]) => no !== 28 && /重试|requestNo/.test(retry))

const isUpload = (key: FunctionKey): key is UploadKey => /^upload/.test(key)
const isDownload = (key: FunctionKey) => key === 'downloadBlankForm' || key === 'downloadCaseArchive'

/** Asks once, as a fresh instance; the fault comes before the provider looks at what is asked. */
function ask(key: FunctionKey): Promise<unknown> {
  const { appKey, appSecret, sm2PublicKey } = provider.credentials
  const settings = { url: provider.url, appKey, appSecret, sm2PublicKey, signMethod: 'HMAC-SM3' as const }
  const client = new OneNetworkClient(settings, [1, 2, 4])
  const budget = { requestId: 'every-function', deadline: Date.now() + 10_000 }
  const options = { userToken: 'ut.fictional' }
  if (isUpload(key)) {
    const digest = digestOf('HMAC-SM3', BYTES)
    const file = { path: FILE, fileName: 'file.pdf', contentType: 'application/pdf', size: BYTES.length, digest }
    const place =
      key === 'uploadSupplementAttachment' ? { caseNo: 'BJ1', round: 1 } : { declareNo: 'SB1', fieldId: 'f' }
    return client.upload(key, { ...place, materialId: 'CL1' }, file, budget, options)
  }
  if (isDownload(key)) {
    const target = { path: join(folder, 'got'), maxBytes: 1_000_000 }
    return client.download(key, { caseNo: 'BJ1', materialId: 'CL1', fileId: 'F1' } as never, target, budget, options)
  }
  return client.call(key, {}, budget, options)
}

/** How often the provider was asked, and what the caller got. */
async function under(fault: Omit<Fault, 'match'>, no: number, key: FunctionKey): Promise<readonly [number, string]> {
  provider.faults.set({ match: { functionNo: no }, ...fault })
  const before = provider.stats().requests
  const outcome = await ask(key).then(
    () => 'success',
    (error: unknown) => {
      if (!(error instanceof UpstreamFailure)) throw error
      // What came is never passed on: a page of a gateway is nobody's message.
      expect(`${error.message} ${error.detail.userMessage ?? ''}`).not.toContain('<')
      return error.code
    },
  )
  return [provider.stats().requests - before, outcome]
}

test('chapter 9 of the contract lists every function that is asked', () => {
  expect(TABLE.map(([no]) => no)).toEqual([...loadContract().keys()].filter((no) => no !== 28).sort((a, b) => a - b))
})

test.each(TABLE)('#%i %s (%s)', async (no, key, retry) => {
  const safe = retry === '可安全重试'
  const again = retry === '不得自动重试' ? 1 : 4
  expect({
    busy: await under({ kind: 'status', status: 503 }, no, key),
    broken: await under({ kind: 'status', status: 500 }, no, key),
    dead: await under({ kind: 'down' }, no, key),
    page: await under({ kind: 'html', status: 200 }, no, key),
    nothing: await under({ kind: 'empty' }, no, key),
    half: await under({ kind: 'truncated' }, no, key),
    unknown: await under({ kind: 'unknown-code' }, no, key),
  }).toEqual({
    busy: [again, 'UPSTREAM_UNAVAILABLE'],
    broken: [safe ? 2 : 1, 'UPSTREAM_UNAVAILABLE'],
    dead: [again, 'UPSTREAM_UNAVAILABLE'],
    page: [1, 'UPSTREAM_UNAVAILABLE'],
    nothing: [1, 'UPSTREAM_UNAVAILABLE'],
    // The connection broke in the middle.
    half: [again, 'UPSTREAM_UNAVAILABLE'],
    unknown: [1, 'UPSTREAM_REJECTED'],
  })
})
