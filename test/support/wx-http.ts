import FormData from 'form-data'
import { createReadStream, existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { downloadName, extensionOf, missingFile } from '../../sandbox/wechat/wx-rules/files'
import { BROKEN, DEFAULT_TIMEOUT_MS, type Header, type Progress } from '../../sandbox/wechat/wx-rules/transfer'
import { phone } from './phone'

/** wx.request and friends over real HTTP, because jsdom has no network of its own. */
interface HttpAnswer {
  readonly statusCode: number
  readonly header: Header
  readonly body: Buffer
  /** Bytes of the request's body. */
  readonly sent: number
}

interface RunningHttp {
  readonly done: Promise<HttpAnswer>
  abort(): void
}

interface HttpOptions {
  method: string
  headers: Readonly<Header>
  body?: string | Buffer | FormData
  /** ms */
  timeout?: number
}

/** What leaves the phone; without a network nothing does. */
export function sendHttp(url: string, options: HttpOptions): RunningHttp {
  if (!phone.online) return { done: Promise.reject(new Error(BROKEN.offline)), abort: () => undefined }
  let abort = (): void => undefined
  const done = new Promise<HttpAnswer>((resolve, reject) => {
    let reason: string = BROKEN.unreachable
    const refuse = (): void => reject(new Error(reason))
    const { method, headers, body, timeout = DEFAULT_TIMEOUT_MS } = options
    const request = http.request(url, { method, headers: { ...headers }, timeout }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', refuse)
      response.on('end', () => {
        const pairs = Object.entries(response.headers).map(([name, value]) => [name, String(value)] as const)
        resolve({
          statusCode: response.statusCode ?? 0,
          header: Object.fromEntries(pairs),
          body: Buffer.concat(chunks),
          sent,
        })
      })
    })
    const end = (why: string): void => {
      reason = why
      request.destroy()
      refuse()
    }
    request.on('error', refuse)
    request.on('timeout', () => end(BROKEN.late))
    abort = () => end(BROKEN.aborted)
    let sent = 0
    if (body instanceof FormData) {
      body.on('data', (chunk: Buffer | string) => (sent += Buffer.byteLength(chunk)))
      body.pipe(request)
    } else request.end(body)
  })
  return { done, abort: () => abort() }
}

/** A multipart body as wx.uploadFile sends it: text fields first, then the file; throws when there is none. */
export function uploadBody(filePath: string, name: string, fields: Readonly<Header>): FormData {
  if (!existsSync(filePath)) throw missingFile(filePath)
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.append(key, value)
  form.append(name, createReadStream(filePath), basename(filePath))
  return form
}

/** Keeps a downloaded body as WeChat would: in a temporary file with the address's extension. */
export function keepDownload(body: Buffer, url: string): string {
  const extension = extensionOf(downloadName(url))
  const path = join(mkdtempSync(join(tmpdir(), 'wx-download-')), extension === '' ? 'file' : `file.${extension}`)
  writeFileSync(path, body)
  return path
}

/** A running transfer as a program holds it: an abort that reaches the socket, and progress before the answer. */
export function transferTask<T extends object>(
  start: () => RunningHttp,
  finish: (answer: HttpAnswer) => T,
  progressAt: (answer: HttpAnswer) => Progress,
) {
  const listeners = new Set<(progress: Progress) => void>()
  let running: RunningHttp | undefined
  const ending = (): Promise<T> => {
    running = start()
    return running.done.then((answer) => {
      for (const listener of listeners) listener(progressAt(answer))
      return finish(answer)
    })
  }
  const task = {
    abort: () => running?.abort(),
    onProgressUpdate: (listener: (progress: Progress) => void): void => void listeners.add(listener),
    offProgressUpdate: (listener: (progress: Progress) => void): void => void listeners.delete(listener),
    onHeadersReceived: (): void => undefined,
    offHeadersReceived: (): void => undefined,
  }
  return { ending, task }
}
