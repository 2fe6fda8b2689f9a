import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readDeployment } from '../../../sandbox/cloud/deploy'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deploy-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, value: unknown): void =>
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value))

test("reads the project's own files", () => {
  const deployment = readDeployment(join(__dirname, '../../../deploy'))
  expect(deployment.collections.length).toBeGreaterThan(0)
  expect(deployment.storage.read).toBe(false)
})

test('an empty folder gives clients nothing', () => {
  expect(readDeployment(folder)).toEqual({
    collections: [],
    storage: { read: false, write: false },
    routes: new Map(),
    messageTemplates: [],
  })
})

test.each<[string, string, unknown, RegExp]>([
  [
    'a collection that clients may read',
    'collections.json',
    [{ name: 'a', rule: { read: true, write: false } }],
    /0\.rule\.read/,
  ],
  ['files that clients may read', 'storage-rules.json', { read: true, write: false }, /storage-rules\.json: read/],
  ['uploads to anywhere', 'storage-rules.json', { read: false, write: 'auth != null' }, /storage-rules\.json: write/],
  [
    'a second timer of a function',
    'functions.json',
    {
      a: {
        timers: [
          { name: 'x', cron: '0 * * * * * *' },
          { name: 'y', cron: '0 * * * * * *' },
        ],
      },
    },
    /functions\.json: a\.timers/,
  ],
  ['broken JSON', 'functions.json', '{', /functions\.json/],
])('refuses %s, and says where', (_name, file, value, message) => {
  write(file, value)
  expect(() => readDeployment(folder)).toThrow(message)
})
