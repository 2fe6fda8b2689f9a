import { type ErrorCode } from '../../miniprogram/shared/contract/errors'
import { AppError, type AppErrorDetail } from '../kernel/errors'

export interface FailureFacts {
  /** true = the provider certainly did not perform the call; false = nobody knows (no answer, or an unreadable one). */
  readonly notPerformed: boolean
  /** May be repeated by the retry policy (contract chapter 9). */
  readonly transient: boolean
  /** The provider itself refused: a verdict on everything sent under the same requestNo. */
  readonly answered?: true
  /** What the failure says something about (breakers.ts); absent = nothing that others should be kept from asking. */
  readonly speaksOf?: 'host' | 'function'
  /** Of a wrong password: how many more lock the account, as far as the provider says so. */
  readonly triesLeft?: number
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

  /** The same failure after an attempt of which nobody knows whether it was performed. */
  withOpenOutcome(): UpstreamFailure {
    return new UpstreamFailure(this.code, this.message, { ...this.facts, notPerformed: false }, this.detail)
  }
}

export const isFailure = (error: unknown, special: FailureFacts['special']): error is UpstreamFailure =>
  error instanceof UpstreamFailure && error.facts.special === special

/** The provider asks to wait: it is still at it (5001), or was asked too often (429). `detail.retryAfterMs` says how long. */
export const isBusy = (error: unknown): error is UpstreamFailure =>
  error instanceof UpstreamFailure && (error.detail.upstream?.code === '5001' || error.code === 'RATE_LIMITED')
