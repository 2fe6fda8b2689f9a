import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { toLines } from '../../../scripts/audit-log/exported'
import { readFiles, writeLines } from '../../../scripts/audit-log/source'
import { ROOT } from '../../../scripts/build/paths'
import { KEY, MadeLog, MINUTE, NOON, rowOf, writerAt } from './made-log'

/** An export, as an operator holds it. */

const A = writerAt(NOON, 'aaaaaaaa')
const rows = (count: number) => Array.from({ length: count }, (_, n) => rowOf(A, n + 1, NOON + n))

let folder = ''
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'tjgx-audit-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The command as it is run; resolves with its exit code and what it said. */
async function audit(...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  const env = { ...process.env, AUDIT_KEY: KEY }
  return promisify(execFile)(process.execPath, [tsx, join(ROOT, 'scripts', 'audit-log.ts'), ...args], { env }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, said: stdout }),
  )
}

test('what is written is read again, also across the pieces that are read at once, and from several files', () => {
  const { log } = new MadeLog().seal(rows(4_000), NOON + MINUTE)
  const [one, other] = [join(folder, 'one.jsonl'), join(folder, 'other.jsonl')]
  const lines = [...toLines(log)]
  expect(lines.join().length).toBeGreaterThan(2 << 19)
  writeLines(one, lines.slice(0, 100))
  writeLines(other, lines.slice(100))
  expect(readFiles([other, one]).rows).toHaveLength(4_000)
  expect([...readFiles([one, other]).rows]).toEqual([...log.rows])
})

test('the command verifies an export, says its end, finds a row, and fails when one was changed', async () => {
  const file = join(folder, 'log.jsonl')
  const { log, seals } = new MadeLog().seal(rows(3), NOON + MINUTE)
  writeLines(file, toLines(log))
  const whole = await audit('verify', file)
  expect(whole).toMatchObject({ code: 0, said: expect.stringContaining('3 rows sealed; no row waits') as string })
  expect(whole.said).toContain(`last seal ${seals.length} of 2026-11-20T12:01:00+08:00`)
  expect(await audit('verify', file, '--last-seal', '2')).toMatchObject({ code: 1 })
  const found = await audit('find', file, '--user', 'U-1', '--request', 'req2026')
  expect(found.said.trim().split('\n')).toHaveLength(3)
  expect(found.said).toContain('declaration.open OK  draft:00ff')
  await writeFile(file, (await readFile(file, 'utf8')).replace('"outcome":"OK"', '"outcome":"NOT_FOUND"'))
  expect(await audit('verify', file)).toMatchObject({ code: 1, said: expect.stringContaining('FOUND row') as string })
}, 60_000)
