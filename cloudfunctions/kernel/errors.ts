import { type ErrorCode } from '../../miniprogram/shared/contract/errors'
import { type FieldProblem, type ReplyError } from '../../miniprogram/shared/contract/reply'

export interface AppErrorDetail {
  /**
   * Plain Chinese for the citizen: what happened and what to do now, for nothing is added to it. Absent = the code's text.
   * Never holds personal data.
   */
  readonly userMessage?: string
  readonly fields?: readonly FieldProblem[]
  readonly retryable?: boolean
  readonly retryAfterMs?: number
  /** Beijing time with offset (ACCOUNT_LOCKED, RATE_LIMITED). */
  readonly until?: string
  readonly upstream?: ReplyError['upstream']
  readonly cause?: unknown
}

/** The one error class of the functions: a stable code, and what the citizen reads. `message` is for developers. */
export class AppError extends Error {
  readonly detail: AppErrorDetail

  constructor(
    readonly code: ErrorCode,
    message: string,
    detail: AppErrorDetail = {},
  ) {
    super(message, { cause: detail.cause })
    this.name = 'AppError'
    this.detail = detail
  }
}

/** The same answer for a missing id and for another citizen's id, so that ids cannot be probed. */
export const notFound = (what: string): AppError => new AppError('NOT_FOUND', `${what} not found`)

/** Input that the page should have prevented. */
export const invalidInput = (message: string, detail: AppErrorDetail = {}): AppError =>
  new AppError('INVALID_INPUT', message, detail)

/**
 * Input of another shape than any page of this release or the last one sends: the phone has kept an older one. A restart
 * brings the new one, when WeChat has not offered it before.
 */
export const fromOldPage = (message: string, detail: AppErrorDetail = {}): AppError =>
  invalidInput(message, {
    ...detail,
    userMessage: '小程序有了新版本，这一步要用新版本办理。请退出小程序后重新打开，更新后再继续。',
  })

/** A reply stays small whatever was sent: the page shows the first complaints, and judges the rest itself. */
const MOST_FIELDS = 50
const LONGEST_PATH = 200
const LONGEST_SENTENCE = 400

const shortened = (text: string): string =>
  text.length > LONGEST_SENTENCE ? `${text.slice(0, LONGEST_SENTENCE)}…` : text

/** Complaints in the bounds of a reply. */
const bounded = (fields: readonly FieldProblem[]): readonly FieldProblem[] =>
  fields
    .filter(({ field }) => field.length <= LONGEST_PATH)
    .slice(0, MOST_FIELDS)
    .map(({ field, message }) => ({ field, message: shortened(message) }))

/** What of an error crosses the wire. Anything that is no AppError is a defect: INTERNAL, without its text. */
export function toReplyError(error: unknown): ReplyError {
  if (!(error instanceof AppError)) return { code: 'INTERNAL', retryable: true }
  const { userMessage, fields, retryable, retryAfterMs, until, upstream } = error.detail
  return {
    code: error.code,
    retryable: retryable ?? false,
    ...(userMessage === undefined ? {} : { message: shortened(userMessage) }),
    ...(fields === undefined ? {} : { fields: bounded(fields) }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(until === undefined ? {} : { until }),
    ...(upstream === undefined ? {} : { upstream: { ...upstream, message: shortened(upstream.message) } }),
  }
}
