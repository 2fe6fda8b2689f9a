import type { CloudFailure } from '../platform/cloud/index'
import { ServiceError, toFailure } from './service-error'

/** A file that did not get to cloud storage → what a page shows. */
export function uploadFailed(failure: CloudFailure): ServiceError {
  return failure.kind === 'refused'
    ? new ServiceError(
        toFailure({ code: 'FILE_REFUSED', message: '文件没有传上去，请重试；仍不行，请换一个文件', retryable: true }),
      )
    : new ServiceError(toFailure({ code: 'NETWORK', retryable: true }))
}
