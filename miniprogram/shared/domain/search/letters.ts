import { toHalfWidth, tidy } from '../../form/text'

/** Full-width letters, digits and brackets → half-width, small letters; every character keeps its place. */
export const plain = (text: string): string => toHalfWidth(text).toLowerCase()

/** The words of a query, of the characters that everybody writes. */
export const wordsOf = (query: string): readonly string[] => plain(tidy(query)).split(/\s+/).filter(Boolean)

/** Letters and digits only: it may stand for the initials of a name. */
export const isInitials = (word: string): boolean => /^[a-z][a-z0-9]*$/.test(word)

/** Places in a text, from 0. */
export type Places = readonly number[]

/** Where a word first stands in a text, all in one piece; null = nowhere. Both plain. */
export function placesTogether(word: string, text: string): Places | null {
  const at = text.indexOf(word)
  return at < 0 ? null : Array.from(word, (_, index) => at + index)
}

/** As placesTogether, of every time that the word stands there. */
export function everyPlace(word: string, text: string): Places | null {
  const places: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    places.push(...Array.from(word, (_, index) => at + index))
  }
  return places.length === 0 ? null : places
}

/**
 * Where the letters of a word stand in a text in their order, as close together as they come; null when they do not, or
 * when they are spread over more than `widest` characters. Both plain.
 */
export function placesInOrder(word: string, text: string, widest = Infinity): Places | null {
  let best: Places | null = null
  for (let start = text.indexOf(word.charAt(0)); start >= 0; start = text.indexOf(word.charAt(0), start + 1)) {
    const places = placesFrom(word, text, start)
    if (places === null) break
    if (best === null || span(places) < span(best)) best = places
  }
  return best !== null && span(best) <= widest ? best : null
}

function placesFrom(word: string, text: string, start: number): Places | null {
  const places: number[] = []
  let at = start
  for (const char of word) {
    const found = text.indexOf(char, at)
    if (found < 0) return null
    places.push(found)
    at = found + 1
  }
  return places
}

const span = (places: Places): number => (places[places.length - 1] ?? 0) - (places[0] ?? 0) + 1

/** The places of a name that have an initial: letters, digits and Chinese characters, no punctuation. */
export function placesWithInitial(name: string): Places {
  return Array.from(plain(name)).flatMap((char, index) => (/[a-z0-9\u3400-\u9fff]/.test(char) ? [index] : []))
}
