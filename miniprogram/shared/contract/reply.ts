import type { ErrorCode } from './errors'

/** One complaint about one input, e.g. `{field: 'CL…01.id_no', message: '身份证号校验位不对'}`. */
export interface FieldProblem {
  /** Path of the field: an input key, or `<materialId>.<fieldId>` for a form. */
  readonly field: string
  readonly message: string
}

/** A failure as it crosses the wire. Never holds personal data. */
export interface ReplyError {
  readonly code: ErrorCode
  /** Plain Chinese, more specific than the code's own text: what happened and what to do now. Absent = the code's. */
  readonly message?: string
  readonly fields?: readonly FieldProblem[]
  /** May the very same call be made again with a hope of success? */
  readonly retryable: boolean
  /** Suggested wait in ms before a retry. */
  readonly retryAfterMs?: number
  /** Beijing time, ISO 8601 with offset: until when an account is locked (ACCOUNT_LOCKED), or nothing more is let through (RATE_LIMITED). */
  readonly until?: string
  /** Of the call, in the error of a part (Loadable); the error of a whole call has it in its Reply. */
  readonly requestId?: string
  /** Raw upstream text, kept reachable for the window staff. */
  readonly upstream?: { readonly code: string; readonly message: string; readonly requestId?: string }
}

/** The envelope of every cloud function answer: wrapped once in define-function, unwrapped once in services/call. */
export type Reply<T> =
  | { readonly ok: true; readonly requestId: string; readonly data: T }
  | { readonly ok: false; readonly requestId: string; readonly error: ReplyError }

/** A part of a page that may fail alone: shown as a failure with a retry, never as an empty list. */
export type Loadable<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ReplyError }

/** What the page sends: `{action, input}`, with a client-made id that both sides log. */
export interface Call {
  readonly action: string
  readonly input: unknown
  /** 8–32 of [A-Za-z0-9-]; the server makes one when it is absent or malformed. */
  readonly requestId?: string
}
