import { byId } from './dom'

export type Run = (work: () => Promise<unknown>, done?: string) => void

/** Where it is read: what is outside of an open drawer is neither seen nor read aloud. */
const place = (): HTMLElement => document.querySelector<HTMLElement>('dialog[open] .message') ?? byId('message')

function say(text: string, isWrong = false): void {
  const message = place()
  message.classList.toggle('is-wrong', isWrong)
  message.replaceChildren(text)
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : '操作没有成功，请刷新后再试')

/** Does what an officer wants, and says how it went: `done`, or what was wrong. */
export const run: Run = (work, done = '') => {
  work().then(
    () => say(done),
    (error: unknown) => say(wordsOf(error), true),
  )
}

let isBusy = false

/** The same for what changes something: a second press while the first is under way does nothing. */
export const runAlone: Run = (work, done) => {
  if (isBusy) return
  isBusy = true
  run(
    () =>
      work().finally(() => {
        isBusy = false
      }),
    done,
  )
}

let isLost = false

/** Does what the clock wants: says that it failed once, and that it is over when it works again. */
export function runQuietly(work: () => Promise<unknown>): void {
  work().then(
    () => {
      if (isLost) say('')
      isLost = false
    },
    (error: unknown) => {
      if (!isLost) say(wordsOf(error), true)
      isLost = true
    },
  )
}
