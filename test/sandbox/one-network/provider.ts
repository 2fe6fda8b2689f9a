import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type FictionalAccount,
  type OneNetwork,
  type OneNetworkOptions,
  startOneNetwork,
} from '../../../sandbox/one-network'
import { createTestClient, type TestClient } from './client'

export interface TestProvider {
  readonly provider: OneNetwork
  readonly client: TestClient
  readonly dataDir: string
  readonly nurse: FictionalAccount
  readonly citizen: FictionalAccount
  readonly freight: FictionalAccount
  readonly locked: FictionalAccount
  /** The provider's clock; tests move it instead of waiting. */
  advance(ms: number): void
  now(): number
  stop(): Promise<void>
}

/** A Monday, 10:00 in Beijing. */
export const MONDAY = Date.parse('2026-11-02T10:00:00+08:00')

/** A provider on a free port with its own folder and clock. */
export async function startTestProvider(
  options: Partial<OneNetworkOptions> & { readonly startAt?: number; readonly keepData?: boolean } = {},
): Promise<TestProvider> {
  const { startAt = MONDAY, keepData = false, ...rest } = options
  const dataDir = rest.dataDir ?? mkdtempSync(join(tmpdir(), 'one-network-'))
  let time = startAt
  const now = () => time
  const provider = await startOneNetwork({ ...rest, dataDir, now })
  const byName = (name: string): FictionalAccount => {
    const account = provider.accounts.find((it) => it.name === name)
    if (account === undefined) throw new Error(`no account ${name}`)
    return account
  }
  return {
    provider,
    client: createTestClient(provider, now),
    dataDir,
    nurse: byName('虞青禾'),
    citizen: byName('祁远帆'),
    freight: byName('天津星槎速达货运有限公司'),
    locked: byName('闻人照野'),
    advance: (ms) => {
      time += ms
    },
    now,
    async stop() {
      await provider.close()
      if (!keepData) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
