import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'libsql'
import { type AdminAction } from './admin-action'
import { adminServer } from './admin-server'
import { openDatabase } from './database'
import { readDeployment } from './deploy'
import { CloudError, messageOf } from './errors'
import {
  type Caller,
  CLIENT,
  CLIENT_LIMITS,
  CONSOLE,
  FunctionHost,
  newRequestId,
  Releases,
  SANDBOX_APP_ID,
  SERVER_LIMITS,
  TIMER,
} from './functions'
import { functionActions } from './functions/actions'
import { gateway, type InvokeResult } from './gateway'
import { httpAccess } from './http-access'
import { type HostBounds, LIMITS } from './limits'
import { closeServer, listenOnLoopback } from './loopback-server'
import { openApiActions, SubscribeMessages, type SentMessage, type TextCheckTrouble } from './openapi'
import { FileIds, FileStore, objectServer, Signatures, storageActions, type StoredFile } from './storage'
import { timerEvent, Timers } from './timers'

export { openidOf, type InvokeResult } from './gateway'

/** The environment id of the sandbox's cloud. */
const ENV = 'sandbox'

/** The file id of a path in its storage. */
export const fileIdOf = (path: string): string => new FileIds(ENV).of(path)

export interface CloudOptions {
  /** Database and files; created when missing. One cloud at a time may use it. */
  readonly dataDir: string
  /** Built functions: `<functionsDir>/<fn>/index.js` and config.json. */
  readonly functionsDir: string
  /** collections.json, storage-rules.json, functions.json, subscribe-templates.json. */
  readonly deployDir: string
  /** 0 or absent takes a free one. */
  readonly port?: number
  /** Environment variables of every function. */
  readonly env: Readonly<Record<string, string>>
  /** Gets what functions print, one line each, with function name and request id. */
  readonly log?: (line: string) => void
  /** Fires timer triggers by the clock. Off unless asked for: tests fire them by hand. */
  readonly timers?: boolean
  /** How many processes this machine runs and keeps; for load tests. */
  readonly bounds?: Partial<HostBounds>
  /** Whether HTTP events keep the route's prefix in `path`; unverified on the real platform. */
  readonly keepRoutePrefix?: boolean
}

export interface Cloud {
  readonly url: string
  /** Environment variables that point wx-server-sdk to this cloud. */
  readonly sdkEnv: Readonly<Record<string, string>>
  /** Calls a function as the app of a citizen would, with the app's limits. Never rejects. */
  invoke(name: string, event: object, caller: { openid: string }): Promise<InvokeResult>
  /** Fires one timer trigger now. Fails for a trigger that config.json does not name. */
  fireTimer(functionName: string, triggerName: string): Promise<InvokeResult>
  /** Runs a function for nobody, as a developer does in the cloud's console (云端测试). */
  runInConsole(functionName: string, event: object): Promise<InvokeResult>
  /** Ends at once whatever function works for this citizen, as a platform that loses an instance. */
  crash(openid: string): void
  /** Subscription messages that were sent, oldest first. */
  sentMessages(): SentMessage[]
  /** A citizen agrees to receive a message `times` (1) more times. */
  grantMessageConsent(openid: string, templateId: string, times?: number): void
  /** From now on subscription messages meet WeChat's own failure (-1 system error), or no longer. */
  failMessages(fails: boolean): void
  /** From now on WeChat's content check is in this trouble. */
  troubleTextCheck(trouble: TextCheckTrouble): void
  /** From now on each database call takes at least so long, in ms. */
  slowDatabase(ms: number): void
  /** Puts a file into storage, as a developer does in the console. */
  storeInConsole(path: string, bytes: Buffer): Promise<void>
  /** Stored files with their uploaders, for tests; clients see neither. */
  storedFiles(): StoredFile[]
  /**
   * The next call of one function, or all, uses what functionsDir holds now; running calls finish on the old code.
   * Without a name the files in deployDir are read again too; throws for a mistake in them.
   */
  reload(name?: string): void
  close(): Promise<void>
}

function checkEnvironment(env: Readonly<Record<string, string>>): void {
  const bytes = Object.entries(env).reduce((sum, [key, value]) => sum + Buffer.byteLength(key + value), 0)
  if (bytes > LIMITS.functionEnvironmentBytes) {
    throw new Error(
      `the functions' environment is ${bytes} bytes; WeChat Cloud takes ${LIMITS.functionEnvironmentBytes}`,
    )
  }
}

const slowed = (actions: Readonly<Record<string, AdminAction>>, ms: () => number): Record<string, AdminAction> =>
  Object.fromEntries(
    Object.entries(actions).map(([name, run]): [string, AdminAction] => [
      name,
      async (params, call) => {
        if (ms() > 0) await sleep(ms(), undefined, { ref: false })
        return run(params, call)
      },
    ]),
  )

/** Starts WeChat Cloud on one machine. Throws for a taken port and for mistakes in deploy/. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const log = options.log ?? (() => undefined)
  checkEnvironment(options.env)
  let deployment = readDeployment(options.deployDir)
  mkdirSync(options.dataDir, { recursive: true })

  const sql = new Database(join(options.dataDir, 'cloud.sqlite'))
  sql.exec('pragma journal_mode = wal; pragma synchronous = normal;')
  const database = openDatabase(sql, deployment.collections)
  const files = new FileStore(sql, join(options.dataDir, 'files'))
  const messages = new SubscribeMessages(sql, () => deployment.messageTemplates)
  const fileIds = new FileIds(ENV)
  const signatures = new Signatures()

  const secret = randomBytes(24).toString('hex')
  let url = ''
  const sdkEnv = (): Record<string, string> => ({
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'sandbox',
    TENCENTCLOUD_SECRETKEY: 'sandbox',
    TENCENTCLOUD_SESSIONTOKEN: secret,
    SCF_NAMESPACE: ENV,
    TCB_ENV: ENV,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_CONTEXT_CNFG',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  })

  const releases = new Releases(options.functionsDir, join(options.dataDir, 'functions'))
  const host = new FunctionHost({
    releases,
    environment: () => ({ ...options.env, ...sdkEnv() }),
    ...(options.bounds ? { bounds: options.bounds } : {}),
    print: (name, line, requestId) => log(`[${name} ${requestId}] ${line}`),
  })

  async function run(work: (requestId: string) => Promise<string>): Promise<InvokeResult> {
    const requestId = newRequestId()
    try {
      return { ok: true, requestId, result: JSON.parse(await work(requestId)) as unknown }
    } catch (error) {
      const cloudError = error instanceof CloudError ? error : new CloudError('SYS_ERR', messageOf(error))
      return { ok: false, requestId, errCode: cloudError.errCode, errMsg: cloudError.message }
    }
  }

  const invoke: Cloud['invoke'] = (name, event, { openid }) =>
    run((requestId) => {
      // WeChat adds the caller to the event; a forged one from the client is overwritten.
      const full = JSON.stringify({ ...event, userInfo: { appId: SANDBOX_APP_ID, openId: openid } })
      return host.invoke(requestId, { name, event: full, caller: CLIENT(openid), ...CLIENT_LIMITS })
    })

  const runForNobody = (requestId: string, name: string, event: object, caller: Caller): Promise<string> =>
    host.invoke(requestId, { name, event: JSON.stringify(event), caller, ...SERVER_LIMITS })

  const runInConsole: Cloud['runInConsole'] = (functionName, event) =>
    run((requestId) => runForNobody(requestId, functionName, event, CONSOLE))

  const fireTimer: Cloud['fireTimer'] = (functionName, triggerName) =>
    run((requestId) => {
      if (releases.find(functionName).definition.timer?.name !== triggerName) {
        throw new CloudError('FUNCTIONS_REQUEST_FAIL', `${functionName} has no timer trigger ${triggerName}`)
      }
      return runForNobody(requestId, functionName, timerEvent(triggerName, new Date()), TIMER)
    })

  let databaseMs = 0
  let textCheckTrouble: TextCheckTrouble = 'none'
  const admin = adminServer(
    {
      ...slowed(database.actions, () => databaseMs),
      ...storageActions(files, fileIds, signatures, () => url),
      ...functionActions(host),
      ...openApiActions(host, messages, () => textCheckTrouble),
    },
    secret,
    log,
  )
  const objects = objectServer(files, signatures)
  const door = gateway({
    invokeAsClient: (name, event, openid) => invoke(name, event, { openid }),
    files,
    fileIds,
    storageRules: () => deployment.storage,
    grantConsent: (openid, templateId) => messages.grantConsent(openid, templateId, 1),
    health: () => ({ env: ENV, functions: releases.names() }),
  })
  const http = httpAccess({
    routes: () => deployment.routes,
    host,
    env: ENV,
    keepRoutePrefix: options.keepRoutePrefix ?? false,
  })

  const listening = await listenOnLoopback(
    options.port ?? 0,
    (request, response, requested) => {
      const { pathname } = requested
      const handle = pathname === '/admin' ? admin : pathname.startsWith('/cos/') ? objects : (door(requested) ?? http)
      return handle(request, response, requested)
    },
    log,
  )
  url = listening.url

  const timers = new Timers(releases, (functionName, triggerName) => void fireTimer(functionName, triggerName))
  if (options.timers) timers.restart()

  return {
    url,
    sdkEnv: sdkEnv(),
    invoke,
    fireTimer,
    runInConsole,
    crash: (openid) => host.crash(openid),
    sentMessages: () => messages.sent(),
    grantMessageConsent: (openid, templateId, times = 1) => messages.grantConsent(openid, templateId, times),
    failMessages: (fails) => {
      messages.failing = fails
    },
    troubleTextCheck: (trouble) => {
      textCheckTrouble = trouble
    },
    slowDatabase: (ms) => {
      databaseMs = ms
    },
    async storeInConsole(path, bytes) {
      await files.put(path, Readable.from([bytes]), null)
    },
    storedFiles: () => files.list(),
    reload: (name) => {
      if (name === undefined) {
        deployment = readDeployment(options.deployDir)
        database.store.ensureAll(deployment.collections)
      }
      releases.release(name)
      host.retireSuperseded()
      if (options.timers) timers.restart()
    },
    close: async () => {
      timers.stop()
      await host.close()
      await closeServer(listening.server)
      sql.close()
    },
  }
}
