import type { MatterBrief } from '../matter'
import { fitOfName, SCORE } from './fit-name'
import { lettersOf } from './letters'
import { type Name, nameOf } from './name'
import type { Places } from './places'

/** A matter, made ready to be searched. */
export interface Entry {
  readonly matter: MatterBrief
  readonly short: Name
  readonly full: Name
  /** Found, but not shown: the provider's name, where it reads otherwise. */
  readonly other: Name
  /** Letters of what people call it. */
  readonly called: readonly string[]
  /** Letters of the theme and of the department. */
  readonly places: readonly string[]
}

/** The full name as a list shows it. */
export const fullNameOf = ({ name, label }: Pick<MatterBrief, 'name' | 'label'>): string => label ?? name

export function entryOf(matter: MatterBrief): Entry {
  const [short = '', full = ''] = matter.pinyin ?? []
  return {
    matter,
    short: nameOf(matter.shortName, short, 2),
    full: nameOf(fullNameOf(matter), full, 3),
    other: nameOf(matter.label === undefined ? '' : matter.name, '', 3),
    called: (matter.alsoCalled ?? []).map((name) => lettersOf(name).letters),
    places: [matter.theme ?? '', matter.department].map((place) => lettersOf(place).letters),
  }
}

/**
 * How an entry fits the words of a query, the higher, the better; 0 = it does not. Every word must fit; words that stand
 * together in a name as they were typed (护士 执业) fit better.
 */
export function scoreOf(entry: Entry, words: readonly string[]): number {
  const apart = scoreApart(entry, words)
  return apart === 0 || words.length === 1 ? apart : Math.max(apart, scoreOfWord(entry, words.join('')))
}

function scoreApart(entry: Entry, words: readonly string[]): number {
  let least = words.length === 0 ? 0 : Infinity
  for (const word of words) {
    least = Math.min(least, scoreOfWord(entry, word))
    if (least === 0) break
  }
  return least
}

/** People type more than the name (货车营运证怎么办) and less of it (营运). */
export const isCalled = ({ called }: Entry, word: string): boolean =>
  word.length > 1 && called.some((name) => word.includes(name) || name.includes(word))

function scoreOfWord(entry: Entry, word: string): number {
  const { short, full, other, places } = entry
  let best = 0
  for (const name of [short, full, other]) best = fitOfName(name, word, best)?.score ?? best
  if (best < SCORE.called && isCalled(entry, word)) return SCORE.called
  return best < SCORE.place && places.some((place) => place.includes(word)) ? SCORE.place : best
}

/** The characters of the two names, as they are shown, that the words of a query find; none when it does not fit. */
export function placesFound(entry: Entry, words: readonly string[]): { readonly short: Places; readonly full: Places } {
  const apart = scoreApart(entry, words)
  if (apart === 0) return { short: [], full: [] }
  const marked = scoreOf(entry, words) > apart ? [words.join('')] : words
  const [short = [], full = []] = [entry.short, entry.full].map((name) =>
    merged(marked.map((word) => placesIn(name, word, scoreOfWord(entry, word)))),
  )
  return { short, full }
}

/** A weak hit is no mark beside a better one in the other name. */
function placesIn(name: Name, word: string, best: number): Places {
  const fit = fitOfName(name, word)
  return fit && (fit.score === best || fit.score >= SCORE.inOrder) ? fit.places() : []
}

const merged = (all: readonly Places[]): Places => [...new Set(all.flat())].sort((a, b) => a - b)
