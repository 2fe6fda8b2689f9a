import { ACTION_FACTS, type ActionName, type Input, type Output } from '../shared/contract/actions'
import type { ActionFacts, Repeat } from '../shared/contract/actions/facts'
import { ERROR_CODES, type ErrorCode } from '../shared/contract/errors'
import type { Call, ReplyError } from '../shared/contract/reply'
import { lackedConsents } from '../shared/domain/consent'
import { CloudFailure, cloudPort } from '../platform/cloud/index'
import { noteActivity } from '../platform/idle-lock'
import { askConsent } from './consent-gate'
import { newId } from './new-id'
import { noteAccount } from './seen-account'
import { notePhone } from './seen-phone'
import { type Outcome, ServiceError, toFailure } from './service-error'
import { follow } from './under-way'

/** What came back of a call: a code of the server, why no answer came, or something that is no reply of ours. */
type CameBack = ErrorCode | CloudFailure['kind'] | 'unreadable'

/** The server's words for: it may have been done. From an action that changes something they are no refusal. */
const NO_ANSWER: ReadonlySet<CameBack> = new Set(['NETWORK', 'INTERNAL', 'OUTCOME_UNKNOWN', 'UPSTREAM_UNAVAILABLE'])

/**
 * The one decision whether a failed call may have happened.
 *
 * | what came back                                                  | read     | same, once |
 * | --------------------------------------------------------------- | -------- | ---------- |
 * | the port knows that nothing left the phone                      | not-sent | not-sent   |
 * | no answer (network, timeout, stopped), the platform's own error | not-sent | unknown    |
 * | something that is no reply of ours                              | not-sent | unknown    |
 * | INTERNAL, OUTCOME_UNKNOWN, UPSTREAM_UNAVAILABLE                 | not-sent | unknown    |
 * | any other code of ours: the server said no                      | refused  | refused    |
 *
 * A code of the last line never comes after something was sent and is open: cloudfunctions/ledger/settle.ts answers an
 * open outcome as such, and a defect or a database that fails on the way becomes INTERNAL.
 */
export function outcomeOf(cameBack: CameBack, repeat: Repeat): Outcome {
  if (cameBack === 'not-sent') return 'not-sent'
  if (isErrorCode(cameBack) && !NO_ANSWER.has(cameBack)) return 'refused'
  return repeat === 'read' ? 'not-sent' : 'unknown'
}

/** Texts of the login, and sensitive data. */
const MOST_QUESTIONS = 2

/**
 * Calls one action of the cloud functions and unwraps its reply.
 * A read that did not come through is tried once more; anything else never is. What needs the citizen's own consent to sensitive
 * data asks her for it, and goes on by itself.
 * @throws ServiceError, and nothing else
 */
export async function call<A extends ActionName>(action: A, input: Input<A>): Promise<Output<A>> {
  // First the texts of the login, when they are new; then the consent to sensitive data, which is one of its own.
  for (let asked = 0; ; asked += 1) {
    try {
      return await callOnce(action, input)
    } catch (error) {
      const lacked = error instanceof ServiceError && action !== 'account.bind' ? lackedConsents(error.failure) : []
      if (lacked.length === 0 || asked === MOST_QUESTIONS || !(await askConsent(lacked))) throw error
    }
  }
}

async function callOnce<A extends ActionName>(action: A, input: Input<A>): Promise<Output<A>> {
  const requestId = newId()
  noteActivity()
  const sending = send(ACTION_FACTS[action], { action, input, requestId })
  const answer = await (ACTION_FACTS[action].repeat === 'read' ? sending : follow(sending))
  const data = unwrap<A>(answer, ACTION_FACTS[action].repeat, requestId)
  noteAccount(data)
  notePhone(data)
  return data
}

async function send({ on, repeat }: ActionFacts, message: Call & { requestId: string }): Promise<unknown> {
  try {
    return await cloudPort().call(on, message)
  } catch (first) {
    if (repeat !== 'read' || !didNotComeThrough(first)) throw notAnswered(first, repeat, message.requestId)
  }
  try {
    return await cloudPort().call(on, message)
  } catch (second) {
    throw notAnswered(second, repeat, message.requestId)
  }
}

function didNotComeThrough(error: unknown): boolean {
  return error instanceof CloudFailure && (error.kind === 'network' || error.kind === 'timeout')
}

function notAnswered(error: unknown, repeat: Repeat, requestId: string): ServiceError {
  const kind = error instanceof CloudFailure ? error.kind : 'refused'
  const outcome = outcomeOf(kind, repeat)
  // The server may still be working on it: the citizen is told to wait, not to look at the network. Only what is done
  // once is followed up, and must not be sent again.
  if (kind === 'timeout' && repeat === 'once') return failed('OUTCOME_UNKNOWN', requestId, false, outcome)
  if (kind === 'timeout' && repeat === 'same') return new ServiceError(toFailure(SLOW, requestId, outcome))
  const isOfTheWay = kind === 'network' || kind === 'timeout' || kind === 'aborted'
  return failed(isOfTheWay ? 'NETWORK' : 'INTERNAL', requestId, true, outcome)
}

const SLOW = { code: 'UPSTREAM_UNAVAILABLE', message: '等了很久没有收到结果，请稍后再试一次', retryable: true } as const

/** Whatever is not a reply of ours is a defect on the way: INTERNAL, never a crash. */
function unwrap<A extends ActionName>(answer: unknown, repeat: Repeat, sentId: string): Output<A> {
  const reply = isRecord(answer) ? answer : {}
  const requestId = typeof reply['requestId'] === 'string' ? reply['requestId'] : sentId
  if (reply['ok'] === true && isRecord(reply['data'])) return reply['data'] as Output<A>
  const error = reply['error']
  if (reply['ok'] === false && isReplyError(error)) {
    throw new ServiceError(toFailure(error, requestId, outcomeOf(error.code, repeat)))
  }
  throw failed('INTERNAL', requestId, true, outcomeOf('unreadable', repeat))
}

function isReplyError(value: unknown): value is ReplyError {
  return isRecord(value) && isErrorCode(value['code'])
}

function isErrorCode(value: unknown): value is ErrorCode {
  return (ERROR_CODES as readonly unknown[]).includes(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function failed(code: ErrorCode, requestId: string, retryable: boolean, outcome: Outcome): ServiceError {
  return new ServiceError(toFailure({ code, retryable }, requestId, outcome))
}
