import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { functionByNo } from '../../../sandbox/one-network/functions'
import { type OneNetwork, startOneNetwork } from '../../../sandbox/one-network'
import { compareAddresses, differences } from '../../../scripts/conformance/compare'
import { loadContract } from '../../../scripts/conformance/contract'
import { readOptions, toTarget } from '../../../scripts/conformance/options'
import { reportText } from '../../../scripts/conformance/report'
import { type Result, rowsOf, runConformance } from '../../../scripts/conformance/run'
import vectors from '../../../docs/one-network/test-vectors.json'
import { startTap } from '../../support/tap'

const contract = loadContract()
const facts = { ...vectors.app, sm2PublicKey: vectors.sm2.publicKey }

let folder: string
let provider: OneNetwork
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'conformance-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(async () => {
  // Each test finds the sample cases as they were.
  provider = await startOneNetwork({ dataDir: mkdtempSync(join(folder, 'provider-')), rateLimits: false })
})
afterEach(() => provider.close())

const target = (url: string, args: readonly string[] = []) => toTarget(url, readOptions(args), {}, facts)
const byVerdict = (results: readonly Result[], verdict: Result['verdict']): readonly number[] =>
  results.filter((it) => it.verdict === verdict).map(({ no }) => no)
const reasonOf = (results: readonly Result[], no: number): string =>
  results.find((it) => it.no === no)?.reason ?? 'no row'

test('there is one row for each function, and the sandbox passes all that it has', async () => {
  const { results } = await runConformance(contract, target(provider.url))
  expect(results.map(({ no }) => no)).toEqual([...contract.keys()].sort((a, b) => a - b))
  const failed = results.filter(({ no, verdict }) => verdict === 'failed' && functionByNo.has(no))
  expect(failed).toEqual([])
  expect(byVerdict(results, 'passed')).toHaveLength(functionByNo.size)
  expect(reasonOf(results, 28)).toBe('no --callback address to send the events to')
  const last = reportText(provider.url, results).split('\n').at(-1)
  expect(last).toBe(`${functionByNo.size} passed, ${contract.size - 1 - functionByNo.size} failed, 1 skipped`)
})

test('where writing is withheld nothing is written, each row says so, and nobody reads 35 passed', async () => {
  const { results } = await runConformance(contract, { ...target(provider.url), noWrites: 'writing is withheld' })
  for (const no of [4, 5, 7, 14, 15, 16, 23, 24, 25, 30]) expect(reasonOf(results, no)).toBe('writing is withheld')
  expect(provider.office.listCases().filter(({ caseStatus }) => caseStatus === '12')).toEqual([])
  expect(byVerdict(results, 'failed').filter((no) => functionByNo.has(no))).toEqual([])
  expect(reportText(provider.url, results)).toMatch(
    /\n {2}4 {2}saveDeclaration +\d+ ms {2}skipped: writing is withheld\n/,
  )
  expect(reportText(provider.url, results)).not.toContain('35 passed')
})

test('the callback is judged beside the sandbox alone: a run elsewhere never counts 35', async () => {
  const callback = { url: 'http://127.0.0.1:9', secret: 'x' }
  const elsewhere = { ...target(provider.url), url: 'https://provider.example.cn', callback }
  const { results } = await runConformance(
    contract,
    elsewhere,
    rowsOf(contract).filter(({ no }) => no === 28),
  )
  expect(byVerdict(results, 'skipped')).toEqual([28])
  expect(reasonOf(results, 28)).toContain('beside the sandbox')
})

/** A provider whose answers of one path are changed. */
async function withChanged<T>(path: string, change: (text: string) => string, use: (url: string) => Promise<T>) {
  const alter = (at: string, body: Buffer) => (at.endsWith(path) ? Buffer.from(change(body.toString())) : body)
  const tap = await startTap({ upstream: () => provider.url, alter })
  try {
    return await use(tap.url)
  } finally {
    await tap.close()
  }
}

test('an answer that does not fit the contract fails its row, and says where', async () => {
  const wrong = (text: string) => text.replace(/"total":\d+/, '"total":"many"')
  const { results } = await withChanged('/items/list', wrong, (url) => runConformance(contract, target(url)))
  expect(reasonOf(results, 33)).toMatch(/#33 does not fit the contract: .*total/)
  expect(reasonOf(results, 35)).toBe('needs #33')
})

test('a file that is not the one that its digest names fails its row', async () => {
  const { results } = await withChanged(
    '/materials/blank-file',
    (text) => `${text.slice(0, -1)}x`,
    (url) => runConformance(contract, target(url)),
  )
  expect(reasonOf(results, 2)).toMatch(/#2 has/)
})

test('two addresses are compared by the shapes of their answers', async () => {
  const same = await compareAddresses(contract, target(provider.url), target(provider.url))
  expect(same).toMatch(/\n\d+ alike, 0 different$/)
  const change = (text: string) => text.replaceAll(/"promisedDays":(\d+)/g, '"promisedDays":"$1"')
  const other = await withChanged('/items/list', change, (url) =>
    compareAddresses(contract, target(provider.url), target(url)),
  )
  // The other address breaks the contract there, so its row has no answer to compare.
  expect(other).toContain('#33 listItems: no answer of B')
  expect(differences({ rows: [{ a: 1, b: '' }] }, { rows: [{ a: '1', b: null, c: true }] })).toEqual([
    'rows[].a: number | string',
    'rows[].c: absent | boolean',
  ])
})

describe('addresses and keys', () => {
  const remote = 'https://ywt-test.example.invalid/'
  const env = {
    ONE_NETWORK_APP_KEY: 'key',
    ONE_NETWORK_APP_SECRET: 'secret',
    ONE_NETWORK_SM2_PUBLIC_KEY: facts.sm2PublicKey,
    CONFORMANCE_SUBJECT: 'person',
    CONFORMANCE_LOGIN: 'login',
    CONFORMANCE_PASSWORD: 'word',
    CONFORMANCE_ITEM: 'SX1',
    CONFORMANCE_USCC: '91120116MA0FXN011B',
  }

  test('elsewhere nothing is written unless told, and the sandbox’s keys are never sent', () => {
    expect(toTarget(remote, readOptions([]), env, facts)).toMatchObject({
      url: 'https://ywt-test.example.invalid',
      appKey: 'key',
      noWrites: expect.stringContaining('--writes') as string,
    })
    expect(toTarget(remote, readOptions(['--writes']), env, facts).noWrites).toBe('')
    expect(() => toTarget(remote, readOptions([]), {}, facts)).toThrow(/^CONFORMANCE_SUBJECT is not set/)
    expect(() => toTarget(remote, readOptions([]), { ...env, ONE_NETWORK_APP_SECRET: '' }, facts)).toThrow('APP_SECRET')
  })

  test('what it does not understand it refuses', () => {
    expect(() => readOptions(['--compare', 'http://a'])).toThrow('npm run conformance')
    expect(() => readOptions(['http://a'])).toThrow('npm run conformance')
    expect(() => readOptions(['--wirtes'])).toThrow('npm run conformance')
    expect(() => readOptions(['--url', 'a'])).toThrow('a is no address')
    for (const args of [
      ['--url', 'http://a:6000'],
      ['--callback', 'http://a:6000'],
      ['--compare', 'http://a', 'http://b:6000'],
    ])
      expect(() => readOptions(args)).toThrow('port 6000')
    expect(readOptions(['--compare', 'http://a', 'http://b']).compare).toEqual(['http://a', 'http://b'])
  })
})
