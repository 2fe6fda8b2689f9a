import { type Loadable } from '../../miniprogram/shared/contract/reply'
import { AppError, toReplyError } from './errors'

/** A part of a page that may fail alone. A defect (no AppError) still fails the whole call. */
export async function loadable<T>(part: Promise<T>): Promise<Loadable<T>> {
  try {
    return { ok: true, value: await part }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { ok: false, error: toReplyError(error) }
  }
}
