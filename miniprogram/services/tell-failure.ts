import { tell } from '../platform/feedback'
import { failureOf, isGone } from './service-error'

/**
 * Says in a dialog what went wrong and what to do now, with the number that staff can look up, as the notice on a page
 * does. @param kept what is as it was, said first where that is known
 */
export async function tellFailure(error: unknown, kept = ''): Promise<void> {
  const failure = failureOf(error)
  const { title, next, requestId, outcome } = failure
  const isKept = outcome !== 'unknown' && !isGone(failure)
  await tell(title, `${isKept ? kept : ''}${next}${requestId === '' ? '' : `\n编号 ${requestId}`}`)
}
