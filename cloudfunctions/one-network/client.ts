import { setTimeout as sleep } from 'node:timers/promises'
import axios, { type AxiosInstance } from 'axios'
import { alarm } from '../kernel/alarm'
import { config, type Config } from '../kernel/config'
import { type CallBudget } from '../kernel/context'
import { log } from '../kernel/log'
import { createAgents } from './agents'
import { Breakers } from './breakers'
import { asOpenOutcome, classifyNetwork } from './classify'
import { isBusy } from './failure'
import { type DownloadTarget, type LocalFile, type PackedBody, packFile, type ReceivedFile } from './file-transport'
import { type DownloadKey, FUNCTIONS, type FunctionKey, type JsonKey, type UploadKey } from './functions'
import { BACKOFF_MS, freshRetryState, nextDelay, sleepWithin } from './retry'
import { digestOf, signedHeaders } from './signature'
import { asFailure, type Attempt, receive, send } from './transport'
import { type Body, type Data, type Loose, type Parts } from './wire'

export interface CallOptions {
  readonly userToken?: string
  /** Formal submit: while its outcome is open it is not repeated but fails with OUTCOME_UNKNOWN, and the caller queries. */
  readonly queryOpenOutcome?: boolean
  /** Where the provider counts how often it is asked (#32): when it asks to wait, the call fails at once, and the caller waits. */
  readonly failWhenBusy?: boolean
}

/** Made anew for each attempt: a stream is read once. */
type Prepare = () => PackedBody

/** Room that is kept for our own work after the provider's answer. */
const DEADLINE_MARGIN_MS = 500
/** Contract chapter 5: our time is more than 300 s away from the provider's. */
const WRONG_TIME = '1002'
/** A provider that is silent for so long is slow, whatever the function's own timeout. */
const LEAST_PATIENCE_MS = 3000

/** The sender of every call: signs, limits the time, repeats where the contract allows it, classifies failures. */
export class OneNetworkClient {
  private readonly http: AxiosInstance

  constructor(
    private readonly settings: Config['oneNetwork'],
    private readonly backoffMs: readonly number[] = BACKOFF_MS,
    private readonly breakers = new Breakers(),
  ) {
    this.http = axios.create({
      ...createAgents(),
      adapter: 'http',
      baseURL: settings.url,
      proxy: false,
      // Redirects would re-send a signed body elsewhere, and following them needs the whole upload in memory.
      maxRedirects: 0,
      responseType: 'arraybuffer',
      maxContentLength: 8 * 1024 * 1024,
      maxBodyLength: 16 * 1024 * 1024,
      validateStatus: () => true,
      transformRequest: [(data: unknown) => data],
    })
  }

  get signMethod() {
    return this.settings.signMethod
  }

  get sm2PublicKey() {
    return this.settings.sm2PublicKey
  }

  /** Calls a JSON function; resolves with `data`, not to be trusted beyond `Loose`. Rejects with UpstreamFailure. */
  async call<K extends JsonKey>(
    key: K,
    body: Body<K>,
    budget: CallBudget,
    options: CallOptions = {},
  ): Promise<Loose<Data<K>>> {
    const data = await this.run(key, budget, options, this.json(body), (attempt) => send(this.http, attempt))
    return data as Loose<Data<K>>
  }

  /** Streams one file to the provider; the same bytes at the same place are taken once (contract chapter 9). */
  async upload<K extends UploadKey>(
    key: K,
    parts: Omit<Parts<K>, 'fileName' | 'fileSize' | 'digest'>,
    file: LocalFile,
    budget: CallBudget,
    options: CallOptions,
  ): Promise<Loose<Data<K>>> {
    const prepare = () => packFile(parts, file)
    const data = await this.run(key, budget, options, prepare, (attempt) => send(this.http, attempt))
    return data as Loose<Data<K>>
  }

  /**
   * Streams the file of a download function to the disk: never in memory, its length and digest checked. A damaged file
   * is asked for again, as an answer that did not come.
   */
  download<K extends DownloadKey>(
    key: K,
    body: Body<K>,
    target: Pick<DownloadTarget, 'path' | 'maxBytes'>,
    budget: CallBudget,
    options: CallOptions = {},
  ): Promise<ReceivedFile> {
    const place = { ...target, signMethod: this.signMethod }
    return this.run(key, budget, options, this.json(body), (attempt) => receive(this.http, attempt, place))
  }

  private json(body: unknown): Prepare {
    const bytes = Buffer.from(JSON.stringify(body), 'utf8')
    const bodyDigest = digestOf(this.settings.signMethod, bytes)
    const headers = { 'content-type': 'application/json' }
    return () => ({ headers, body: bytes, bodyDigest })
  }

  private async run<T>(
    key: FunctionKey,
    budget: CallBudget,
    options: CallOptions,
    prepare: Prepare,
    exchange: (attempt: Attempt) => Promise<T>,
  ): Promise<T> {
    const { no, path, timeoutMs, retry } = FUNCTIONS[key]
    const queryOpenOutcome = options.queryOpenOutcome ?? false
    const end = budget.deadline - DEADLINE_MARGIN_MS
    const state = freshRetryState()
    let isOpen = false
    for (let attempt = 1; ; attempt += 1) {
      let startedAt = Date.now()
      const line = { requestId: budget.requestId, event: 'one-network', no, attempt }
      try {
        const answer = await this.breakers.guard(key, async () => {
          // What cannot start any more was certainly not performed: nobody needs to ask what became of it.
          const turnMs = budget.pace?.take(Date.now()) ?? 0
          if (Date.now() + turnMs >= end) throw classifyNetwork('DEADLINE')
          if (turnMs > 0) await sleep(turnMs)
          startedAt = Date.now()
          const { headers, body, bodyDigest } = prepare()
          const signed = {
            ...headers,
            ...signedHeaders(this.settings, { path, bodyDigest, userToken: options.userToken ?? '' }),
            ...(budget.requestId ? { 'x-trace-id': budget.requestId } : {}),
          }
          const limit = Math.min(timeoutMs, end - startedAt)
          const hurried = limit < Math.min(timeoutMs, LEAST_PATIENCE_MS)
          const answered = (requestId: string | undefined): void => budget.trail?.answered(requestId)
          return exchange({ path, headers: signed, body, timeoutMs: limit, hurried, answered })
        })
        log({ ...line, code: '0', ms: Date.now() - startedAt })
        return answer
      } catch (error) {
        const last = asFailure(error)
        const code = last.detail.upstream?.code ?? last.message
        log({ ...line, code, ms: Date.now() - startedAt })
        if (code === WRONG_TIME) alarm('CLOCK_SKEW', budget.requestId)
        if (last.code === 'RATE_LIMITED') alarm('QUOTA_NEAR', budget.requestId, { no })
        // An earlier attempt may have been performed, whatever hindered this one; only an answer settles it.
        isOpen = !last.facts.notPerformed || (isOpen && last.facts.answered !== true)
        const failure = isOpen ? last.withOpenOutcome() : last
        if (options.failWhenBusy && isBusy(failure)) throw failure
        const delay = nextDelay(failure, retry, state, queryOpenOutcome, this.backoffMs)
        if (delay === undefined || !(await sleepWithin(delay, end))) {
          throw queryOpenOutcome ? asOpenOutcome(failure) : failure
        }
      }
    }
  }
}

let shared: OneNetworkClient | undefined

/** The client of this instance: one, so that its connections stay warm between calls. */
export function oneNetwork(): OneNetworkClient {
  shared ??= new OneNetworkClient(config().oneNetwork)
  return shared
}
