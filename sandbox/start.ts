import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import privacy from '../deploy/privacy.json'
import { buildCloudfunctions } from '../scripts/build/cloudfunctions'
import { buildNpmPackages } from '../scripts/build/npm-packages'
import { DEPLOY, MINIPROGRAM, ROOT } from '../scripts/build/paths'
import { startCloud } from './cloud'
import { functionEnvironment } from './environment'
import { startOneNetwork } from './one-network'
import { banner } from './start/banner'
import { writeDevtoolsConfig } from './start/devtools-config'
import { freePort } from './start/free-port'
import { parseOptions } from './start/options'
import { rebuildOnChange } from './start/rebuild'
import { storeRareFonts } from './start/rare-fonts'
import { claimDataFolder } from './start/single-run'
import { buildBrowserHost, serveBrowserHost } from './wechat'

const DEFAULT_DATA = join(ROOT, '.data')

/** `npm start`: builds everything, starts the outside world on this machine, and rebuilds what changes. */
async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2))
  const data = options.data === undefined ? DEFAULT_DATA : resolve(options.data)
  const functionsDir = join(data, 'build', 'functions')
  const browserDir = join(data, 'build', 'browser')
  const letGo = await claimDataFolder(data)
  if (options.reset) {
    for (const part of ['one-network', 'cloud']) await rm(join(data, part), { recursive: true, force: true })
  }

  console.log('Building …')
  await buildNpmPackages()
  await buildCloudfunctions({ outDir: functionsDir })
  await buildBrowserHost({ miniprogramRoot: MINIPROGRAM, outDir: browserDir })

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
  const provider = await startOneNetwork({ dataDir: join(data, 'one-network'), port: ports.provider, log })
  const cloud = await startCloud({
    dataDir: join(data, 'cloud'),
    functionsDir,
    deployDir: DEPLOY,
    port: ports.cloud,
    timers: true,
    env: functionEnvironment(provider),
    log,
  })
  provider.pushes.to(`${cloud.url}/callback/v1/approval-events`)
  const deskUrl = `${provider.url}/desk/`
  const host = await serveBrowserHost({
    dir: browserDir,
    port: ports.wechat,
    gatewayUrl: cloud.url,
    deskUrl,
    privacyTypes: privacy.map(({ type }) => type),
  })
  if (data === DEFAULT_DATA) await writeDevtoolsConfig(join(ROOT, 'project.private.config.json'), cloud.url)

  const show = (error: string | undefined): void => (error === undefined ? host.reload() : host.showError(error))
  const stopWatching = [
    rebuildOnChange({
      name: 'pages',
      sources: [MINIPROGRAM, join(ROOT, 'sandbox', 'wechat', 'runtime'), join(ROOT, 'sandbox', 'wechat', 'page')],
      run: async () => {
        await buildBrowserHost({ miniprogramRoot: MINIPROGRAM, outDir: browserDir })
      },
      onOutcome: show,
    }),
    rebuildOnChange({
      name: 'functions',
      sources: [join(ROOT, 'cloudfunctions'), join(MINIPROGRAM, 'shared'), DEPLOY],
      run: async () => {
        await buildCloudfunctions({ outDir: functionsDir })
        provider.reloadMatters()
        cloud.reload()
      },
      onOutcome: show,
    }),
  ]

  const stopStoring = storeRareFonts(cloud)

  let stopping = false
  const stop = async (): Promise<void> => {
    // A second Ctrl-C does not wait for anything.
    if (stopping) process.exit(1)
    stopping = true
    console.log('\nStopping …')
    await stopStoring()
    await Promise.all(stopWatching.map((s) => s()))
    await host.close()
    await cloud.close()
    await provider.close()
    await letGo()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())

  console.log(banner({ appUrl: host.url, deskUrl, gatewayUrl: cloud.url, accounts: provider.accounts, dataDir: data }))
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
