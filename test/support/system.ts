import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud, type Cloud } from '../../sandbox/cloud'
import { functionEnvironment } from '../../sandbox/environment'
import { startOneNetwork, type OneNetwork, type OneNetworkOptions } from '../../sandbox/one-network'
import { buildCloudfunctions } from '../../scripts/build/cloudfunctions'
import { DEPLOY } from '../../scripts/build/paths'

/** The whole system without a browser: the provider, WeChat Cloud, and the functions that would be deployed. */
export interface System {
  readonly provider: OneNetwork
  readonly cloud: Cloud
  /** Lines that the functions logged, oldest first. */
  readonly log: readonly string[]
  close(): Promise<void>
}

interface OwnSystem extends System {
  /** Environment of the functions; what is changed here is that of each process that begins afterwards (cloud.reload). */
  readonly environment: Record<string, string>
}

let bundles: Promise<string> | undefined

/** The function bundles: those that `npm test` has built for the whole run, or else built once for this test file. */
export function functionBundles(): Promise<string> {
  const built = process.env['FUNCTION_BUNDLES']
  if (built) return Promise.resolve(built)
  bundles ??= mkdtemp(join(tmpdir(), 'tjgx-functions-')).then(async (outDir) => {
    await buildCloudfunctions({ outDir })
    return outDir
  })
  return bundles
}

/** Starts everything on free ports with fresh data. The caller closes it. */
export async function startSystem(
  options: Pick<OneNetworkOptions, 'delayMs' | 'now' | 'rateLimits' | 'withoutSituations'> & {
    readonly functionsDir?: string
    /** Instead of the sandbox's own keys. */
    readonly keys?: Readonly<Record<string, string>>
  } = {},
): Promise<OwnSystem> {
  const { functionsDir, keys, ...providerOptions } = options
  const dataDir = await mkdtemp(join(tmpdir(), 'tjgx-data-'))
  const log: string[] = []
  const provider = await startOneNetwork({ dataDir: join(dataDir, 'one-network'), ...providerOptions })
  const environment = functionEnvironment(provider)
  if (keys) {
    delete environment['SEALING_KEYS']
    delete environment['HASH_KEY']
    Object.assign(environment, keys)
  }
  const cloud = await startCloud({
    dataDir: join(dataDir, 'cloud'),
    functionsDir: functionsDir ?? (await functionBundles()),
    deployDir: DEPLOY,
    env: environment,
    log: (line) => log.push(line),
  })
  return {
    provider,
    cloud,
    environment,
    log,
    async close() {
      await cloud.close()
      await provider.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
