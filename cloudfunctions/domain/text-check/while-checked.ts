import { setTimeout as sleep } from 'node:timers/promises'
import { config } from '../../kernel/config'
import { type Context } from '../../kernel/context'
import { describeError, log } from '../../kernel/log'
import { type TextMark, verdictOnText } from '../../kernel/openapi'

/** Sending takes as long as a rule: who sends is not kept waiting for what only marks. */
const PATIENCE_MS = 2_000

type Asking = Pick<Context, 'openid' | 'requestId'>

/**
 * Does `work`, which sends words of a citizen that an officer will read, while WeChat looks at them (TEXT_CHECK, off unless
 * entered). What it finds is written down by `note` and logged without the words: neither a bad word, nor no answer, nor an
 * error of it keeps anything from being sent, or changes it. There is no place for the mark in the provider's functions.
 */
export async function whileChecked<T>(
  text: string,
  context: Asking,
  note: (mark: TextMark) => Promise<unknown>,
  work: () => Promise<T>,
): Promise<T> {
  if (text === '' || !config().checksTexts) return work()
  const marking = markOf(text, context)
  try {
    return await work()
  } finally {
    await marking.then(note).catch((error: unknown) => tell(context, 'unchecked', describeError(error)))
  }
}

/** Never rejects. */
async function markOf(text: string, context: Asking): Promise<TextMark> {
  const over = new AbortController()
  try {
    const late = sleep(PATIENCE_MS, undefined, { signal: over.signal }).then(() => {
      throw new Error('no verdict in time')
    })
    const mark = await Promise.race([verdictOnText(context.openid, text), late])
    tell(context, mark)
    return mark
  } catch (error) {
    tell(context, 'unchecked', failureOf(error))
    return 'unchecked'
  } finally {
    over.abort()
  }
}

/** WeChat's number, or what our side says; never WeChat's sentence, which may quote the words. */
function failureOf(error: unknown): string {
  const errCode = (error as { readonly errCode?: unknown } | null)?.errCode
  return typeof errCode === 'number' ? String(errCode) : 'no verdict'
}

const tell = ({ requestId }: Asking, mark: TextMark, error?: string): void =>
  log({ requestId, event: 'text-check', code: mark.toUpperCase(), ...(error === undefined ? {} : { error }) })
