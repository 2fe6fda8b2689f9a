import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from '../one-network/api-server'
import type { Faults } from '../one-network/faults'
import { isLoopbackHost } from '../one-network/http'
import { type Office, OfficeRefusal } from '../one-network/office'
import type { Pushes } from '../one-network/pushes/pushes'
import type { RequestLog } from '../one-network/request-log'
import { createDeskApi } from './desk-api'
import { pageFile } from './page-files'
import { type DeskReply, jsonReply } from './reply'

export interface DeskOptions {
  readonly office: Office
  readonly faults: Faults
  readonly requestLog: RequestLog
  readonly pushes: Pick<Pushes, 'list'>
  /** The contract's functions by their names. */
  readonly functions: readonly { readonly no: number; readonly name: string }[]
}

/** No script, style or picture from elsewhere, and no frame around the desk. */
const PAGE_HEADERS = {
  'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

/** Only this machine's own pages may speak to the desk: another site's page in the same browser may not. */
function isOwn({ headers, method }: IncomingMessage): boolean {
  if (!isLoopbackHost(headers.host)) return false
  if (method === 'GET' || headers.origin === undefined) return true
  return headers.origin === `http://${headers.host}`
}

function send(response: ServerResponse, { status, headers, body }: DeskReply): void {
  response.writeHead(status, { ...PAGE_HEADERS, ...headers, 'content-length': String(body.length) })
  response.end(body)
}

/** Serves /desk/ (the page) and /desk/api/ (what it calls). */
export function createDeskHandler(options: DeskOptions): RequestHandler {
  const answerApi = createDeskApi(options)
  return async (request, response, path) => {
    if (!isOwn(request)) {
      request.resume()
      send(response, jsonReply(403, { message: '只能在本机打开' }))
      return
    }
    if (path === '/' || path === '/desk') {
      response.writeHead(302, { location: '/desk/' }).end()
      return
    }
    try {
      const reply = path.startsWith('/desk/api/') ? await answerApi(request, path) : await pageFile(path)
      send(response, reply ?? jsonReply(404, { message: '没有这个页面' }))
    } catch (error) {
      if (!(error instanceof OfficeRefusal)) throw error
      send(response, jsonReply(409, { message: error.message }))
    }
  }
}
