import { downloadName } from '../../wx-rules/files'
import { type Header, httpRequest, parseBody, type RequestOptions } from '../../wx-rules/transfer'
import { type Options, settle } from './outcome'
import { fileAt, putFile, storeTemporaryFile } from './temporary-files'
import { type Callbacks, headersOf, runTransfer, type Task } from './transfer'

interface RequestResult {
  data: unknown
  statusCode: number
  header: Header
}

interface UploadOptions extends Callbacks<{ data: string; statusCode: number }> {
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

function request(options: RequestOptions & Callbacks<RequestResult>): Task {
  const isBinary = options.responseType === 'arraybuffer'
  const { body, ...parts } = httpRequest(options)
  return runTransfer<RequestResult>({
    ...parts,
    name: 'request',
    timeout: options.timeout,
    responseType: isBinary ? 'arraybuffer' : 'text',
    body: () => body,
    result: (xhr) => ({
      data: isBinary ? (xhr.response as ArrayBuffer) : parseBody(xhr.responseText, options.dataType),
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
      const statusCode = xhr.status
      if (options.filePath !== undefined) {
        putFile(options.filePath, blob)
        return { statusCode, filePath: options.filePath }
      }
      return { statusCode, tempFilePath: storeTemporaryFile(blob, downloadName(options.url)) }
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
