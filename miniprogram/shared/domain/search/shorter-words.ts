import type { MatterBrief } from '../matter'
import { type Entry, entryOf } from './entry'
import { isLatin, wordsOf } from './letters'
import type { Name } from './name'

const MOST = 4
/** One letter alone tells nothing. */
const SHORTEST = 2
/** Of a sentence, the beginning will do: this runs while somebody types. */
const LONGEST = 20

/**
 * Parts of a query that found nothing, which do find something: the longest first, none within another. A part that
 * finds more than half of all matters (许可) is no help.
 */
export function shorterWords(matters: readonly MatterBrief[], query: string): readonly string[] {
  const entries = matters.map(entryOf)
  const words = wordsOf(query).map((word) => word.slice(0, LONGEST))
  const parts = words.flatMap((word) => partsOf(word, words.length > 1 ? word.length : word.length - 1))
  const helpful: string[] = []
  for (const part of parts.sort((a, b) => b.length - a.length)) {
    if (helpful.length === MOST) break
    if (helpful.some((longer) => longer.includes(part))) continue
    const found = entries.filter((entry) => has(entry, part)).length
    if (found > 0 && found * 2 <= matters.length) helpful.push(part)
  }
  return helpful
}

/** In one piece: letters that merely come in order somewhere are too weak for a hint. */
const has = ({ short, full, places }: Entry, part: string): boolean =>
  [short.text, full.text, ...places].some((text) => text.includes(part)) ||
  (isLatin(part) && [short, full].some((name) => isReadAs(name, part)))

/** Do the initials begin so, or the whole pinyin with whole syllables? */
const isReadAs = ({ initials, pinyin, starts }: Name, part: string): boolean =>
  initials.startsWith(part) || (pinyin.startsWith(part) && starts.includes(part.length))

/** All pieces of a word, from `longest` letters down; of pinyin the beginnings, for in the middle they meet by chance. */
function partsOf(word: string, longest: number): string[] {
  const parts: string[] = []
  for (let length = longest; length >= SHORTEST; length -= 1) {
    const lastStart = isLatin(word) ? 0 : word.length - length
    for (let at = 0; at <= lastStart; at += 1) parts.push(word.slice(at, at + length))
  }
  return parts
}
