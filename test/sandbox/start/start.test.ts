import { agreedToday } from '../../../miniprogram/shared/domain/consent'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `npm start` as a person has it: a process in a terminal. */
const ROOT = join(__dirname, '..', '..', '..')
const data = mkdtempSync(join(tmpdir(), 'tjgx-npm-start-'))
const running = new Set<ChildProcess>()

afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(data, { recursive: true, force: true })
})

interface Started {
  readonly child: ChildProcess
  readonly app: string
  readonly desk: string
  readonly gateway: string
}

/** Starts it and waits for the printed addresses. */
function start(...args: string[]): Promise<Started> {
  const child = spawn(process.execPath, ['--import', 'tsx', join('sandbox', 'start.ts'), '--data', data, ...args], {
    cwd: ROOT,
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return new Promise((resolve, reject) => {
    let output = ''
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const found = ['小程序', '窗口端', '云网关'].map(
        (label) => new RegExp(`${label}\\s+(http:\\S+)`).exec(output)?.[1],
      )
      const [app, desk, gateway] = found
      if (app && desk && gateway && output.includes('Ctrl-C')) resolve({ child, app, desk, gateway })
    })
    child.once('exit', (code) => reject(new Error(`npm start ended with ${String(code)}:\n${output}`)))
  })
}

/** Presses Ctrl-C and waits for the end. */
function stop({ child }: Started): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGINT')
  })
}

interface Answer {
  readonly ok: boolean
  readonly data?: { readonly identities?: unknown[]; readonly counts?: unknown }
}

async function invoke(gateway: string, data: object): Promise<Answer> {
  const response = await fetch(`${gateway}/invoke/api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ data }),
  })
  return ((await response.json()) as { result: Answer }).result
}

/** Ids of the processes that a process started, and theirs (Linux only: read from /proc). */
function descendants(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /, '')
          .split(' ')
        return [{ pid: Number(name), parent: Number(fields[1]) }]
      } catch {
        return []
      }
    })
  const children = parents.filter((p) => p.parent === pid).map((p) => p.pid)
  return children.flatMap((child) => [child, ...descendants(child)])
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const BIND = {
  action: 'account.bind',
  input: {
    subjectType: 'person',
    account: '13000000102',
    password: 'Demo@2026',
    agreed: agreedToday('privacy', 'agreement'),
  },
}

test('starts everything, keeps its data across restarts, refuses a second run, and Ctrl-C ends every child', async () => {
  const first = await start('--port', '17180')
  expect((await fetch(first.app)).status).toBe(200)
  expect((await fetch(first.desk)).status).toBe(200)
  expect(await invoke(first.gateway, BIND)).toMatchObject({ ok: true })

  await expect(start('--port', '17190')).rejects.toThrow(/already uses/)

  const children = descendants(first.child.pid ?? 0)
  expect(children.length).toBeGreaterThan(0)
  expect(await stop(first)).toBe(0)
  // esbuild's own helper ends itself when the pipe to it closes, a moment later.
  for (let wait = 0; wait < 50 && children.some(isAlive); wait++) await new Promise((done) => setTimeout(done, 100))
  expect(children.filter(isAlive)).toEqual([])
  await expect(fetch(first.app)).rejects.toThrow()

  const second = await start('--port', '17180')
  const kept = await invoke(second.gateway, { action: 'account.get', input: {} })
  expect(kept.data?.identities).toHaveLength(1)
  // The binding not only is listed: its sealed tokens open, and the provider still knows them.
  const home = await invoke(second.gateway, { action: 'home.open', input: {} })
  expect(home.data?.counts).toMatchObject({ ok: true })
  await stop(second)

  const third = await start('--port', '17180', '--reset')
  const fresh = await invoke(third.gateway, { action: 'account.get', input: {} })
  expect(fresh.data?.identities).toHaveLength(0)
  await stop(third)
}, 120_000)
