import { lettersOf } from './letters'
import { type Places, placesFrom } from './places'

/** A name that is searched: its letters (nothing else counts), and how they are read. */
export interface Name {
  /** The letters without punctuation, small and simplified. */
  readonly text: string
  /** For each of them, its place in the name as it is shown, in characters from 0. */
  readonly at: Places
  /** Whole pinyin in one piece; where each syllable begins in it; the first letters of the syllables. */
  readonly pinyin: string
  readonly starts: Places
  readonly initials: string
  /** Letters that a word within the initials must have: in a long name two meet by chance. */
  readonly leastInitials: number
}

/** @param pinyin a syllable for each letter of the name, parted by blanks; '' = not known */
export function nameOf(shown: string, pinyin: string, leastInitials: number): Name {
  const { letters, at } = lettersOf(shown)
  const syllables = pinyin.split(' ').filter(Boolean)
  let length = 0
  const starts = syllables.map((syllable) => (length += syllable.length) - syllable.length)
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('')
  return { text: letters, at, pinyin: syllables.join(''), starts, initials, leastInitials }
}

/** Syllables (from 0) as places of the name's letters: each letter has one, unless the pinyin is that of another name. */
export function placesOfSyllables({ at, starts }: Name, syllables: Places): Places {
  const letters = [...new Set(at)]
  if (letters.length !== starts.length) return []
  return syllables.flatMap((syllable) => letters[syllable] ?? [])
}

/** The syllables that a word covers which begins with the syllable `first`, the last of them perhaps in part. */
export function syllablesOf({ starts }: Name, first: number, word: string): Places {
  const begin = starts[first] ?? 0
  const after = starts.findIndex((start) => start >= begin + word.length)
  return placesFrom(first, (after < 0 ? starts.length : after) - first)
}
