import { type Options, Refusal, settle, settleQuietly } from '../../sandbox/wechat/wx-rules/outcome'
import {
  httpRequest,
  type Header,
  parseBody,
  progressOf,
  type RequestOptions,
} from '../../sandbox/wechat/wx-rules/transfer'
import { phone } from './phone'
import { keepDownload, sendHttp, transferTask, uploadBody } from './wx-http'

/** The wx APIs that send and fetch, over real HTTP. */

interface UploadOptions extends Options {
  url: string
  filePath: string
  name: string
  formData?: Header
  header?: Header
  timeout?: number
}
interface DownloadOptions extends Options {
  url: string
  header?: Header
  timeout?: number
}

export function request(options: Options & RequestOptions) {
  const { method, url, header, body } = httpRequest(options)
  const sent = body === null ? {} : { body: typeof body === 'string' ? body : Buffer.from(body) }
  const { ending, task } = transferTask(
    () => sendHttp(url, { method, headers: header, timeout: options.timeout, ...sent }),
    ({ statusCode, header, body: answered }) => ({
      statusCode,
      header,
      data: parseBody(answered.toString(), options.dataType),
    }),
    ({ body: answered }) => progressOf('download', answered.length),
  )
  settleQuietly('request', options, ending)
  return task
}

export function uploadFile(options: UploadOptions) {
  const { ending, task } = transferTask(
    () => {
      const body = uploadBody(options.filePath, options.name, options.formData ?? {})
      const headers = { ...options.header, ...body.getHeaders() }
      return sendHttp(options.url, { method: 'POST', headers, body, timeout: options.timeout })
    },
    ({ statusCode, body }) => ({ statusCode, data: body.toString() }),
    ({ sent }) => progressOf('upload', sent),
  )
  settleQuietly('uploadFile', options, ending)
  return task
}

export function downloadFile(options: DownloadOptions) {
  const { ending, task } = transferTask(
    () => sendHttp(options.url, { method: 'GET', headers: { ...options.header }, timeout: options.timeout }),
    ({ statusCode, body }) => ({ statusCode, tempFilePath: keepDownload(body, options.url) }),
    ({ body }) => progressOf('download', body.length),
  )
  settleQuietly('downloadFile', options, ending)
  return task
}

async function post(url: string, header: Header, body: string): Promise<unknown> {
  const { done } = sendHttp(url, { method: 'POST', headers: { ...header, 'content-type': 'application/json' }, body })
  return parseBody((await done).body.toString())
}

/** WeChat Cloud as the sandbox's gateway plays it, so that platform/cloud/wechat.ts can be journeyed as well. */
export const cloud = {
  init: (): void => undefined,
  callFunction: (options: Options & { name: string; data: unknown }) =>
    settle('cloud.callFunction', options, async () => {
      const header = { 'x-sandbox-citizen': phone.citizen }
      const url = `${phone.gateway}/invoke/${options.name}`
      return cloudAnswer(await post(url, header, JSON.stringify({ data: options.data })))
    }),
  uploadFile(options: Options & { cloudPath: string; filePath: string }) {
    const { ending, task } = transferTask(
      () => {
        const body = uploadBody(options.filePath, 'file', { cloudPath: options.cloudPath })
        const headers = { 'x-sandbox-citizen': phone.citizen, ...body.getHeaders() }
        return sendHttp(`${phone.gateway}/upload`, { method: 'POST', headers, body })
      },
      ({ body, statusCode }) => ({ statusCode, fileID: '', ...cloudAnswer(parseBody(body.toString())) }),
      ({ sent }) => progressOf('upload', sent),
    )
    settleQuietly('cloud.uploadFile', options, ending)
    return task
  },
}

/** The gateway's refusal, as WeChat's SDK would throw it. */
function cloudAnswer(body: unknown): { result: unknown } {
  if (typeof body !== 'object' || body === null)
    throw new Refusal('errCode: -404011 empty answer', { errCode: -404011 })
  if ('errCode' in body) {
    const text = 'errMsg' in body ? String(body.errMsg) : ''
    throw new Refusal(text, { errCode: Number(body.errCode) })
  }
  return { result: undefined, ...body }
}
