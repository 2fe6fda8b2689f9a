import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { readConfig } from '../../cloudfunctions/kernel/config'
import { hashKeyOf, madeAt, parseKeys } from '../../cloudfunctions/kernel/key-ring'
import { DocumentStore } from '../../sandbox/cloud/database/document-store'
import { functionEnvironment } from '../../sandbox/environment'
import { hashKeyFor, newKey, newKeyLines } from '../../scripts/keys/new-key'
import { countForms, statusLines } from '../../scripts/keys/stored-forms'

const NOW = new Date('2026-12-01T04:00:00Z')

test('a new key is one that the functions take, says when it was made, and is another one each time', () => {
  const [key] = parseKeys(newKey(NOW)) ?? []
  expect(key?.bytes).toHaveLength(32)
  expect(madeAt(key?.id ?? '')).toBe(Date.parse('2026-12-01T00:00:00Z'))
  expect(newKey(NOW)).not.toBe(newKey(NOW))
})

test('what is printed for a new environment is taken as it is', () => {
  const lines = newKeyLines(NOW).map((line) => line.trim())
  const entered = Object.fromEntries(
    lines.flatMap((line) => {
      const [, name = '', value = ''] = /^(SEALING_KEYS|HASH_KEY)=(\S+)$/.exec(line) ?? []
      return name === '' ? [] : [[name, value] as const]
    }),
  )
  expect(Object.keys(entered)).toEqual(['SEALING_KEYS', 'HASH_KEY'])
  const sandbox = functionEnvironment({
    url: 'http://127.0.0.1:1',
    credentials: { appKey: 'k', appSecret: 's', callbackSecret: 'c', sm2PublicKey: `04${'0'.repeat(128)}` },
  })
  expect(readConfig({ ...sandbox, ...entered }).sealer.form).toMatch(/^v2\.gcm\.20261201-[0-9a-f]{4}$/)
})

test('the key of hashes that SEALING_KEY had', () => {
  const bytes = Buffer.alloc(32, 5)
  expect(hashKeyFor(`${bytes.toString('base64')}\n`)).toBe(hashKeyOf({ id: 'first', bytes }).toString('base64'))
  expect(() => hashKeyFor('x')).toThrow('32 bytes')
})

const { sealer } = readConfig(
  functionEnvironment({
    url: 'http://127.0.0.1:1',
    credentials: { appKey: 'k', appSecret: 's', callbackSecret: 'c', sm2PublicKey: `04${'0'.repeat(128)}` },
  }),
)
const OLD = 'v1.nQ3JV8rswr1_U3qd.N3WJnFocPUhoMuUxf3DMzg.-guprdcJBlsInR8AesbEicJdqG8'

test('which keys are needed, by collection; a text that only begins like a sealed one is none', () => {
  const counts = countForms([
    { collection: 'bindings', document: { tokens: OLD, profile: sealer.seal({}, 'p'), openid: 'v1.x' } },
    { collection: 'attachments', document: { fileName: { sealed: sealer.seal('a.pdf', 'p') } } },
    { collection: 'attachments', document: { fileName: 'v1.scan.final.pdf' } },
  ])
  expect(statusLines(counts)).toEqual([
    'bindings: v1 1, v2.gcm.sandbox 1',
    'attachments: v2.gcm.sandbox 1',
    'Keys that are needed to read this: first, sandbox',
  ])
  expect(statusLines(countForms([]))).toEqual(['Nothing is sealed.'])
})

const run = (...args: readonly string[]): string =>
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/keys.ts', ...args], { encoding: 'utf8' })
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'tjgx-keys-'))

test('the command reads what the console exports', () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'messages.json'), `{"note":"${OLD}"}\n{"note":"${OLD}"}\n`)
  writeFileSync(join(folder, 'bindings.json'), JSON.stringify([{ tokens: sealer.seal({}, 'p') }]))
  const printed = run('status', '--export', folder)
  expect(printed).toContain('messages: v1 2')
  expect(printed).toContain('bindings: v2.gcm.sandbox 1')
}, 30_000)

test('the command reads the sandbox, while it runs', () => {
  const data = newFolder()
  mkdirSync(join(data, 'cloud'))
  const sql = new Database(join(data, 'cloud', 'cloud.sqlite'))
  const store = new DocumentStore(sql)
  store.create('messages')
  store.commit([{ collection: 'messages', id: 'm', document: { _id: 'm', note: OLD } }])
  expect(run('status', '--data', data)).toBe('messages: v1 1\nKeys that are needed to read this: first\n')
  sql.close()
}, 30_000)
