import { randomUUID } from 'node:crypto'
import { CloudError } from '../errors'
import { HOST_BOUNDS, type HostBounds, LIMITS } from '../limits'
import { contextEnvironment, newApiToken, type Caller } from './caller'
import { type FunctionDefinition } from './definition'
import { type Release, type Releases } from './releases'
import { Worker, type PrintLine } from './worker'

export interface Invocation {
  readonly name: string
  /** JSON. */
  readonly event: string
  readonly caller: Caller
  /** Limits for the event and the result, in bytes. */
  readonly eventBytes: number
  readonly resultBytes: number
}

interface Slot {
  readonly worker: Worker
  readonly release: Release
  retire?: NodeJS.Timeout
  ended?: Promise<void>
}

interface Running {
  readonly definition: FunctionDefinition
  readonly caller: Caller
  /** The process, once it is started. */
  slot?: Slot
}

export interface HostOptions {
  readonly releases: Releases
  /** Environment of every function: the SDK's variables and those of the deployment. */
  readonly environment: () => Readonly<Record<string, string>>
  readonly print: (functionName: string, line: string, requestId: string) => void
  /** Other bounds than HOST_BOUNDS. */
  readonly bounds?: Partial<HostBounds>
}

/** Runs functions: a process per running call, kept for the next one of the same version. */
export class FunctionHost {
  private readonly idle = new Map<string, Slot[]>()
  private readonly all = new Set<Slot>()
  private readonly running = new Map<string, Running>()
  private closed = false
  private readonly bounds: HostBounds

  constructor(private readonly options: HostOptions) {
    this.bounds = { ...HOST_BOUNDS, ...options.bounds }
  }

  /** Who a running function is and acts for, by the token that its SDK sends along. */
  runningOf(apiToken: string | undefined): Running | undefined {
    return apiToken === undefined ? undefined : this.running.get(apiToken)
  }

  /**
   * Runs one event; resolves with the result as JSON text. Throws CloudError: missing function, code that cannot be
   * loaded, thrown error, exit, timeout, event or result too large, too many calls at once.
   */
  async invoke(requestId: string, call: Invocation): Promise<string> {
    if (this.closed) throw new CloudError('FUNCTIONS_REQUEST_FAIL', 'the cloud is shutting down')
    if (Buffer.byteLength(call.event) > call.eventBytes) {
      throw new CloudError('INVALID_PARAM', `data exceed max size: ${call.eventBytes} bytes`)
    }
    if (this.running.size >= this.bounds.concurrentInvocations) {
      throw new CloudError('EXCEED_CONCURRENT_REQUEST_LIMIT', 'too many functions are running')
    }
    const release = this.options.releases.find(call.name)
    const apiToken = newApiToken()
    const running: Running = { definition: release.definition, caller: call.caller }
    this.running.set(apiToken, running)
    try {
      const result = await this.runOn(release, requestId, call, { apiToken, running })
      if (Buffer.byteLength(result) > call.resultBytes) {
        throw new CloudError(
          'FUNCTIONS_RESULT_SIZE_EXCEEDED',
          `cloudfunction result size exceed limit (${call.resultBytes} bytes)`,
        )
      }
      return result
    } finally {
      this.running.delete(apiToken)
    }
  }

  /** Ends the processes that work for this citizen at once; their calls fail as on a platform that lost an instance. */
  crash(openid: string): void {
    for (const { caller, slot } of this.running.values()) if (caller.openid === openid) void slot?.worker.kill()
  }

  /** Makes idle processes of superseded versions go; a running one goes when it is done. */
  retireSuperseded(): void {
    for (const slots of this.idle.values()) {
      for (const slot of [...slots]) if (!this.options.releases.isCurrent(slot.release)) this.drop(slot)
    }
  }

  async close(): Promise<void> {
    this.closed = true
    await Promise.all([...this.all].map((slot) => this.end(slot)))
  }

  private async runOn(
    release: Release,
    requestId: string,
    call: Invocation,
    { apiToken, running }: { readonly apiToken: string; readonly running: Running },
  ): Promise<string> {
    const slot = this.takeIdle(release) ?? (await this.start(release, requestId))
    running.slot = slot
    const environment = contextEnvironment(call.caller, apiToken)
    try {
      const context = this.contextOf(release.definition, requestId, environment)
      return await slot.worker.run({ id: requestId, event: call.event, context, environment })
    } finally {
      this.giveBack(slot)
    }
  }

  private async start(release: Release, requestId: string): Promise<Slot> {
    const { name } = release.definition
    const print: PrintLine = (line, id) => this.options.print(name, line, id === '-' ? requestId : id)
    const slot: Slot = { worker: new Worker(release.definition, this.options.environment(), print), release }
    this.all.add(slot)
    this.options.releases.use(release)
    try {
      await slot.worker.load()
      return slot
    } catch (error) {
      await this.end(slot)
      throw error
    }
  }

  private takeIdle(release: Release): Slot | undefined {
    const slots = this.idle.get(release.definition.name) ?? []
    for (let slot = slots.pop(); slot; slot = slots.pop()) {
      clearTimeout(slot.retire)
      if (slot.worker.alive && this.options.releases.isCurrent(slot.release)) return slot
      this.drop(slot)
    }
    return undefined
  }

  private giveBack(slot: Slot): void {
    const { name } = slot.release.definition
    const slots = this.idle.get(name) ?? []
    this.idle.set(name, slots)
    if (
      this.closed ||
      !slot.worker.alive ||
      !this.options.releases.isCurrent(slot.release) ||
      slots.length >= this.bounds.idlePerFunction
    ) {
      this.drop(slot)
      return
    }
    slot.retire = setTimeout(() => this.drop(slot), this.bounds.idleMs)
    slot.retire.unref()
    slots.push(slot)
  }

  private drop(slot: Slot): void {
    const slots = this.idle.get(slot.release.definition.name)
    if (slots?.includes(slot)) slots.splice(slots.indexOf(slot), 1)
    void this.end(slot)
  }

  private end(slot: Slot): Promise<void> {
    slot.ended ??= this.finish(slot)
    return slot.ended
  }

  private async finish(slot: Slot): Promise<void> {
    clearTimeout(slot.retire)
    await slot.worker.kill()
    this.all.delete(slot)
    this.options.releases.leave(slot.release)
  }

  /** The second argument of main, as far as the platform documents it. */
  private contextOf(definition: FunctionDefinition, requestId: string, wx: Record<string, string>): object {
    const environment = { ...this.options.environment(), ...wx }
    return {
      request_id: requestId,
      function_name: definition.name,
      function_version: '$LATEST',
      memory_limit_in_mb: definition.memoryMB,
      time_limit_in_ms: definition.timeoutMs,
      namespace: environment.SCF_NAMESPACE,
      tencentcloud_region: environment.TENCENTCLOUD_REGION,
      environment: JSON.stringify(environment),
    }
  }
}

/** Limits of calls from the app, and of all other calls. */
export const CLIENT_LIMITS = { eventBytes: LIMITS.clientCallDataBytes, resultBytes: LIMITS.clientResultBytes } as const
export const SERVER_LIMITS = { eventBytes: LIMITS.serverPayloadBytes, resultBytes: LIMITS.serverPayloadBytes } as const

export const newRequestId = (): string => randomUUID()
