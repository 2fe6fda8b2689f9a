import { endLoading } from '../platform/feedback'
import { goTo } from '../platform/routes'
import type { ConsentText } from '../shared/domain/consent'

let answer: ((agreed: boolean) => void) | null = null
let asking: Promise<boolean> | null = null

/** Opens the page that asks for these consents, once for all who wait; resolves with the answer. */
export function askConsent(texts: readonly ConsentText[]): Promise<boolean> {
  asking ??= new Promise<boolean>((resolve) => {
    answer = resolve
    // What waits is not under way any more: it would lie over the page.
    endLoading()
    goTo('consent', { texts: texts.join(',') }).catch(() => answerConsent(false))
  })
  return asking
}

/** The page's answer; the first one counts. */
export function answerConsent(agreed: boolean): void {
  answer?.(agreed)
  answer = null
  asking = null
}
