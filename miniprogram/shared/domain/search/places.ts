/** Places in a text, from 0. */
export type Places = readonly number[]

export const placesFrom = (start: number, count: number): Places => Array.from({ length: count }, (_, n) => start + n)

/** Every place where a word stands in a text in one piece. */
export function everyPlace(word: string, text: string): Places {
  const places: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    places.push(...placesFrom(at, word.length))
  }
  return places
}

/** Where the letters of a word that stand in order from `start` on end: behind the last of them; -1 = they do not. */
function endInOrder(word: string, text: string, start: number): number {
  let at = start
  for (let n = 0; n < word.length; n += 1) {
    at = text.indexOf(word.charAt(n), at) + 1
    if (at === 0) return -1
  }
  return at
}

/**
 * Where the letters of a word begin that stand in a text in their order, as close together as they come; -1 when they do
 * not, or when they are spread over more than `widest` letters.
 */
export function startInOrder(word: string, text: string, widest = Infinity): number {
  let [best, narrowest] = [-1, widest + 1]
  for (let start = text.indexOf(word.charAt(0)); start >= 0; start = text.indexOf(word.charAt(0), start + 1)) {
    const end = endInOrder(word, text, start)
    if (end < 0) break
    if (end - start < narrowest) [best, narrowest] = [start, end - start]
  }
  return best
}

/** The places of letters that stand in order from `start` on. */
export function placesInOrder(word: string, text: string, start: number): Places {
  let at = start - 1
  return Array.from(word, (letter) => (at = text.indexOf(letter, at + 1)))
}

/** A word that stands in a text but for one letter, which is wrong or one too many: where it begins, and where that is. */
interface OneWrong {
  readonly start: number
  readonly wrong: number
  /** true = the text has no letter in its stead. */
  readonly tooMany: boolean
}

/** The first place where a word stands but for one letter; null = nowhere. */
export function oneWrongIn(word: string, text: string): OneWrong | null {
  for (let start = 0; start + word.length <= text.length + 1; start += 1) {
    let wrong = 0
    while (wrong < word.length && word[wrong] === text[start + wrong]) wrong += 1
    const [at, rest] = [start + wrong, word.slice(wrong + 1)]
    if (text.startsWith(rest, at)) return { start, wrong, tooMany: true }
    if (text.startsWith(rest, at + 1)) return { start, wrong, tooMany: false }
  }
  return null
}

/** The places of the letters that are right. */
export const placesOfRight = ({ start, wrong, tooMany }: OneWrong, word: string): Places =>
  tooMany
    ? placesFrom(start, word.length - 1)
    : placesFrom(start, word.length).filter((place) => place !== start + wrong)
