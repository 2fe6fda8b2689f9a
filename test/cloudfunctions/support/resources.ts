import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { functionEnvironment } from '../../../sandbox/environment'
import { UserSession } from '../../../cloudfunctions/one-network/user-session'
import { type OneNetwork, startOneNetwork } from '../../../sandbox/one-network'

export interface ProviderForResources {
  readonly provider: OneNetwork
  /** Empty folder that ends with the provider. */
  readonly folder: string
  close(): Promise<void>
}

/**
 * A provider that the resources of this very process ask: no cloud function between. The configuration is read once in
 * a process, so one such provider a test file.
 */
export async function startProviderForResources(): Promise<ProviderForResources> {
  const folder = mkdtempSync(join(tmpdir(), 'resources-'))
  const provider = await startOneNetwork({ dataDir: join(folder, 'provider') })
  Object.assign(process.env, functionEnvironment(provider))
  return {
    provider,
    folder,
    async close() {
      await provider.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What an action would hand to a resource. */
export const budget = (ms = 20_000) => ({ requestId: 'test-request', deadline: Date.now() + ms })

/** As the citizen whom this token logs in. */
export const asUser = (userToken: string) => new UserSession((use) => use(userToken), budget())
