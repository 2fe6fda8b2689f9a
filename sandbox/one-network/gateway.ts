import type { IncomingHttpHeaders } from 'node:http'
import type { Operation } from './protocol/contract'
import { type Answer, gatewayAnswer } from './protocol/answer'
import {
  APP_RATE,
  ARCHIVE_RATE,
  CREDIT_RATE,
  LOGIN_RATE,
  MAX_CONCURRENT_UPLOADS,
  type RateLimiter,
  TOKEN_RATE,
} from './protocol/rate-limit'

export const MAX_JSON_BYTES = 1_048_576
export const MAX_MULTIPART_BYTES = 12 * 1_048_576

/** One header as text; undefined when absent. */
export function headerOf(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value.join(',') : value
}

function tooMany(seconds: number): Answer {
  return gatewayAnswer(429, { 'retry-after': String(seconds) })
}

/** What a request names, as far as a gateway can see it in the body: the account of a login, the case of a download. */
function namedIn(body: Buffer, member: 'account' | 'caseNo'): string {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    const named = (value as Readonly<Record<string, unknown>> | null)?.[member]
    return typeof named === 'string' ? named : ''
  } catch {
    return ''
  }
}

export interface GatewayInput {
  readonly operation: Operation
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  readonly appKey: string
  readonly limiter: RateLimiter
  readonly uploadsRunning: number
}

/** Contract chapter 3, row 1, after the size: 429, then 401. undefined = the request may pass. */
export function gatewayRefusal({
  operation,
  headers,
  body,
  appKey,
  limiter,
  uploadsRunning,
}: GatewayInput): Answer | undefined {
  const sentKey = headerOf(headers, 'x-app-key') ?? ''
  const token = headerOf(headers, 'x-user-token')
  const appWait = limiter.take(`app ${sentKey}`, APP_RATE)
  if (appWait > 0) return tooMany(appWait)
  const tokenWait = token === undefined ? 0 : limiter.take(`token ${token}`, TOKEN_RATE)
  if (tokenWait > 0) return tooMany(tokenWait)
  const creditWait = operation.no === 10 ? limiter.take(`credit ${sentKey}`, CREDIT_RATE) : 0
  if (creditWait > 0) return tooMany(creditWait)
  const account = operation.no === 17 ? namedIn(body, 'account') : ''
  const loginWait = account === '' ? 0 : limiter.take(`login ${account}`, LOGIN_RATE)
  if (loginWait > 0) return tooMany(loginWait)
  const caseNo = operation.no === 32 ? namedIn(body, 'caseNo') : ''
  const archiveWait = caseNo === '' ? 0 : limiter.take(`archive ${caseNo}`, ARCHIVE_RATE)
  if (archiveWait > 0) return tooMany(archiveWait)
  if (operation.encoding === 'multipart' && uploadsRunning >= MAX_CONCURRENT_UPLOADS) return tooMany(1)
  return sentKey === appKey ? undefined : gatewayAnswer(401)
}
