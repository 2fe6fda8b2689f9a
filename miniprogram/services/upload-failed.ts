import type { CloudFailure } from '../platform/cloud/index'
import { outcomeOf } from './call'
import { ServiceError, toFailure } from './service-error'

/** A file that did not get to cloud storage → what a page shows. Its path is its own, so it may be put there again. */
export function uploadFailed({ kind }: CloudFailure): ServiceError {
  const isRefused = kind === 'refused' || kind === 'not-sent'
  const error = isRefused
    ? ({ code: 'FILE_REFUSED', message: '文件没有传上去，请重试；仍不行，请换一个文件', retryable: true } as const)
    : ({ code: 'NETWORK', retryable: true } as const)
  return new ServiceError(toFailure(error, '', outcomeOf(error.code, 'same')))
}
