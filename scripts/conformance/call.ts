import { setTimeout as sleep } from 'node:timers/promises'
import { digestOf, signedHeaders } from '../../cloudfunctions/one-network/signature'
import { type Contract, type Operation } from './contract'
import { at, textAt } from './read'
import { type Target } from './target'

/** What an answer did that the contract does not allow. */
export class Violation extends Error {
  override readonly name = 'Violation'
}

export interface FileToSend {
  readonly fileName: string
  readonly bytes: Buffer
}

export interface DownloadedFile {
  readonly fileName: string
  readonly bytes: Buffer
}

const MOST_TRIES = 6

/** Asks one address and judges every answer. Repeats only what a limit or 5001 asks to repeat (contract chapter 9). */
export class Caller {
  /** The last successful data of each JSON function. */
  readonly answers = new Map<number, unknown>()
  userToken = ''

  constructor(
    private readonly contract: Contract,
    private readonly target: Target,
  ) {}

  /** A JSON function; resolves with its data. Violation for any business failure. */
  async json(no: number, body: object): Promise<unknown> {
    const envelope = await this.envelope(no, body)
    if (textAt(envelope, 'code') !== '0') throw refused(no, envelope)
    const data = at(envelope, 'data')
    this.answers.set(no, data)
    return data
  }

  /** A request that must fail with this code. */
  async refusal(no: number, body: object, code: string): Promise<void> {
    const envelope = await this.envelope(no, body)
    if (textAt(envelope, 'code') !== code)
      throw new Violation(`#${no} answered ${textAt(envelope, 'code')}, not ${code}`)
  }

  async upload(no: number, parts: Readonly<Record<string, string>>, { fileName, bytes }: FileToSend): Promise<unknown> {
    const operation = this.operation(no)
    const digest = digestOf(this.target.signMethod, bytes)
    const envelope = await this.repeat(async () => {
      const form = new FormData()
      const fields = { ...parts, fileName, fileSize: String(bytes.length), digest }
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      form.append('file', new Blob([new Uint8Array(bytes)]), fileName)
      return this.judged(operation, await this.send(operation, digest, form, {}))
    })
    if (textAt(envelope, 'code') !== '0') throw refused(no, envelope)
    return at(envelope, 'data')
  }

  /** A download function: type, name, length and digest are judged. */
  async download(no: number, body: object): Promise<DownloadedFile> {
    const operation = this.operation(no)
    const { fileType } = operation
    let file: DownloadedFile | undefined
    const envelope = await this.repeat(async () => {
      const response = await this.sendJson(operation, body)
      if (response.status !== 200 || isJson(response)) return this.judged(operation, response)
      file = await readFile(no, response, fileType ?? '', this.target)
      return { code: '0' }
    })
    if (file === undefined) throw refused(no, envelope)
    return file
  }

  private async envelope(no: number, body: object): Promise<unknown> {
    const operation = this.operation(no)
    return this.repeat(async () => this.judged(operation, await this.sendJson(operation, body)))
  }

  /** 429 and 5001 ask for patience; undefined = once more. */
  private async repeat(once: () => Promise<unknown>): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await once()
      const seconds = answer instanceof Response ? Number(answer.headers.get('retry-after') ?? 1) : busySeconds(answer)
      if (seconds === undefined) return answer
      if (attempt === MOST_TRIES) throw new Violation(`still busy after ${MOST_TRIES} tries`)
      await sleep(Math.min(seconds, 60) * 1000)
    }
  }

  private operation(no: number): Operation {
    const operation = this.contract.get(no)
    if (operation === undefined) throw new Error(`no function ${no} in the contract`)
    return operation
  }

  private sendJson(operation: Operation, body: object): Promise<Response> {
    const text = JSON.stringify(body)
    const digest = digestOf(this.target.signMethod, Buffer.from(text))
    return this.send(operation, digest, text, { 'content-type': 'application/json' })
  }

  private send(
    operation: Operation,
    bodyDigest: string,
    body: string | FormData,
    headers: Readonly<Record<string, string>>,
  ): Promise<Response> {
    const userToken = operation.needsToken ? this.userToken : ''
    const signed = signedHeaders(this.target, { path: operation.path, bodyDigest, userToken })
    const signal = AbortSignal.timeout(operation.timeoutMs)
    return fetch(this.target.url + operation.path, { method: 'POST', headers: { ...headers, ...signed }, body, signal })
  }

  /** The envelope; the response itself for 429, which only asks for patience. */
  private async judged(operation: Operation, response: Response): Promise<unknown> {
    if (response.status === 429) {
      await response.arrayBuffer()
      return response
    }
    if (response.status !== 200) throw new Violation(`#${operation.no} answered HTTP ${response.status}`)
    if (!isJson(response)) throw new Violation(`#${operation.no} answered ${response.headers.get('content-type')}`)
    const answer: unknown = await response.json()
    const complaint = operation.judge(answer)
    if (complaint !== '') throw new Violation(`#${operation.no} does not fit the contract: ${complaint}`)
    return answer
  }
}

const isJson = (response: Response): boolean => /^application\/json\b/.test(response.headers.get('content-type') ?? '')

function busySeconds(envelope: unknown): number | undefined {
  if (textAt(envelope, 'code') !== '5001') return undefined
  return Number(textAt(envelope, 'data', 'retryAfterSeconds') || 1)
}

const refused = (no: number, envelope: unknown): Violation =>
  new Violation(`#${no} answered ${textAt(envelope, 'code')} ${textAt(envelope, 'message')}`)

async function readFile(no: number, response: Response, type: string, target: Target): Promise<DownloadedFile> {
  const bytes = Buffer.from(await response.arrayBuffer())
  const header = (name: string): string => response.headers.get(name) ?? ''
  const name = /^attachment; filename\*=UTF-8''(.+)$/.exec(header('content-disposition'))?.[1]
  if (!header('content-type').startsWith(type)) throw new Violation(`#${no} is ${header('content-type')}, not ${type}`)
  if (name === undefined) throw new Violation(`#${no} names no file`)
  if (header('content-length') !== String(bytes.length)) throw new Violation(`#${no} has not the length that it names`)
  if (header('x-content-digest') !== digestOf(target.signMethod, bytes))
    throw new Violation(`#${no} has another digest`)
  return { fileName: decodeURIComponent(name), bytes }
}
