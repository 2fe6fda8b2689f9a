/** Cleaning and judging what a person types. Pure string work without Intl, which WeChat lacks. */

/** Full-width ASCII (`１２３ＡＢＣ－`) → half-width, and every kind of dash → `-`; for numbers and codes. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u3000/g, ' ')
}

/** A number or code as it is stored: half-width, without blanks, upper-case. */
export function toCode(text: string): string {
  return toHalfWidth(text).replace(/\s/g, '').toUpperCase()
}

/** Line ends become \n; blanks at both ends go. Inner characters stay as they were typed. */
export function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim()
}

/** Length in characters as a person counts them (a rare character outside the basic plane is one). */
export function lengthOf(text: string): number {
  return Array.from(text).length
}

/** Ranges of characters that nobody sees: controls, zero-width and direction marks, lone halves of a character. */
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xfffe, 0xffff],
]

/** Line feed, tab, and Unicode's line separators. */
const LINE_BREAKS: readonly (readonly [number, number])[] = [
  [0x09, 0x0a],
  [0x2028, 0x2029],
]

/** Pictographs, flags, and the mark that turns a sign into a picture. */
const EMOJI: readonly (readonly [number, number])[] = [
  [0xfe0f, 0xfe0f],
  [0x1f000, 0x1faff],
  [0xe0000, 0xe007f],
]

/** Does the text hold characters that nobody sees, or line breaks where one line is wanted? */
export function hasInvisible(text: string, multiline: boolean): boolean {
  return hasAny(text, INVISIBLE) || (!multiline && hasAny(text, LINE_BREAKS))
}

/** Pictographs, which archives and certificate printers cannot print. Rare Chinese characters are none. */
export function hasEmoji(text: string): boolean {
  return hasAny(text, EMOJI)
}

function hasAny(text: string, ranges: readonly (readonly [number, number])[]): boolean {
  return Array.from(text).some((character) => {
    const code = character.codePointAt(0) ?? 0
    return ranges.some(([first, last]) => code >= first && code <= last)
  })
}
