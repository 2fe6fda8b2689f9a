import { type IncomingMessage, type ServerResponse } from 'node:http'
import * as v from 'valibot'
import { type StorageRules } from './deploy'
import { CloudError, HttpProblem } from './errors'
import { parseJson, readBody, sendJson } from './http-body'
import { LIMITS } from './limits'
import { type Handle } from './loopback-server'
import { readMultipart } from './multipart'
import { putFromClient, type FileIds, type FileStore } from './storage'

/** Outcome of an invocation: what the function answered, or why there is no answer. */
export type InvokeResult =
  | { readonly ok: true; readonly requestId: string; readonly result: unknown }
  | { readonly ok: false; readonly requestId: string; readonly errCode: number; readonly errMsg: string }

export interface GatewayOptions {
  readonly invokeAsClient: (name: string, event: object, openid: string) => Promise<InvokeResult>
  readonly files: FileStore
  readonly fileIds: FileIds
  readonly storageRules: () => StorageRules
  readonly health: () => object
  /** A citizen allowed one message of each template, in WeChat's window. */
  readonly grantConsent: (openid: string, templateId: string) => void
}

const notAList = v.check((value: unknown) => !Array.isArray(value), 'a list is no object')
const Data = v.pipe(v.unknown(), notAList, v.record(v.string(), v.unknown()))
const ConsentBody = v.object({ templateIds: v.pipe(v.array(v.string()), v.maxLength(3)) })
const InvokeBody = v.pipe(v.unknown(), notAList, v.object({ data: v.optional(Data, {}) }))

export const openidOf = (citizen: string): string => `sandbox-openid-${citizen}`

/** The citizen that the header x-sandbox-citizen chooses; nothing else names the caller. */
function openidFrom(request: IncomingMessage): string {
  const citizen = request.headers['x-sandbox-citizen'] ?? 'citizen-1'
  if (typeof citizen !== 'string' || !/^[a-z0-9-]{1,32}$/.test(citizen)) {
    throw new HttpProblem(400, 'x-sandbox-citizen must be 1–32 of a–z, 0–9 and -')
  }
  return openidOf(citizen)
}

function refuse(response: ServerResponse, status: number, error: CloudError): void {
  sendJson(response, status, { errCode: error.errCode, errMsg: error.message })
}

function requireMethod(request: IncomingMessage, method: string): void {
  if (request.method !== method) throw new HttpProblem(405, `${method} is expected`)
}

/**
 * The app's door: what wx.cloud offers a page. POST /invoke/<function>, POST /upload, GET /file, POST /consent, GET /health.
 * There is no database here: the rules in deploy/ give clients none. Undefined for any other path.
 */
export function gateway(options: GatewayOptions): (url: URL) => Handle | undefined {
  const invoke: Handle = async (request, response, url) => {
    requireMethod(request, 'POST')
    const openid = openidFrom(request)
    const body = v.safeParse(InvokeBody, parseJson(await readBody(request, LIMITS.serverPayloadBytes)))
    if (!body.success) throw new HttpProblem(400, 'the body must be {"data": {…}}')
    const name = url.pathname.slice('/invoke/'.length)
    const outcome = await options.invokeAsClient(name, body.output.data, openid)
    const { requestId } = outcome
    sendJson(
      response,
      200,
      outcome.ok
        ? { result: outcome.result, requestId }
        : { errCode: outcome.errCode, errMsg: outcome.errMsg, requestId },
    )
  }

  const upload: Handle = async (request, response) => {
    requireMethod(request, 'POST')
    const openid = openidFrom(request)
    let path: string | undefined
    let stored: string | undefined
    try {
      await readMultipart(
        request,
        { fieldBytes: LIMITS.cloudPathBytes, files: 1 },
        {
          field: (name, value) => {
            if (name === 'cloudPath') path = value
          },
          file: async (name, source) => {
            if (name !== 'file') throw new HttpProblem(400, `unexpected file field ${name}`)
            if (path === undefined) throw new HttpProblem(400, 'the field cloudPath must come before the file')
            // A later field may name another path: what was stored is this one.
            const target = path
            await putFromClient(options.files, options.storageRules(), { path: target, source, openid })
            stored = target
          },
        },
      )
    } catch (error) {
      // E.g. a second file after it: what is refused leaves nothing.
      if (stored !== undefined) await options.files.remove(stored)
      if (!(error instanceof CloudError)) throw error
      refuse(response, 200, error)
      return
    }
    if (stored === undefined) throw new HttpProblem(400, 'the fields cloudPath and file are expected')
    sendJson(response, 200, { fileID: options.fileIds.of(stored) })
  }

  const file: Handle = async (request, response) => {
    requireMethod(request, 'GET')
    refuse(response, 403, new CloudError('STORAGE_EXCEED_AUTHORITY', '[AccessDenied] storage permission denied'))
    return Promise.resolve()
  }

  const consent: Handle = async (request, response) => {
    requireMethod(request, 'POST')
    const openid = openidFrom(request)
    const body = v.safeParse(ConsentBody, parseJson(await readBody(request, LIMITS.clientCallDataBytes)))
    if (!body.success) throw new HttpProblem(400, 'the body must be {"templateIds": […]}, 3 at most')
    for (const templateId of body.output.templateIds) options.grantConsent(openid, templateId)
    sendJson(response, 200, { ok: true })
  }

  const health: Handle = async (request, response) => {
    requireMethod(request, 'GET')
    sendJson(response, 200, { ok: true, ...options.health() })
    return Promise.resolve()
  }

  return ({ pathname }) => {
    if (pathname.startsWith('/invoke/')) return invoke
    if (pathname === '/upload') return upload
    if (pathname === '/file') return file
    if (pathname === '/consent') return consent
    return pathname === '/health' ? health : undefined
  }
}
