import { BEING_CONFIRMED, ERROR_TEXT, NOT_CONNECTED, type ErrorCode } from '../shared/contract/errors'
import type { FieldProblem, ReplyError } from '../shared/contract/reply'

/**
 * May it have happened?
 * - `not-sent`: no; nothing left the phone, or there was nothing to change.
 * - `refused`: no; that was the server's clear answer.
 * - `unknown`: perhaps; ask what became of it before anything else.
 */
export type Outcome = 'not-sent' | 'refused' | 'unknown'

/** A failure as a page shows it: plain data, ready for setData. */
export interface Failure {
  readonly code: ErrorCode
  /** Decided in call.ts. */
  readonly outcome: Outcome
  /** What happened, in the citizen's words. */
  readonly title: string
  /** What to do now; '' = the title says that too. */
  readonly next: string
  readonly fields: readonly FieldProblem[]
  readonly retryable: boolean
  /** Suggested wait in ms before a retry; 0 = none. */
  readonly retryAfterMs: number
  /** Beijing time, ISO 8601: until when an account is locked; '' = not locked. */
  readonly until: string
  /** Short id that staff can look up; '' when the call never left the phone. */
  readonly requestId: string
  /** Raw upstream text for the window staff; '' = none. */
  readonly upstream: string
}

/** Thrown by every service verb, and nothing else is. */
export class ServiceError extends Error {
  constructor(readonly failure: Failure) {
    super(`${failure.code} ${failure.requestId}`)
    this.name = 'ServiceError'
  }

  get code(): ErrorCode {
    return this.failure.code
  }

  get outcome(): Outcome {
    return this.failure.outcome
  }
}

/** The wire's error → what a page shows. @param outcome of a call; a part of a page, or a file that did not come, changes nothing */
export function toFailure(
  error: ReplyError,
  requestId = error.requestId ?? '',
  outcome: Outcome = 'not-sent',
): Failure {
  const text = ERROR_TEXT[error.code]
  return {
    code: error.code,
    outcome,
    title: error.message ?? text.title,
    // A reason of its own says what to do: the code's general step would contradict it.
    next: error.message === undefined ? text.next : '',
    fields: error.fields ?? [],
    retryable: error.retryable,
    retryAfterMs: error.retryAfterMs ?? 0,
    until: error.until ?? '',
    requestId,
    upstream: error.upstream ? `${error.upstream.code} ${error.upstream.message}`.trim() : '',
  }
}

/** A failure as running text: what happened, then what to do now. */
export function sentenceOf({ title, next }: Pick<Failure, 'title' | 'next'>): string {
  return `${/[。？！]$/.test(title) ? title : `${title}。`}${next}`
}

/** The same, with the number that staff can look up. */
export const numberedSentence = (failure: Failure): string =>
  `${sentenceOf(failure)}${failure.requestId ? `（编号 ${failure.requestId}）` : ''}`

/**
 * Does its sentence say that something is being confirmed, and must not be sent again? Only for what is said beside it:
 * whether it may have happened says `outcome`.
 */
export const saysConfirming = ({ code }: Failure): boolean => code === BEING_CONFIRMED

/** What is shown of a failure when it is known by now that nothing was done: an open outcome is not open any more. */
export const notSentAfterAll = (failure: Failure): Failure =>
  saysConfirming(failure)
    ? toFailure(
        { code: 'UPSTREAM_UNAVAILABLE', message: '一网通没有收到，请再提交一次', retryable: true },
        failure.requestId,
      )
    : failure

/** What happened, in the code's few words: for a sentence that says itself what to do. */
export const causeOf = ({ code }: Failure): string => ERROR_TEXT[code].title

/** What it was about is not there any more, or sent already: it cannot be changed, and nothing of it can be promised. */
export const isGone = ({ code }: Failure): boolean => code === 'NOT_FOUND' || code === 'ALREADY_SUBMITTED'

/** Nothing came through: what the phone kept is better than nothing. */
export const didNotConnect = ({ code }: Failure): boolean => code === NOT_CONNECTED

/** The login does not serve any more: nothing can be asked or done before the citizen has logged in. */
export const needsLogin = ({ code }: Failure): boolean => code === 'NOT_BOUND' || code === 'BINDING_EXPIRED'

/**
 * Anything thrown → what a page shows; a defect of the page itself becomes INTERNAL, never a blank page. It may have come
 * after the call.
 */
export function failureOf(error: unknown): Failure {
  return error instanceof ServiceError ? error.failure : toFailure({ code: 'INTERNAL', retryable: true }, '', 'unknown')
}
