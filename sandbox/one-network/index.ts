import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createDeskHandler } from '../desk'
import { type FictionalAccount, loadAccounts } from './accounts/account'
import { createApiHandler } from './api-server'
import { Archives } from './archive/archives'
import { createDownloadHandler, DOWNLOAD_PATH } from './attachments/download'
import { openCatalogue } from './catalogue/load-catalogue'
import { loadCreditRecords } from './credit-records'
import { loadKeys } from './credentials'
import { Faults } from './faults'
import { createOffice, type Office } from './office'
import type { Platform } from './platform'
import { functionNames, loadContract } from './protocol/contract'
import { Pushes } from './pushes/pushes'
import { RequestLog, type RequestLine } from './request-log'
import { seedSampleCases } from './sample-cases'
import { observed } from './state/collection'
import { openFileStore } from './state/file-store'
import { createNumbers } from './state/numbers'
import { openStore, type Store } from './state/store'
import type { CaseRecord } from './state/records'

export type { FictionalAccount } from './accounts/account'
export type { OfficeAction } from './case-life-cycle/actions'
export { type Fault } from './faults'

export interface OneNetworkOptions {
  /** Folder of the database and the files; created when missing. What is in it survives a restart. */
  readonly dataDir: string
  /** 0 or absent: any free port. */
  readonly port?: number
  /** Epoch ms; the real clock when absent. */
  readonly now?: () => number
  /** Least time that each function takes, in ms. */
  readonly delayMs?: number
  /** Off for benchmarks only, which ask faster than chapter 11 allows; on when absent. */
  readonly rateLimits?: boolean
  readonly log?: (line: string) => void
  /** Numbers of functions that the application was not authorised for (1004); none when absent. */
  readonly withheld?: readonly number[]
  /** Ids of matters whose situations (办理情形) the provider has not set up: #12 is empty, #11 lists the materials. */
  readonly withoutSituations?: readonly string[]
  /** The catalogue differs from the office's files as seed/differences.json says, for what compares the two. */
  readonly differences?: boolean
  /** Fictional accounts besides those of the seed, for load tests. */
  readonly moreAccounts?: readonly FictionalAccount[]
}

/** A running stand-in for 天津市政务一网通 (docs/one-network). */
export interface OneNetwork {
  /** `http://127.0.0.1:<port>`; the desk page is under /desk/. */
  readonly url: string
  readonly credentials: {
    readonly appKey: string
    readonly appSecret: string
    readonly callbackSecret: string
    readonly sm2PublicKey: string
  }
  readonly accounts: readonly FictionalAccount[]
  readonly faults: Pick<Faults, 'set' | 'clear' | 'list'>
  readonly office: Office
  /** Approval events (#28); nothing is sent until `to` names the callback. */
  readonly pushes: Pick<Pushes, 'to' | 'list' | 'deliverDue'>
  /** Takes the matters' files as they are now (cloudfunctions/matters). Throws when they do not fit together, and keeps what it had. */
  reloadMatters(): void
  /** The most recent requests, newest first, as the desk shows them. */
  requests(): readonly RequestLine[]
  stats(): { readonly connections: number; readonly requests: number }
  close(): Promise<void>
}

/** Starts the provider on loopback. Close it: it holds a port and a database. */
export async function startOneNetwork(options: OneNetworkOptions): Promise<OneNetwork> {
  const { dataDir, port = 0, now = Date.now, delayMs = 0, rateLimits = true, log = () => undefined } = options
  const keys = loadKeys()
  const opened = openStore(dataDir)
  let onCaseChange: (before: CaseRecord | undefined, after: CaseRecord) => void = () => undefined
  const caseNoOf = (record: CaseRecord) => record.caseNo
  const cases = observed(opened.cases, caseNoOf, (before, after) => onCaseChange(before, after))
  const store: Store = { ...opened, cases }
  let baseUrl = ''
  const platform: Platform = {
    keys,
    accounts: [...loadAccounts(), ...(options.moreAccounts ?? [])],
    catalogue: openCatalogue(options),
    creditRecords: loadCreditRecords(),
    store,
    files: openFileStore(dataDir),
    numbers: createNumbers(store),
    archives: new Archives(now),
    withheld: options.withheld ?? [],
    now,
    downloadBase: () => baseUrl,
  }
  seedSampleCases(platform)
  const faults = new Faults(now)
  const requestLog = new RequestLog()
  const pushes = new Pushes({ platform, faults, requestLog })
  onCaseChange = pushes.note
  const office = createOffice(platform, pushes)
  const contract = loadContract()
  const handleApi = createApiHandler({
    platform,
    contract,
    faults,
    requestLog,
    delayMs,
    rateLimits,
    log,
  })
  const handleDesk = createDeskHandler({ office, faults, requestLog, pushes, functions: functionNames(contract) })
  const handleDownload = createDownloadHandler(platform)

  let connections = 0
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    const isDesk = path === '/' || path === '/desk' || path.startsWith('/desk/')
    const handle = isDesk ? handleDesk : path.startsWith(DOWNLOAD_PATH) ? handleDownload : handleApi
    const handled = Promise.resolve().then(() => handle(request, response, path))
    handled.catch((error: unknown) => {
      // A client that went away in the middle of its request is no news.
      if (!request.destroyed) log(`one-network ${path} ${error instanceof Error ? error.message : 'failed'}`)
      response.destroy()
    })
  })
  // As gateways do: Node's five seconds would end a connection just as a client sends its next request on it.
  server.keepAliveTimeout = 65_000
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  baseUrl = url
  return {
    url,
    credentials: {
      appKey: keys.appKey,
      appSecret: keys.appSecret,
      callbackSecret: keys.callbackSecret,
      sm2PublicKey: keys.sm2PublicKey,
    },
    accounts: platform.accounts,
    faults,
    office,
    pushes,
    reloadMatters: () => platform.catalogue.reload(),
    requests: () => requestLog.recent(),
    stats: () => ({ connections, requests: requestLog.total() }),
    async close() {
      await pushes.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        // Requests that a fault left without an answer would keep the server open for ever.
        server.closeAllConnections()
      })
      store.close()
    },
  }
}
