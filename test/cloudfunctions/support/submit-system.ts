import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cloud, openidOf, startCloud } from '../../../sandbox/cloud'
import { functionEnvironment } from '../../../sandbox/environment'
import { type FictionalAccount, startOneNetwork } from '../../../sandbox/one-network'
import { openStore } from '../../../sandbox/one-network/state/store'
import { DEPLOY } from '../../../scripts/build/paths'
import { type BadLine, type BadLineOptions, startBadLine } from '../../support/bad-line'
import { functionBundles, type System } from '../../support/system'

/** Everything, with a bad line between the functions and the provider. */
export interface BadSystem extends System {
  readonly line: BadLine
  /** The provider's own books, to copy from and to audit. */
  readonly books: ReturnType<typeof openStore>
  /** What happens to the requests from now on; nothing at first. */
  setPlan(plan: BadLineOptions['plan']): void
  /** All function processes are gone at once, and so is the cloud for a moment; what was stored is there again. */
  restartHost(): Promise<void>
  /** Every number under which the provider was asked to make a case of a declaration. */
  requestNos(declareNo: string): ReadonlySet<string>
}

export interface BadSystemOptions {
  readonly accounts: readonly FictionalAccount[]
  /** Functions at the same time. */
  readonly processes: number
  /** Citizen of an invocation's request id, for killing. */
  readonly citizenOf: (traceId: string) => string
}

export async function startBadSystem({ accounts, processes, citizenOf }: BadSystemOptions): Promise<BadSystem> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tjgx-submits-'))
  const log: string[] = []
  const provider = await startOneNetwork({
    dataDir: join(dataDir, 'one-network'),
    moreAccounts: accounts,
    // All citizens at once ask faster than chapter 11 lets one office; 429 is one of the line's troubles instead.
    rateLimits: false,
  })
  const requestNos = new Map<string, Set<string>>()
  let plan: BadLineOptions['plan'] = () => undefined
  const line = await startBadLine({
    target: provider.url,
    plan: (request) => {
      const { saveType, declareNo, requestNo } = request.body
      if (saveType === '2') {
        const key = String(declareNo)
        requestNos.set(key, (requestNos.get(key) ?? new Set()).add(String(requestNo)))
      }
      return plan(request)
    },
    kill: (traceId) => cloud.crash(openidOf(citizenOf(traceId))),
  })
  const functionsDir = await functionBundles()
  const begin = (port: number): Promise<Cloud> =>
    startCloud({
      port,
      dataDir: join(dataDir, 'cloud'),
      functionsDir,
      deployDir: DEPLOY,
      env: { ...functionEnvironment(provider), ONE_NETWORK_URL: line.url },
      bounds: { concurrentInvocations: processes, idlePerFunction: Math.ceil(processes / 2) },
      log: (text) => log.push(text),
    })
  let cloud = await begin(0)
  const books = openStore(join(dataDir, 'one-network'))
  return {
    provider,
    get cloud() {
      return cloud
    },
    log,
    line,
    books,
    setPlan: (next) => {
      plan = next
    },
    requestNos: (declareNo) => requestNos.get(declareNo) ?? new Set(),
    async restartHost() {
      await cloud.close()
      cloud = await begin(Number(new URL(cloud.url).port))
    },
    async close() {
      await cloud.close()
      await line.close()
      books.close()
      await provider.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
