import { type Failure, toFailure } from './outcome'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD' | 'OPTIONS' | 'PATCH'
export type Header = Record<string, string>

export interface Callbacks<T> {
  success?: (result: T) => void
  fail?: (failure: Failure) => void
  complete?: (outcome: T | Failure) => void
}

interface Progress {
  progress: number
  totalBytesSent: number
  totalBytesExpectedToSend: number
  totalBytesWritten: number
  totalBytesExpectedToWrite: number
}

/** What wx.request, uploadFile and downloadFile return. */
export interface Task {
  abort(): void
  onProgressUpdate(listener: (progress: Progress) => void): void
  offProgressUpdate(listener?: (progress: Progress) => void): void
  onHeadersReceived(listener: (result: { header: Header; statusCode: number }) => void): void
  offHeadersReceived(): void
}

/** WeChat's default, in ms. */
const DEFAULT_TIMEOUT_MS = 60_000

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
  callbacks: Callbacks<T & { errMsg: string }>
  /** Which direction the progress events count. */
  counts: 'upload' | 'download'
}

function toProgress(event: ProgressEvent): Progress {
  const total = event.lengthComputable ? event.total : event.loaded
  return {
    progress: total === 0 ? 100 : Math.round((event.loaded / total) * 100),
    totalBytesSent: event.loaded,
    totalBytesExpectedToSend: total,
    totalBytesWritten: event.loaded,
    totalBytesExpectedToWrite: total,
  }
}

/** Runs one transfer; every ending calls exactly one of success and fail, then complete. */
export function runTransfer<T extends object>(job: Job<T>): Task {
  const xhr = new XMLHttpRequest()
  const progressListeners = new Set<(progress: Progress) => void>()
  const headerListeners = new Set<(result: { header: Header; statusCode: number }) => void>()
  const fail = (reason: string): void => {
    const failure = toFailure(job.name, reason)
    job.callbacks.fail?.(failure)
    job.callbacks.complete?.(failure)
  }
  const succeed = (): void => {
    const result = { ...job.result(xhr), errMsg: `${job.name}:ok` }
    job.callbacks.success?.(result)
    job.callbacks.complete?.(result)
  }
  xhr.onload = succeed
  xhr.onabort = () => fail('abort')
  xhr.ontimeout = () => fail('timeout')
  xhr.onerror = () => fail(navigator.onLine ? 'request failed' : 'net::ERR_INTERNET_DISCONNECTED')
  xhr.onreadystatechange = () => {
    if (xhr.readyState !== XMLHttpRequest.HEADERS_RECEIVED) return
    for (const listener of headerListeners) listener({ header: headersOf(xhr), statusCode: xhr.status })
  }
  const counted = job.counts === 'upload' ? xhr.upload : xhr
  counted.addEventListener('progress', (event: ProgressEvent) => {
    for (const listener of progressListeners) listener(toProgress(event))
  })
  try {
    xhr.open(job.method, job.url)
    xhr.responseType = job.responseType
    xhr.timeout = job.timeout ?? DEFAULT_TIMEOUT_MS
    for (const [name, value] of Object.entries(job.header)) xhr.setRequestHeader(name, value)
    xhr.send(job.body())
  } catch (cause) {
    // As in WeChat the caller has its task before a callback runs.
    setTimeout(() => fail(cause instanceof Error ? cause.message : String(cause)))
  }
  return {
    abort: () => xhr.abort(),
    onProgressUpdate: (listener) => void progressListeners.add(listener),
    offProgressUpdate: (listener) => (listener ? void progressListeners.delete(listener) : progressListeners.clear()),
    onHeadersReceived: (listener) => void headerListeners.add(listener),
    offHeadersReceived: () => headerListeners.clear(),
  }
}
