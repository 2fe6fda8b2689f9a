import { ERROR_TEXT, type ErrorCode } from '../shared/contract/errors'
import type { FieldProblem, ReplyError } from '../shared/contract/reply'

/** A failure as a page shows it: plain data, ready for setData. */
export interface Failure {
  readonly code: ErrorCode
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
}

/** The wire's error → what a page shows. */
export function toFailure(error: ReplyError, requestId = error.requestId ?? ''): Failure {
  const text = ERROR_TEXT[error.code]
  return {
    code: error.code,
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

/** Anything thrown → what a page shows; a defect of the page itself becomes INTERNAL, never a blank page. */
export function failureOf(error: unknown): Failure {
  return error instanceof ServiceError ? error.failure : toFailure({ code: 'INTERNAL', retryable: true })
}
