import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MODE_NAME, writeDevtoolsConfig } from '../../../sandbox/start/devtools-config'
import { isBlockedPort } from '../../../sandbox/start/blocked-ports'
import { freePort } from '../../../sandbox/start/free-port'
import { parseOptions } from '../../../sandbox/start/options'
import { rebuildOnChange } from '../../../sandbox/start/rebuild'
import { claimDataFolder } from '../../../sandbox/start/single-run'

const ROOT = join(__dirname, '..', '..', '..')
/** Ends every request before it opens a connection: only what `fetch` itself thinks of a port is asked. */
const nowhere = {
  method: 'GET',
  dispatcher: {
    dispatch: () => {
      throw new Error('would connect')
    },
  },
}

async function isRefusedByFetch(port: number): Promise<boolean> {
  const refusal = await fetch(`http://127.0.0.1:${port}/`, nowhere).then(
    () => undefined,
    (error: { readonly cause?: { readonly message?: string } }) => error.cause?.message,
  )
  return refusal === 'bad port'
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tjgx-start-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('the command line', () => {
  test('without options: the usual ports, data kept', () => {
    expect(parseOptions([])).toEqual({ reset: false, ports: { wechat: 5180, cloud: 5181, provider: 5182 } })
  })
  test('--reset and --port', () => {
    expect(parseOptions(['--reset', '--port', '6100'])).toMatchObject({ reset: true, ports: { wechat: 6100 } })
  })
  test.each([
    ['6000', 'port 6000', '--port 6001'],
    ['5999', 'port 6000', '--port 6001'],
    ['5059', 'port 5060', '--port 5062'],
    ['6665', 'port 6665', '--port 6670'],
    ['10078', 'port 10080', '--port 10081'],
  ])('--port %s would lead where browsers do not go: refused, with a number that works', (port, blocked, neighbour) => {
    const refused = expect(() => parseOptions(['--port', port]))
    refused.toThrow(blocked)
    refused.toThrow(neighbour)
    expect(() => parseOptions(neighbour.split(' '))).not.toThrow()
  })
  test.each([['--nonsense'], ['--port', '80'], ['--port', 'x']])('%s %s is refused with the usage', (...args) => {
    expect(() => parseOptions(args)).toThrow(/npm start --/)
  })
})

describe('a free port', () => {
  test('skips ports that somebody holds or that were just promised', async () => {
    const holder = createServer()
    const held = await new Promise<number>((resolve) =>
      holder.listen(0, '127.0.0.1', () => resolve((holder.address() as { port: number }).port)),
    )
    const next = await freePort(held)
    expect(next).toBeGreaterThan(held)
    expect(await freePort(held, new Set([next]))).toBeGreaterThan(next)
    holder.close()
  })
  test('skips ports that browsers do not open', async () => {
    expect(await freePort(6665)).toBeGreaterThan(6669)
  })
  test('the blocked ports are those that Node’s fetch, which follows the same standard, refuses', async () => {
    const refused: number[] = []
    // Node's list has no 0 yet; nobody can listen there anyway.
    for (let port = 1; port <= 65_535; port++) if (await isRefusedByFetch(port)) refused.push(port)
    expect(refused.length).toBeGreaterThan(80)
    expect(refused).toEqual(Array.from({ length: 65_535 }, (_, i) => i + 1).filter(isBlockedPort))
  }, 60_000)
  test.each(['README.md', 'README.zh-CN.md'])('the one that %s names is one that browsers open', async (name) => {
    const [, port] = /npm start -- --port (\d+)/.exec(await readFile(join(ROOT, name), 'utf8')) ?? []
    expect(parseOptions(['--port', String(port)])).toMatchObject({ ports: { wechat: Number(port) } })
  })
})

describe('the data folder', () => {
  test('is refused while another live process holds it', async () => {
    await writeFile(join(folder, 'running.pid'), String(process.ppid))
    await expect(claimDataFolder(folder)).rejects.toThrow(/already uses/)
  })
  test('is taken over from a process that died, and let go', async () => {
    await writeFile(join(folder, 'running.pid'), '2147480000')
    const letGo = await claimDataFolder(folder)
    expect(await readFile(join(folder, 'running.pid'), 'utf8')).toBe(String(process.pid))
    await letGo()
    await expect(readFile(join(folder, 'running.pid'))).rejects.toThrow()
  })
})

describe('the DevTools compile mode', () => {
  test('is added once, everything else is kept', async () => {
    const file = join(folder, 'project.private.config.json')
    await writeFile(
      file,
      JSON.stringify({ setting: { x: 1 }, condition: { miniprogram: { list: [{ name: 'mine' }] } } }),
    )
    await writeDevtoolsConfig(file, 'http://127.0.0.1:5181')
    await writeDevtoolsConfig(file, 'http://127.0.0.1:6001')
    const config = JSON.parse(await readFile(file, 'utf8')) as {
      setting: object
      condition: { miniprogram: { list: { name: string; query?: string }[] } }
    }
    expect(config.setting).toEqual({ x: 1 })
    expect(config.condition.miniprogram.list.map((m) => m.name)).toEqual([MODE_NAME, 'mine'])
    expect(config.condition.miniprogram.list[0]?.query).toContain(encodeURIComponent('http://127.0.0.1:6001'))
  })
  test('a file that is not JSON is not overwritten', async () => {
    const file = join(folder, 'project.private.config.json')
    await writeFile(file, '{ broken')
    await expect(writeDevtoolsConfig(file, 'http://127.0.0.1:1')).rejects.toThrow(/is not JSON/)
    expect(await readFile(file, 'utf8')).toBe('{ broken')
  })
})

describe('rebuilding on change', () => {
  test('says what is broken, keeps watching, recovers when mended', async () => {
    const source = join(folder, 'page.ts')
    await writeFile(source, 'good')
    const outcomes: (string | undefined)[] = []
    let told: () => void = () => undefined
    const next = (): Promise<void> => new Promise((resolve) => (told = resolve))
    jest.spyOn(console, 'log').mockImplementation()
    jest.spyOn(console, 'error').mockImplementation()
    const stop = rebuildOnChange({
      name: 'pages',
      sources: [folder],
      run: async () => {
        if ((await readFile(source, 'utf8')) === 'bad') throw new Error('page.ts:1:1 unexpected')
      },
      onOutcome: (error) => {
        outcomes.push(error)
        told()
      },
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
    let wait = next()
    await writeFile(source, 'bad')
    await wait
    wait = next()
    await writeFile(source, 'mended')
    await wait
    await stop()
    expect(outcomes).toEqual(['page.ts:1:1 unexpected', undefined])
  })
})
