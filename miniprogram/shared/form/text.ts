/** Cleaning and judging what a person types. Pure string work without Intl, which WeChat lacks. */

/** Is there anything that has a half-width form? */
const WIDE = /[\uFF01-\uFF5E\u2010-\u2015\u2212\u3000]/

/** Full-width ASCII (`１２３ＡＢＣ－`) → half-width, and every kind of dash → `-`; for numbers and codes. */
export function toHalfWidth(text: string): string {
  if (!WIDE.test(text)) return text
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
const INVISIBLE = anyOf([
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
])

/** Line feed, tab, and Unicode's line separators. */
const LINE_BREAKS = anyOf([
  [0x09, 0x0a],
  [0x2028, 0x2029],
])

/** Pictographs, flags, and the mark that turns a sign into a picture. */
const EMOJI = anyOf([
  [0xfe0f, 0xfe0f],
  [0x1f000, 0x1faff],
  [0xe0000, 0xe007f],
])

/** Does the text hold characters that nobody sees, or line breaks where one line is wanted? */
export function hasInvisible(text: string, multiline: boolean): boolean {
  return INVISIBLE.test(text) || (!multiline && LINE_BREAKS.test(text))
}

/** The text without the characters that nobody sees; line breaks and tabs stay. */
export function withoutInvisible(text: string): string {
  return text.replace(new RegExp(INVISIBLE, 'gu'), '')
}

/** Pictographs, which archives and certificate printers cannot print. Rare Chinese characters are none. */
export function hasEmoji(text: string): boolean {
  return EMOJI.test(text)
}

/** One expression for all ranges; `u` reads a pair of surrogates as one character, and a lone half as itself. */
function anyOf(ranges: readonly (readonly [number, number])[]): RegExp {
  const escape = (code: number): string => `\\u{${code.toString(16)}}`
  return new RegExp(`[${ranges.map(([first, last]) => `${escape(first)}-${escape(last)}`).join('')}]`, 'u')
}
