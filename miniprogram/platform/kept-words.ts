import type { SubjectType } from '../shared/domain/account'
import { dropSecret, keepSecret, readSecret } from './storage'

/** Whose words: those of one identity go when it is unbound; of `anyone` is what needs no account. */
export type WordsOwner = SubjectType | 'anyone'

/** Where something is typed or chosen that is sent as a whole, and not saved before. */
export type WordsPlace = `rating.${string}` | `supplement.${string}` | `situation.${string}` | 'search'

interface Kept {
  readonly words: object
  /** ms since the epoch. */
  readonly at: number
}

type Places = Readonly<Record<string, Kept>>

const DAY_MS = 86_400_000
/** What was written to the office waits for its author; what was merely chosen is out of mind the next day. */
const KEPT_MS: Readonly<Record<string, number>> = {
  rating: 30 * DAY_MS,
  supplement: 30 * DAY_MS,
  situation: DAY_MS,
  search: DAY_MS / 24,
}
/** Places of one owner, the newest: what was given up long ago takes no room. */
const MOST = 20

const keyOf = (owner: WordsOwner): string => `words.${owner}`

const isFresh = ([place, { at }]: readonly [string, Kept]): boolean =>
  Date.now() - at < (KEPT_MS[place.split('.')[0] ?? ''] ?? 0)

/** Keeps what somebody typed, as a secret, until it is sent. false when the phone's storage refuses it. */
export const keepWords = (owner: WordsOwner, place: WordsPlace, words: object): Promise<boolean> =>
  change(owner, (places) => ({ ...places, [place]: { words, at: Date.now() } }))

/** What was typed here and not sent; null when there is nothing. It is checked by nobody: an older version wrote it. */
export const readWords = (owner: WordsOwner, place: WordsPlace): Promise<object | null> =>
  inTurn(async () => (await placesOf(owner))[place]?.words ?? null)

/** Forgets what was sent. */
export const dropWords = (owner: WordsOwner, place: WordsPlace): Promise<boolean> =>
  change(owner, ({ [place]: _sent, ...others }) => others)

/** Forgets everything that an identity typed. */
export const forgetWords = (owner: WordsOwner): Promise<boolean> => change(owner, () => ({}))

const placesOf = async (owner: WordsOwner): Promise<Places> =>
  Object.fromEntries(Object.entries((await readSecret<Places>(keyOf(owner))) ?? {}).filter(isFresh))

function change(owner: WordsOwner, how: (places: Places) => Places): Promise<boolean> {
  return inTurn(async () => {
    const newest = Object.entries(how(await placesOf(owner))).sort(([, one], [, other]) => other.at - one.at)
    try {
      if (newest.length === 0) await dropSecret(keyOf(owner))
      else await keepSecret(keyOf(owner), Object.fromEntries(newest.slice(0, MOST)))
      return true
    } catch {
      return false
    }
  })
}

let last: Promise<unknown> = Promise.resolve()

/** One after the other: each finds what the one before has written. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work)
  last = done.catch(() => undefined)
  return done
}
