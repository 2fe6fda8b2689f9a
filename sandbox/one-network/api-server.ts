import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault, FaultKind, Faults } from './faults'
import { gatewayRefusal, headerOf, MAX_JSON_BYTES, MAX_MULTIPART_BYTES } from './gateway'
import { readBody, send, sendTruncated } from './http'
import type { Platform } from './platform'
import { type Answer, gatewayAnswer, jsonAnswer } from './protocol/answer'
import { type Contract, type Operation, schemaAt } from './protocol/contract'
import { failEnvelope, okEnvelope } from './protocol/envelope'
import { ProviderError } from './protocol/errors'
import { FileAnswer, fileAnswer, withWrongDigest } from './protocol/file-answer'
import { type OddFields, withOddFields } from './protocol/odd-fields'
import { RateLimiter } from './protocol/rate-limit'
import { toSignMethod } from './protocol/signature'
import type { RequestLog } from './request-log'
import { createRouter } from './router'

export interface ApiServerOptions {
  readonly platform: Platform
  readonly contract: Contract
  readonly faults: Faults
  readonly requestLog: RequestLog
  /** Every function takes at least so long, in ms. */
  readonly delayMs: number
  /** false lifts the limits of chapter 11: a benchmark asks faster than any citizen. */
  readonly rateLimits: boolean
  readonly log: (line: string) => void
}

export type RequestHandler = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>

const DEFAULT_SLOW_MS = 5000
const ODD: readonly FaultKind[] = ['extra-fields', 'null-fields', 'missing-fields'] satisfies readonly OddFields[]
const isOdd = (kind: FaultKind): kind is OddFields => ODD.includes(kind)
/** A business code that the contract does not list: callers classify it by its first digit. */
const UNKNOWN_CODE = '7001'
/** As the contract's example of 5003. */
const CREDIT_RETRY_SECONDS = 60

/** Handles everything under /api/v1: faults, gateway, then the function. */
export function createApiHandler(options: ApiServerOptions): RequestHandler {
  const { platform, contract, faults, requestLog, delayMs, rateLimits, log } = options
  const limiter = new RateLimiter(platform.now, rateLimits)
  const route = createRouter(platform, contract, () => (delayMs > 0 ? sleep(delayMs) : Promise.resolve()))
  let uploadsRunning = 0

  async function answerFunction(operation: Operation, request: IncomingMessage, body: Buffer): Promise<Answer> {
    const { headers } = request
    const { appKey } = platform.keys
    const refused = gatewayRefusal({ operation, headers, body, appKey, limiter, uploadsRunning })
    if (refused !== undefined) return refused
    const requestId = platform.numbers.requestId(platform.now())
    const isUpload = operation.encoding === 'multipart'
    if (isUpload) uploadsRunning += 1
    try {
      const data = await route({ operation, headers, body })
      if (data instanceof FileAnswer) {
        return fileAnswer(data, toSignMethod(headerOf(headers, 'x-sign-method')) ?? 'HMAC-SM3')
      }
      return jsonAnswer(okEnvelope(requestId, data), '0')
    } catch (error) {
      if (error instanceof ProviderError) return jsonAnswer(failEnvelope(requestId, error), error.code)
      log(
        `one-network #${operation.no} ${requestId} ${error instanceof Error ? (error.stack ?? error.message) : 'failed'}`,
      )
      return gatewayAnswer(500)
    } finally {
      if (isUpload) uploadsRunning -= 1
    }
  }

  /** Answers that a fault gives instead of the function; undefined when the function runs all the same. */
  function faultAnswer({ kind, status }: Fault): Answer | undefined {
    switch (kind) {
      case 'status':
        return gatewayAnswer(status ?? 503)
      case 'html':
        return gatewayAnswer(status ?? 502)
      case 'empty':
        return { status: status ?? 200, headers: {}, body: Buffer.alloc(0) }
      case 'unknown-code': {
        const requestId = platform.numbers.requestId(platform.now())
        return jsonAnswer({ code: UNKNOWN_CODE, message: '平台新增的错误', requestId, data: null }, UNKNOWN_CODE)
      }
      case 'credit-down': {
        const requestId = platform.numbers.requestId(platform.now())
        const failure = new ProviderError('5003', { retryAfterSeconds: CREDIT_RETRY_SECONDS })
        return jsonAnswer(failEnvelope(requestId, failure), failure.code)
      }
      case 'extra-fields':
      case 'null-fields':
      case 'missing-fields':
      case 'duplicate-push':
      case 'shuffled-push':
      case 'slow':
      case 'truncated':
      case 'wrong-digest':
      case 'down':
      case 'accept-and-never-answer':
        return undefined
    }
  }

  /** The function's own answer, with the members that such a fault adds, nulls or leaves out. */
  function odd(kind: OddFields, operation: Operation, answer: Answer): Answer {
    if (answer.code !== '0') return answer
    const envelope: unknown = JSON.parse(answer.body.toString('utf8'))
    const changed = withOddFields(kind, operation.answerSchema, envelope, (ref) => schemaAt(contract, ref))
    return jsonAnswer(changed as object, answer.code)
  }

  return async (request, response, path) => {
    const startedAt = Date.now()
    const operation = contract.operations.get(path)
    if (operation === undefined || request.method !== 'POST') {
      request.resume()
      send(response, gatewayAnswer(operation === undefined ? 404 : 405))
      return
    }
    const fault = faults.take(operation.no)
    const note = (answer: Answer | undefined) => {
      requestLog.add({
        at: platform.now(),
        functionNo: operation.no,
        operationId: operation.operationId,
        status: answer?.status ?? 0,
        code: answer?.code ?? '',
        ms: Date.now() - startedAt,
        fault: fault?.kind ?? '',
      })
    }
    if (fault?.kind === 'down') {
      note(undefined)
      request.socket.destroy()
      return
    }
    const body = await readBody(request, operation.encoding === 'multipart' ? MAX_MULTIPART_BYTES : MAX_JSON_BYTES)
    if (body === undefined) {
      // The rest of the body is never read, so the connection cannot be used again.
      const answer = gatewayAnswer(413, { connection: 'close' })
      note(answer)
      send(response, answer)
      request.resume()
      return
    }
    if (fault?.kind === 'slow') await sleep(fault.delayMs ?? DEFAULT_SLOW_MS)
    const usual = (fault && faultAnswer(fault)) ?? (await answerFunction(operation, request, body))
    const answer = fault && isOdd(fault.kind) ? odd(fault.kind, operation, usual) : usual
    if (fault?.kind === 'accept-and-never-answer') {
      note(undefined)
      return
    }
    note(answer)
    if (fault?.kind === 'wrong-digest') send(response, withWrongDigest(answer))
    else if (fault?.kind === 'truncated') sendTruncated(response, answer)
    else send(response, answer)
  }
}
