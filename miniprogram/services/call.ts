import { ACTION_FUNCTION, type ActionName, type Input, type Output } from '../shared/contract/actions'
import { ERROR_CODES, type ErrorCode } from '../shared/contract/errors'
import type { Call, ReplyError } from '../shared/contract/reply'
import { CloudFailure, cloudPort } from '../platform/cloud/index'
import { noteAccount } from './seen-account'
import { ServiceError, toFailure } from './service-error'

/**
 * Reads that change nothing (but for a file that is stored for minutes): the only calls that may be repeated without
 * being asked.
 */
const SAFE_READS: ReadonlySet<ActionName> = new Set<ActionName>([
  'account.get',
  'home.open',
  'matter.list',
  'matter.search',
  'matter.recommend',
  'matter.open',
  'matter.checklist',
  'matter.blankForm',
  'declaration.open',
  'declaration.previewSituation',
  'declaration.review',
  'attachment.earlier',
  'attachment.caseFiles',
  'case.list',
  'case.open',
  'inbox.open',
  'archive.open',
  'archive.link',
  'credit.open',
  'evaluation.open',
])

/**
 * Calls one action of the cloud functions and unwraps its reply.
 * A safe read that did not come through is tried once more; a write never is.
 * @throws ServiceError, and nothing else
 */
export async function call<A extends ActionName>(action: A, input: Input<A>): Promise<Output<A>> {
  const requestId = newRequestId()
  const answer = await send(action, { action, input, requestId })
  const data = unwrap<A>(answer, requestId)
  noteAccount(data)
  return data
}

async function send(action: ActionName, message: Call & { requestId: string }): Promise<unknown> {
  const functionName = ACTION_FUNCTION[action]
  try {
    return await cloudPort().call(functionName, message)
  } catch (first) {
    if (!SAFE_READS.has(action) || !didNotComeThrough(first)) throw classify(first, action, message.requestId)
  }
  try {
    return await cloudPort().call(functionName, message)
  } catch (second) {
    throw classify(second, action, message.requestId)
  }
}

function didNotComeThrough(error: unknown): boolean {
  return error instanceof CloudFailure && (error.kind === 'network' || error.kind === 'timeout')
}

/** A write whose answer did not come in time may have been done: the page must ask, not repeat. */
function classify(error: unknown, action: ActionName, requestId: string): ServiceError {
  const kind = error instanceof CloudFailure ? error.kind : 'refused'
  if (kind === 'timeout' && !SAFE_READS.has(action)) return failed('OUTCOME_UNKNOWN', requestId, false)
  if (kind === 'network' || kind === 'timeout' || kind === 'aborted') return failed('NETWORK', requestId, true)
  return failed('INTERNAL', requestId, true)
}

/** Whatever is not a reply of ours is a defect on the way: INTERNAL, never a crash. */
function unwrap<A extends ActionName>(answer: unknown, sentId: string): Output<A> {
  if (!isRecord(answer)) throw failed('INTERNAL', sentId, true)
  const requestId = typeof answer['requestId'] === 'string' ? answer['requestId'] : sentId
  if (answer['ok'] === true && isRecord(answer['data'])) return answer['data'] as Output<A>
  if (answer['ok'] === false && isReplyError(answer['error'])) {
    throw new ServiceError(toFailure(answer['error'], requestId))
  }
  throw failed('INTERNAL', requestId, true)
}

function isReplyError(value: unknown): value is ReplyError {
  return isRecord(value) && (ERROR_CODES as readonly unknown[]).includes(value['code'])
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function failed(code: ErrorCode, requestId: string, retryable: boolean): ServiceError {
  return new ServiceError(toFailure({ code, retryable }, requestId))
}

/** Short enough to be read out on the telephone; not a secret, so Math.random is enough. */
function newRequestId(): string {
  const random = Math.floor(Math.random() * 36 ** 6)
    .toString(36)
    .padStart(6, '0')
  return `${Date.now().toString(36)}-${random}`
}
