import { tell } from '../platform/feedback'
import { failureOf } from './service-error'

/**
 * Says in a dialog what went wrong and what to do now, with the number that staff can look up, as the notice on a page
 * does. @param kept what is as it was, said first
 */
export async function tellFailure(error: unknown, kept = ''): Promise<void> {
  const { title, next, requestId } = failureOf(error)
  await tell(title, `${kept}${next}${requestId === '' ? '' : `\n编号 ${requestId}`}`)
}
