import { readFileSync } from 'node:fs'
import { Cron } from 'croner'
import collections from '../../deploy/collections.json'
import environment from '../../deploy/environment.json'
import { jobs } from '../../cloudfunctions/scheduler/jobs'
import functions from '../../deploy/functions.json'
import { ENDINGS, RETENTION } from '../../cloudfunctions/stores/retention'
import storageRules from '../../deploy/storage-rules.json'
import { hasExpired, mintPath } from '../../cloudfunctions/domain/storage/minted-path'
import { readDeployment } from '../../sandbox/cloud/deploy'
import { readConfig } from '../../cloudfunctions/kernel/config'
import { functionEnvironment } from '../../sandbox/environment'
import { sourceFiles } from './source-files'

const named = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((m) => m[1] ?? '')
const sandbox = functionEnvironment({
  url: 'http://127.0.0.1:1',
  credentials: { appKey: 'k', appSecret: 's', callbackSecret: 'c', sm2PublicKey: `04${'0'.repeat(128)}` },
})
const configSource = readFileSync('cloudfunctions/kernel/config.ts', 'utf8')

test('deploy/environment.json names what the functions read, and nothing else', () => {
  // TZ is read by the platform's Node, not by our code.
  const read = [...named(configSource, /^ {2}([A-Z][A-Z0-9_]+): (?:v\.|key)/gm), 'TZ']
  expect(read.length).toBeGreaterThan(5)
  expect(environment.map(({ name }) => name).sort()).toEqual(read.sort())
})

test('no other file of the functions reads the environment', () => {
  const readers = sourceFiles('cloudfunctions').filter(({ text }) => /process\.env\b/.test(text))
  expect(readers.map(({ path }) => path)).toEqual(['cloudfunctions/kernel/config.ts'])
})

test('the sandbox gives its functions the same variables; the one key of the release before is among the listed ones', () => {
  const names = environment.map(({ name }) => name).filter((name) => name !== 'SEALING_KEY')
  expect(Object.keys(sandbox).sort()).toEqual(names.sort())
})

test.each(environment)('$name: required or optional as the functions have it; a default is what they take', (row) => {
  const { [row.name]: _left, ...without } = sandbox
  if (row.name === 'TZ') return expect(row.default).toBe('Asia/Shanghai')
  if (row.required) return expect(() => readConfig(without)).toThrow(row.name)
  const said = JSON.stringify(readConfig({ ...sandbox, [row.name]: row.default }))
  return expect(JSON.stringify(readConfig(without))).toBe(said)
})

test.each([
  ['https://one-network.example', true],
  ['http://localhost:5182', true],
  ['http://one-network.example', false],
  ['http://127.0.0.1.example', false],
  ['ftp://127.0.0.1', false],
  ['no address', false],
])('%s: the provider is reached through TLS, except on this machine', (url, allowed) => {
  const read = () => readConfig({ ...sandbox, ONE_NETWORK_URL: url })
  if (allowed) expect(read().oneNetwork.url).toBe(url)
  else expect(read).toThrow('ONE_NETWORK_URL')
})

test('a complaint about the environment never shows a value', () => {
  expect(() => readConfig({ ...sandbox, ONE_NETWORK_URL: 'no address, but a secret' })).toThrow(
    /^missing or malformed environment variables: ONE_NETWORK_URL$/,
  )
})

test('secrets have no default', () => {
  const secrets = environment.filter(({ secret }) => secret)
  expect(secrets.map(({ name }) => name)).toEqual([
    'ONE_NETWORK_APP_SECRET',
    'ONE_NETWORK_CALLBACK_SECRET',
    'SEALING_KEYS',
    'SEALING_KEY',
    'HASH_KEY',
    'AUDIT_KEY',
  ])
  expect(secrets.filter((row) => 'default' in row)).toEqual([])
})

/** Whose a row is stands once for all of them. */
const OWNER = 'cloudfunctions/stores/owner.ts'
/** And until when which row is kept. */
const RETAINED = 'cloudfunctions/stores/retention.ts'
const stores = sourceFiles('cloudfunctions/stores').filter(({ path }) => path !== OWNER && path !== RETAINED)
const owner = sourceFiles('cloudfunctions/stores').filter(({ path }) => path === OWNER)
const ledger = sourceFiles('cloudfunctions/ledger')

test('deploy/collections.json names the collections of stores/, closed to clients', () => {
  const used = stores.flatMap(({ text }) => named(text, /table<\w+>\('([a-z_]+)'/g))
  expect(collections.map(({ name }) => name).sort()).toEqual(used.sort())
  expect(used.length).toBe(stores.length)
  for (const { rule } of collections) expect(rule).toEqual({ read: false, write: false })
})

test.each(collections)('the indexes of $name are over fields that its rows have', ({ name, indexes }) => {
  const store = stores.find(({ text }) => text.includes(`>('${name}'`))
  // A row that is worked on by one invocation at a time has the ledger's fields besides its own.
  const parents = / extends ([\w, ]+) \{/.exec(store?.text ?? '')?.[1] ?? ''
  const inherited = [...(/(Leased|Sent|Open)Row/.test(parents) ? ledger : []), ...(/Owner/.test(parents) ? owner : [])]
  const declared = [store?.text ?? '', ...inherited.map(({ text }) => text)].flatMap((text) =>
    named(text, /^ {2}readonly (\w+)\??:/gm),
  )
  const fields = new Set(declared)
  const keys = (indexes as readonly { readonly keys: object }[]).flatMap((index) => Object.keys(index.keys))
  expect(keys.filter((key) => !fields.has(key))).toEqual([])
})

test('the two promises that the database itself keeps: one open draft of a kind, one draft per start', () => {
  const unique = collections
    .flatMap(({ indexes }) => indexes as readonly { readonly keys: object; readonly unique?: boolean }[])
    .filter((index) => index.unique)
  expect(unique.map((index) => Object.keys(index.keys))).toEqual([['openKey'], ['startKey']])
})

test('the scheduler has one timer, every minute; each of its jobs fits into one run after the most urgent', () => {
  const [first, second] = new Cron(functions.scheduler.timer.cron, {
    timezone: 'Asia/Shanghai',
    paused: true,
  }).nextRuns(2)
  expect(Number(second) - Number(first)).toBe(60_000)
  const [events = 0, ...others] = Object.values(jobs).map(({ atMostMs }) => atMostMs)
  expect(others).toHaveLength(8)
  for (const ms of others) expect(events + ms).toBeLessThanOrEqual(functions.scheduler.timeoutMs - 5_000)
})

test('files that are needed for a moment go within two hours: they are old after one, and the clean-up runs hourly', () => {
  expect(jobs['clean-up']?.everyMinutes).toBe(60)
  expect(ENDINGS.temporaryFiles.afterMs).toBe(3600_000)
})

test('of every collection it is said what it is for and until when', () => {
  expect(Object.keys(RETENTION).sort()).toEqual(collections.map(({ name }) => name).sort())
  const endless = Object.values(RETENTION).filter(({ ends }) => Object.keys(ends).length === 0)
  expect(endless.filter((kept) => !('note' in kept))).toEqual([])
})

test('the storage rule is the documented one, and what the functions mint fits it, and nothing else', () => {
  const [, documented = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/deployment.md', 'utf8')) ?? []
  expect(JSON.parse(documented)).toEqual(storageRules)
  const { write } = readDeployment('deploy').storage
  if (write === false) throw new Error('nothing can be uploaded')
  const minted = mintPath('xlsx', Date.now())
  expect(write.path.test(minted)).toBe(true)
  expect([minted, mintPath('pdf', Date.now() - 2.1 * 3600_000)].map((path) => hasExpired(path, Date.now()))).toEqual([
    false,
    true,
  ])
  for (const path of ['uploads/a/b/c/d.exe', 'uploads/x.pdf', `${minted}/x`, `x/${minted}`, 'made/1/file.pdf', '']) {
    expect(write.path.test(path)).toBe(false)
  }
})

test('uploads that were given up are gone within a day', () => {
  const hour = 3600_000
  expect(ENDINGS.staleUploads.afterMs + (jobs['clean-up']?.everyMinutes ?? Infinity) * 60_000).toBeLessThan(24 * hour)
})
