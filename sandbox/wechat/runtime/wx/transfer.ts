import { type Failure, settleQuietly } from '../../wx-rules/outcome'
import {
  BROKEN,
  DEFAULT_TIMEOUT_MS,
  type Direction,
  type Header,
  type Method,
  type Progress,
  progressOf,
} from '../../wx-rules/transfer'

export interface Callbacks<T> {
  success?: (result: T & { errMsg: string }) => void
  fail?: (failure: Failure) => void
  complete?: (outcome: (T & { errMsg: string }) | Failure) => void
}

/** What wx.request, uploadFile and downloadFile return. */
export interface Task {
  abort(): void
  onProgressUpdate(listener: (progress: Progress) => void): void
  offProgressUpdate(listener?: (progress: Progress) => void): void
  onHeadersReceived(listener: (result: { header: Header; statusCode: number }) => void): void
  offHeadersReceived(): void
}

export function headersOf(xhr: XMLHttpRequest): Header {
  const lines = xhr.getAllResponseHeaders().trim().split(/\r?\n/)
  const pairs = lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()])
  return Object.fromEntries(pairs) as Header
}

interface Job<T> {
  name: string
  method: Method
  url: string
  header: Header
  timeout: number | undefined
  responseType: XMLHttpRequestResponseType
  body: () => XMLHttpRequestBodyInit | null
  result: (xhr: XMLHttpRequest) => T
  callbacks: Callbacks<T>
  /** Which direction the progress events count. */
  counts: Direction
}

/** Runs one transfer; every ending calls exactly one of success and fail, then complete. */
export function runTransfer<T extends object>(job: Job<T>): Task {
  const xhr = new XMLHttpRequest()
  const progressListeners = new Set<(progress: Progress) => void>()
  const headerListeners = new Set<(result: { header: Header; statusCode: number }) => void>()
  xhr.onreadystatechange = () => {
    if (xhr.readyState !== XMLHttpRequest.HEADERS_RECEIVED) return
    for (const listener of headerListeners) listener({ header: headersOf(xhr), statusCode: xhr.status })
  }
  const counted = job.counts === 'upload' ? xhr.upload : xhr
  counted.addEventListener('progress', ({ loaded, total, lengthComputable }: ProgressEvent) => {
    const progress = progressOf(job.counts, loaded, lengthComputable ? total : undefined)
    for (const listener of progressListeners) listener(progress)
  })
  settleQuietly(
    job.name,
    job.callbacks,
    () =>
      new Promise<T>((resolve, reject) => {
        const fail = (reason: string) => (): void => reject(new Error(reason))
        xhr.onload = () => resolve(job.result(xhr))
        xhr.onabort = fail(BROKEN.aborted)
        xhr.ontimeout = fail(BROKEN.late)
        xhr.onerror = () => fail(navigator.onLine ? BROKEN.unreachable : BROKEN.offline)()
        xhr.open(job.method, job.url)
        xhr.responseType = job.responseType
        xhr.timeout = job.timeout ?? DEFAULT_TIMEOUT_MS
        for (const [name, value] of Object.entries(job.header)) xhr.setRequestHeader(name, value)
        xhr.send(job.body())
      }),
  )
  return {
    abort: () => xhr.abort(),
    onProgressUpdate: (listener) => void progressListeners.add(listener),
    offProgressUpdate: (listener) => (listener ? void progressListeners.delete(listener) : progressListeners.clear()),
    onHeadersReceived: (listener) => void headerListeners.add(listener),
    offHeadersReceived: () => headerListeners.clear(),
  }
}
