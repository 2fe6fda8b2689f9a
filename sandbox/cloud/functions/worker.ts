import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as v from 'valibot'
import { CloudError } from '../errors'
import { LIMITS } from '../limits'
import { type FunctionDefinition } from './definition'

const Failure = v.object({ message: v.string(), stack: v.string() })
const Loaded = v.union([v.object({ loaded: v.literal(true) }), v.object({ failed: Failure })])
const Outcome = v.union([v.object({ result: v.string() }), v.object({ error: Failure })])

export interface Job {
  readonly id: string
  /** JSON. */
  readonly event: string
  readonly context: object
  readonly environment: Readonly<Record<string, string>>
}

/** A line that the function printed; `requestId` is the invocation that runs, or ran last. */
export type PrintLine = (line: string, requestId: string) => void

/** One process with one function's code. It runs one job at a time. */
export class Worker {
  private readonly child: ChildProcess
  private readonly exited: Promise<void>
  private requestId = '-'
  private outOfMemory = false

  constructor(
    private readonly definition: FunctionDefinition,
    environment: Readonly<Record<string, string>>,
    private readonly print: PrintLine,
  ) {
    this.child = fork(join(__dirname, 'runner.cjs'), [definition.entry], {
      env: { ...environment },
      execArgv: [`--max-old-space-size=${definition.memoryMB}`],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    // A process that cannot be started emits 'error' as well; `exit` or the load timeout settles the call.
    this.child.on('error', (error) => this.print(error.message, this.requestId))
    this.exited = new Promise((resolve) => this.child.once('close', () => resolve()))
    for (const stream of [this.child.stdout, this.child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => this.onLine(line))
    }
  }

  get alive(): boolean {
    return this.child.connected && !this.child.killed && this.child.exitCode === null && this.child.signalCode === null
  }

  /** Resolves once the code is loaded. Throws FUNCTIONS_EXECUTE_FAIL with what went wrong. */
  async load(): Promise<void> {
    const message = await this.answer(
      LIMITS.functionLoadMs,
      'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      'Initializing the function timed out',
    )
    const answer = v.parse(Loaded, message)
    if ('loaded' in answer) return
    this.print(answer.failed.stack || answer.failed.message, this.requestId)
    throw new CloudError('FUNCTIONS_EXECUTE_FAIL', `The function's code cannot be loaded: ${answer.failed.message}`)
  }

  /**
   * Runs one event; resolves with the result as JSON. Throws FUNCTIONS_EXECUTE_FAIL when it throws or exits,
   * FUNCTIONS_TIME_LIMIT_EXCEEDED when it is killed after its timeout.
   */
  async run(job: Job): Promise<string> {
    this.requestId = job.id
    const seconds = this.definition.timeoutMs / 1000
    const pending = this.answer(
      this.definition.timeoutMs,
      'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      `Invoking task timed out after ${seconds} seconds`,
    )
    this.child.send(job)
    const outcome = v.parse(Outcome, await pending)
    if ('result' in outcome) return outcome.result
    this.print(outcome.error.stack || outcome.error.message, job.id)
    throw new CloudError('FUNCTIONS_EXECUTE_FAIL', outcome.error.message)
  }

  /** Ends the process at once; resolves when it is gone. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL')
    await this.exited
  }

  /** The next message, or the reason why there will be none. A process that is too slow is killed. */
  private async answer(timeoutMs: number, code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED', late: string): Promise<unknown> {
    const settled = new AbortController()
    const { signal } = settled
    let timer: NodeJS.Timeout | undefined
    try {
      return await Promise.race([
        once(this.child, 'message', { signal }).then(([message]: unknown[]) => message),
        once(this.child, 'close', { signal }).then(() => Promise.reject(this.exitError())),
        new Promise<never>((_resolve, reject) => {
          timer = setTimeout(() => {
            reject(new CloudError(code, late))
            this.child.kill('SIGKILL')
          }, timeoutMs)
        }),
      ])
    } finally {
      clearTimeout(timer)
      settled.abort()
    }
  }

  private exitError(): CloudError {
    const how =
      this.child.exitCode === null ? `signal ${this.child.signalCode ?? 'unknown'}` : `code ${this.child.exitCode}`
    return new CloudError(
      'FUNCTIONS_EXECUTE_FAIL',
      this.outOfMemory
        ? `Memory limit exceeded: ${this.definition.memoryMB} MB`
        : `Process exited unexpectedly before completing the request (${how})`,
    )
  }

  private onLine(line: string): void {
    if (/heap out of memory|Reached heap limit/.test(line)) this.outOfMemory = true
    this.print(line, this.requestId)
  }
}
