import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildCloudfunctions, buildNpmPackages } from '../scripts/build'
import { DEPLOY, DIST, DIST_FUNCTIONS, MINIPROGRAM, ROOT } from '../scripts/build/paths'
import { startCloud } from './cloud'
import { functionEnvironment } from './environment'
import { startOneNetwork } from './one-network'
import { banner } from './start/banner'
import { writeDevtoolsConfig } from './start/devtools-config'
import { freePort } from './start/free-port'
import { parseOptions } from './start/options'
import { rebuildOnChange } from './start/rebuild'
import { claimDataFolder } from './start/single-run'
import { buildBrowserHost, serveBrowserHost } from './wechat'

const DATA = join(ROOT, '.data')
const DIST_BROWSER = join(DIST, 'browser')

/** `npm start`: builds everything, starts the outside world on this machine, and rebuilds what changes. */
async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2))
  const letGo = await claimDataFolder(DATA)
  if (options.reset) {
    for (const part of ['one-network', 'cloud']) await rm(join(DATA, part), { recursive: true, force: true })
  }

  console.log('Building …')
  await buildNpmPackages()
  await buildCloudfunctions({ outDir: DIST_FUNCTIONS })
  await buildBrowserHost({ miniprogramRoot: MINIPROGRAM, outDir: DIST_BROWSER })

  const taken = new Set<number>()
  const port = async (wanted: number): Promise<number> => {
    const free = await freePort(wanted, taken)
    taken.add(free)
    return free
  }
  const ports = {
    wechat: await port(options.ports.wechat),
    cloud: await port(options.ports.cloud),
    provider: await port(options.ports.provider),
  }
  const log = process.env['SANDBOX_LOG'] ? (line: string): void => console.log(line) : undefined
  const provider = await startOneNetwork({ dataDir: join(DATA, 'one-network'), port: ports.provider, log })
  const cloud = await startCloud({
    dataDir: join(DATA, 'cloud'),
    functionsDir: DIST_FUNCTIONS,
    deployDir: DEPLOY,
    port: ports.cloud,
    timers: true,
    env: functionEnvironment(provider),
    log,
  })
  const deskUrl = `${provider.url}/desk/`
  const host = await serveBrowserHost({ dir: DIST_BROWSER, port: ports.wechat, gatewayUrl: cloud.url, deskUrl })
  await writeDevtoolsConfig(join(ROOT, 'project.private.config.json'), cloud.url)

  const stopWatching = [
    rebuildOnChange({
      name: 'pages',
      sources: [MINIPROGRAM, join(ROOT, 'sandbox', 'wechat', 'runtime'), join(ROOT, 'sandbox', 'wechat', 'page')],
      run: async () => {
        await buildBrowserHost({ miniprogramRoot: MINIPROGRAM, outDir: DIST_BROWSER })
      },
      onOutcome: (error) => host.reload(error),
    }),
    rebuildOnChange({
      name: 'functions',
      sources: [join(ROOT, 'cloudfunctions'), join(MINIPROGRAM, 'shared'), DEPLOY],
      run: async () => {
        await buildCloudfunctions({ outDir: DIST_FUNCTIONS })
        cloud.reload()
      },
      onOutcome: (error) => host.reload(error),
    }),
  ]

  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    console.log('\nStopping …')
    await Promise.all(stopWatching.map((s) => s()))
    await host.close()
    await cloud.close()
    await provider.close()
    await letGo()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())

  console.log(banner({ appUrl: host.url, deskUrl, gatewayUrl: cloud.url, accounts: provider.accounts, dataDir: DATA }))
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
