import { type ErrorCode } from '../../miniprogram/shared/contract/errors'
import { AppError, type AppErrorDetail } from '../kernel/errors'

export interface FailureFacts {
  /** true = the provider certainly did not perform the call; false = nobody knows (no answer, or an unreadable one). */
  readonly notPerformed: boolean
  /** May be repeated by the retry policy (contract chapter 9). */
  readonly transient: boolean
  /** A special treatment that the contract names. */
  readonly special?: 'token' | 'resign' | 'request-no-reused' | 'digest' | 'http-500' | 'parameters' | 'form-version'
}

/** A failure of the provider, classified once (classify.ts) into one of our codes. */
export class UpstreamFailure extends AppError {
  constructor(
    code: ErrorCode,
    message: string,
    readonly facts: FailureFacts,
    detail: AppErrorDetail = {},
  ) {
    super(code, message, detail)
    this.name = 'UpstreamFailure'
  }
}

export const isFailure = (error: unknown, special: FailureFacts['special']): error is UpstreamFailure =>
  error instanceof UpstreamFailure && error.facts.special === special
