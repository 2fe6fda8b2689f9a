import { createHash, createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadContract } from '../../../scripts/conformance/contract'
import { type OneNetwork, startOneNetwork } from '../../../sandbox/one-network'
import { functionEnvironment } from '../../../sandbox/environment'
import { fileCase, lookAtCase, lookAtMatter, lookForMatters } from '../support/journey'
import { answerSupplement, rateCase, takeArchive } from '../support/journey-after'
import { type Exchange, startTap, type Tap } from '../../support/tap'
import { type Prism, startPrism } from '../../support/prism'

/** Prism rewrites the bytes of files, so transfers go straight and the tap judges them (docs/one-network, chapter 1). */
const TRANSFERS = [2, 7, 14, 23, 32]

const contract = loadContract()
const byPath = new Map([...contract.values()].map((operation) => [operation.path, operation]))
const isTransfer = (path: string): boolean => TRANSFERS.includes(byPath.get(path)?.no ?? 0)

let folder: string
let provider: OneNetwork
let prism: Prism
let tap: Tap
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prism-'))
  provider = await startOneNetwork({ dataDir: join(folder, 'provider'), rateLimits: false })
  prism = await startPrism(provider.url)
  tap = await startTap({ upstream: (path) => (isTransfer(path) ? provider.url : prism.url) })
  Object.assign(process.env, functionEnvironment({ url: tap.url, credentials: provider.credentials }))
}, 120_000)
afterAll(async () => {
  await tap.close()
  await prism.close()
  await provider.close()
  rmSync(folder, { recursive: true, force: true })
})

const passed = (isWanted: (path: string) => boolean): readonly Exchange[] =>
  tap.exchanges.filter(({ path }) => isWanted(path))
const numbersOf = (exchanges: readonly Exchange[]): readonly number[] =>
  [...new Set(exchanges.map(({ path }) => byPath.get(path)?.no ?? 0))].sort((a, b) => a - b)

/** Complaints about a transfer's request: signed, and with the digest of its file part or its body. */
function requestComplaint({ path, request }: Exchange): string {
  const header = (name: string): string => String(request.headers[name] ?? '')
  const parts = [
    'POST',
    path,
    header('x-timestamp'),
    header('x-nonce'),
    header('x-body-digest'),
    header('x-user-token'),
  ]
  const signature = createHmac('sm3', provider.credentials.appSecret).update(parts.join('\n')).digest('hex')
  if (signature !== header('x-signature')) return 'signature'
  const multipart = /^multipart\/form-data; ?boundary=(.+)$/.exec(header('content-type'))
  return digestOf(multipart ? filePart(request.body, multipart[1] ?? '') : request.body) === header('x-body-digest')
    ? ''
    : 'digest'
}

const digestOf = (bytes: Buffer): string => createHash('sm3').update(bytes).digest('hex')

/** The bytes of the last part, which is the file (contract chapter 2). */
function filePart(body: Buffer, boundary: string): Buffer {
  const start = body.lastIndexOf('\r\n\r\n') + 4
  expect(body.subarray(body.lastIndexOf(`--${boundary}\r\n`), start).toString()).toContain('name="file"')
  return body.subarray(start, body.lastIndexOf(`\r\n--${boundary}--`))
}

/** Complaints about a transfer's answer: an envelope that fits, or the file that its headers describe. */
function answerComplaint({ path, answer }: Exchange): string {
  const operation = byPath.get(path)
  const type = String(answer.headers['content-type'])
  if (answer.status !== 200 || operation === undefined) return `HTTP ${answer.status}`
  if (type.startsWith('application/json')) return operation.judge(JSON.parse(answer.body.toString()))
  if (!type.startsWith(operation.fileType ?? 'none')) return `content type ${type}`
  if (answer.headers['content-length'] !== String(answer.body.length)) return 'length'
  return answer.headers['x-content-digest'] === digestOf(answer.body) ? '' : 'digest'
}

test('the journeys break the contract on neither side: Prism judges the JSON, the tap the files', async () => {
  const matterId = 'SX120116000014'
  await lookForMatters()
  await lookAtMatter(matterId, join(folder, 'blank-form'))
  const filed = await fileCase(matterId, folder)
  await lookAtCase(filed)
  const { office } = provider
  const materialIds = [filed.formMaterialId, filed.fileMaterialId]
  office.act(filed.caseNo, 'requestSupplement', { opinion: '请补正', materialIds })
  expect((await answerSupplement(filed, folder)).answered).toMatchObject([{ round: 1, submitted: true }])
  for (const status of ['32', '90']) office.setStatus(filed.caseNo, status)
  expect((await rateCase(filed)).evaluation).toMatchObject({ state: 'given', given: { score: 5 } })
  expect((await takeArchive(filed, join(folder, 'archive'))).size).toBeGreaterThan(0)

  const all = [...contract.keys()].sort((a, b) => a - b)
  const json = passed((path) => !isTransfer(path))
  expect(numbersOf(json)).toEqual(all.filter((no) => no !== 28 && !TRANSFERS.includes(no)))
  expect(json.filter(({ answer }) => answer.status !== 200)).toEqual([])
  const violations = json.flatMap(({ path, answer }) => {
    const found = answer.headers['sl-violations']
    return found === undefined ? [] : [`${path} ${String(found)}`]
  })
  expect(violations).toEqual([])

  const transfers = passed(isTransfer)
  expect(numbersOf(transfers)).toEqual(TRANSFERS)
  expect(transfers.map((it) => requestComplaint(it) + answerComplaint(it)).filter(Boolean)).toEqual([])
}, 120_000)

test('the judge is awake: a request that breaks the contract is a violation', async () => {
  const response = await fetch(`${prism.url}/api/v1/items/list`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ pageNo: 0 }),
  })
  expect(response.headers.get('sl-violations')).toMatch(/pageNo/)
})
