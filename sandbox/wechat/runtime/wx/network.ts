import { type Failure, type Options, settle, toFailure } from './outcome'
import { fileAt, storeFileAt, storeTemporaryFile } from './temporary-files'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD' | 'OPTIONS' | 'PATCH'
type Header = Record<string, string>

interface Callbacks<T> {
  success?: (result: T) => void
  fail?: (failure: Failure) => void
  complete?: (outcome: T | Failure) => void
}

interface RequestOptions extends Callbacks<RequestResult> {
  url: string
  data?: string | object | ArrayBuffer
  header?: Header
  method?: Method
  timeout?: number
  dataType?: string
  responseType?: 'text' | 'arraybuffer'
}

interface RequestResult {
  data: unknown
  statusCode: number
  header: Header
  errMsg: string
}

interface UploadOptions extends Callbacks<{ data: string; statusCode: number; errMsg: string }> {
  url: string
  filePath: string
  name: string
  header?: Header
  formData?: Record<string, string>
  timeout?: number
}

interface DownloadOptions extends Callbacks<object> {
  url: string
  header?: Header
  timeout?: number
  filePath?: string
}

interface Progress {
  progress: number
  totalBytesSent: number
  totalBytesExpectedToSend: number
  totalBytesWritten: number
  totalBytesExpectedToWrite: number
}

/** What wx.request, uploadFile and downloadFile return. */
interface Task {
  abort(): void
  onProgressUpdate(listener: (progress: Progress) => void): void
  offProgressUpdate(listener?: (progress: Progress) => void): void
  onHeadersReceived(listener: (result: { header: Header; statusCode: number }) => void): void
  offHeadersReceived(): void
}

/** WeChat's default, in ms. */
const DEFAULT_TIMEOUT_MS = 60_000

function headersOf(xhr: XMLHttpRequest): Header {
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
function run<T extends object>(job: Job<T>): Task {
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

function withQuery(url: string, data: RequestOptions['data']): string {
  if (typeof data !== 'object' || data instanceof ArrayBuffer) return url
  const query = new URLSearchParams(Object.entries(data).map(([name, value]) => [name, String(value)])).toString()
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`
}

function parseBody(text: string, dataType: string): unknown {
  if (dataType !== 'json') return text
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

function encodeBody(data: RequestOptions['data'], contentType: string): XMLHttpRequestBodyInit | null {
  if (data === undefined) return null
  if (typeof data === 'string' || data instanceof ArrayBuffer) return data
  if (contentType.includes('x-www-form-urlencoded')) {
    return new URLSearchParams(Object.entries(data).map(([name, value]) => [name, String(value)]))
  }
  return JSON.stringify(data)
}

function request(options: RequestOptions): Task {
  const method = (options.method ?? 'GET').toUpperCase() as Method
  const isRead = method === 'GET' || method === 'HEAD'
  const given = Object.entries(options.header ?? {}).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const contentType = given ?? 'application/json'
  const isBinary = options.responseType === 'arraybuffer'
  return run<Omit<RequestResult, 'errMsg'>>({
    name: 'request',
    method,
    url: isRead ? withQuery(options.url, options.data) : options.url,
    header: { ...(isRead || given !== undefined ? {} : { 'content-type': contentType }), ...options.header },
    timeout: options.timeout,
    responseType: isBinary ? 'arraybuffer' : 'text',
    body: () => (isRead ? null : encodeBody(options.data, contentType)),
    result: (xhr) => ({
      data: isBinary ? (xhr.response as ArrayBuffer) : parseBody(xhr.responseText, options.dataType ?? 'json'),
      statusCode: xhr.status,
      header: headersOf(xhr),
    }),
    callbacks: options,
    counts: 'download',
  })
}

function uploadFile(options: UploadOptions): Task {
  return run({
    name: 'uploadFile',
    method: 'POST',
    url: options.url,
    header: options.header ?? {},
    timeout: options.timeout,
    responseType: 'text',
    body: () => {
      const file = fileAt(options.filePath)
      const form = new FormData()
      // Fields come before the file, as WeChat sends them: a server can decide before it reads the bytes.
      for (const [name, value] of Object.entries(options.formData ?? {})) form.append(name, value)
      form.append(options.name, file.blob, file.name)
      return form
    },
    result: (xhr) => ({ data: xhr.responseText, statusCode: xhr.status }),
    callbacks: options,
    counts: 'upload',
  })
}

function downloadFile(options: DownloadOptions): Task {
  return run({
    name: 'downloadFile',
    method: 'GET',
    url: options.url,
    header: options.header ?? {},
    timeout: options.timeout,
    responseType: 'blob',
    body: () => null,
    result: (xhr) => {
      const blob = xhr.response as Blob
      const common = { statusCode: xhr.status, header: headersOf(xhr), dataLength: blob.size }
      if (options.filePath !== undefined) {
        storeFileAt(options.filePath, blob)
        return { ...common, filePath: options.filePath }
      }
      const name = decodeURIComponent(new URL(options.url).pathname.split('/').at(-1) ?? '')
      return { ...common, tempFilePath: storeTemporaryFile(blob, name) }
    },
    callbacks: options,
    counts: 'download',
  })
}

type NetworkListener = (result: { isConnected: boolean; networkType: string }) => void
const networkListeners = new Set<NetworkListener>()
const networkState = (): { isConnected: boolean; networkType: string } => ({
  isConnected: navigator.onLine,
  networkType: navigator.onLine ? 'wifi' : 'none',
})
for (const type of ['online', 'offline']) {
  window.addEventListener(type, () => networkListeners.forEach((listener) => listener(networkState())))
}

export const network = {
  request,
  uploadFile,
  downloadFile,
  getNetworkType: (options?: Options): unknown => settle('getNetworkType', options, networkState),
  onNetworkStatusChange: (listener: NetworkListener): void => void networkListeners.add(listener),
  offNetworkStatusChange: (listener?: NetworkListener): void =>
    listener ? void networkListeners.delete(listener) : networkListeners.clear(),
}
