import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud, type Cloud } from '../sandbox/cloud'
import { functionEnvironment } from '../sandbox/environment'
import { startOneNetwork, type OneNetwork } from '../sandbox/one-network'
import { buildCloudfunctions } from '../scripts/build/cloudfunctions'
import { DEPLOY } from '../scripts/build/paths'

/** Provider and cloud on free ports with the functions that would be deployed; ends with `work`. */
export async function withSystem<T>(
  options: { delayMs?: number; rateLimits?: boolean },
  work: (cloud: Cloud, provider: OneNetwork, functionsDir: string) => Promise<T>,
): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tjgx-bench-'))
  const functionsDir = join(dataDir, 'functions')
  await buildCloudfunctions({ outDir: functionsDir })
  const provider = await startOneNetwork({ dataDir: join(dataDir, 'one-network'), ...options })
  const env = functionEnvironment(provider)
  const cloud = await startCloud({ dataDir: join(dataDir, 'cloud'), functionsDir, deployDir: DEPLOY, env })
  try {
    return await work(cloud, provider, functionsDir)
  } finally {
    await cloud.close()
    await provider.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}
