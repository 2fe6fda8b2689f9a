export type Header = Record<string, string>
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD' | 'OPTIONS' | 'PATCH'

/** WeChat's default, in ms. */
export const DEFAULT_TIMEOUT_MS = 60_000

/** Words for the ways in which a transfer ends early; WeChat's differ from phone to phone, but for the first two. */
export const BROKEN = {
  aborted: 'abort',
  late: 'timeout',
  offline: 'net::ERR_INTERNET_DISCONNECTED',
  unreachable: 'request failed',
} as const

/** What wx.request takes. */
export interface RequestOptions {
  url: string
  data?: string | object | ArrayBuffer
  header?: Header
  method?: Method
  /** ms */
  timeout?: number
  dataType?: string
  responseType?: 'text' | 'arraybuffer'
}

interface HttpRequest {
  method: Method
  url: string
  header: Header
  body: string | ArrayBuffer | null
}

const queryOf = (data: object): string =>
  new URLSearchParams(Object.entries(data).map(([name, value]): [string, string] => [name, String(value)])).toString()

function withQuery(url: string, data: RequestOptions['data']): string {
  if (typeof data !== 'object' || data instanceof ArrayBuffer) return url
  const query = queryOf(data)
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`
}

function encodeBody(data: RequestOptions['data'], contentType: string): string | ArrayBuffer | null {
  if (data === undefined) return null
  if (typeof data === 'string' || data instanceof ArrayBuffer) return data
  return contentType.includes('x-www-form-urlencoded') ? queryOf(data) : JSON.stringify(data)
}

/** What wx.request sends: the data of a GET goes into the address, of others into the body, as JSON unless told otherwise. */
export function httpRequest({ url, data, header = {}, method: asked = 'GET' }: RequestOptions): HttpRequest {
  const method = asked.toUpperCase() as Method
  if (method === 'GET' || method === 'HEAD') return { method, url: withQuery(url, data), header, body: null }
  const given = Object.entries(header).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const contentType = given ?? 'application/json'
  return {
    method,
    url,
    header: given === undefined ? { 'content-type': contentType, ...header } : header,
    body: encodeBody(data, contentType),
  }
}

/** The `data` of wx.request's answer: parsed where it is JSON, unless the program asked for something else. */
export function parseBody(text: string, dataType = 'json'): unknown {
  if (dataType !== 'json') return text
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

export type Direction = 'upload' | 'download'

export interface Progress {
  /** 0–100 */
  progress: number
  totalBytesSent?: number
  totalBytesExpectedToSend?: number
  totalBytesWritten?: number
  totalBytesExpectedToWrite?: number
}

/** What onProgressUpdate of an UploadTask or a DownloadTask tells. @param total bytes; absent = unknown */
export function progressOf(direction: Direction, done: number, total = done): Progress {
  const progress = total === 0 ? 100 : Math.round((done / total) * 100)
  return direction === 'upload'
    ? { progress, totalBytesSent: done, totalBytesExpectedToSend: total }
    : { progress, totalBytesWritten: done, totalBytesExpectedToWrite: total }
}
