import { type Loadable } from '../../miniprogram/shared/contract/reply'
import { type CallBudget } from './context'
import { AppError, toReplyError } from './errors'

/**
 * A part of a page that may fail alone. A defect (no AppError) still fails the whole call. The error names the call's
 * request id, because the reply around it is a success.
 */
export async function loadable<T>(
  part: Promise<T>,
  { requestId }: Pick<CallBudget, 'requestId'>,
): Promise<Loadable<T>> {
  try {
    return { ok: true, value: await part }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { ok: false, error: { ...toReplyError(error), requestId } }
  }
}
