/** Width of one character in points. */
export type Measure = (character: string) => number

/** Must not begin a line (避头). */
const NOT_FIRST = /[，。、；：？！）〕】》」』”’％…—～·,.;:?!)\]}%]/
/** Must not end a line (避尾). */
const NOT_LAST = /[（〔【《「『“‘([{]/
/** Letters and digits that belong together as long as they fit. */
const WORD = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}'’_\-./@:]/u

const MOST_HANGING = 4

/**
 * Breaks a text into lines of at most `width` points. Nothing is lost: the lines joined are the text without its line
 * feeds. Words stay whole while they fit; one that is longer than a line is broken anywhere. A character wider than
 * `width` stands alone.
 */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(Array.from(paragraph), width, measure))
}

function breakParagraph(characters: readonly string[], width: number, measure: Measure): string[] {
  if (characters.length === 0) return ['']
  const lines: string[] = []
  let start = 0
  while (start < characters.length) {
    const full = fitting(characters, start, width, measure)
    const end = full === characters.length ? full : goodBreak(characters, start, full)
    lines.push(characters.slice(start, end).join(''))
    start = end
  }
  return lines
}

/** Where the line that begins at `start` is full; at least one character further. */
function fitting(characters: readonly string[], start: number, width: number, measure: Measure): number {
  let used = 0
  let at = start
  for (; at < characters.length; at += 1) {
    used += measure(characters[at] ?? '')
    if (used > width) break
  }
  return Math.max(at, start + 1)
}

/** The last place at or before `full` where a line may end; `full` when there is none near. */
function goodBreak(characters: readonly string[], start: number, full: number): number {
  for (let at = full; at > start; at -= 1) {
    if (mayBreak(characters[at - 1] ?? '', characters[at] ?? '')) return at
    const hangs = !isWord(characters[at - 1]) || !isWord(characters[at])
    if (hangs && full - at >= MOST_HANGING) return full
  }
  return full
}

const isWord = (character: string | undefined): boolean => character !== undefined && WORD.test(character)

function mayBreak(before: string, after: string): boolean {
  if (isWord(before) && isWord(after)) return false
  return !NOT_FIRST.test(after) && !NOT_LAST.test(before)
}
