import { type Options, settle } from './outcome'
import { fileAt, putFile, storeTemporaryFile } from './temporary-files'
import { type Callbacks, type Header, headersOf, type Method, runTransfer, type Task } from './transfer'

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
  return runTransfer<Omit<RequestResult, 'errMsg'>>({
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
  return runTransfer({
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
  return runTransfer({
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
        putFile(options.filePath, blob)
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
