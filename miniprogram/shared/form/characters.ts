import { withUsualCharacters } from './same-characters'

/** The one list of characters: what goes without a word, what is asked about. Used wherever a text comes in, and by the print. */

type Range = readonly [first: number, last: number]

/** Marks without a shape or a meaning of their own: direction, joining, width, variants, soft hyphens, fillers. They go. */
const MARKS: readonly Range[] = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0x1d173, 0x1d17a],
  [0xe0100, 0xe01ef],
]

/** Nobody sees these either, but something may have stood there: controls, tags, codes that are no characters. */
const UNSEEN: readonly Range[] = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0x180b, 0x180f],
  [0xfdd0, 0xfdef],
  [0xfff0, 0xfffb],
  [0xe0000, 0xe00ff],
  [0xe01f0, 0xe0fff],
  ...Array.from({ length: 17 }, (_, plane): Range => [plane * 0x10000 + 0xfffe, plane * 0x10000 + 0xffff]),
]

/** A character that some program could not read, or a picture in a text. A lone half of a character becomes one. */
const UNREADABLE: readonly Range[] = [
  [0xd800, 0xdfff],
  [0xfffc, 0xfffd],
]

/** Whatever one computer's font shows there, another's shows something else. */
const PRIVATE: readonly Range[] = [
  [0xe000, 0xf8ff],
  [0xf0000, 0xffffd],
  [0x100000, 0x10fffd],
]

/**
 * Pictures, of the basic plane too (☺ ❤ ⭐). Signs that Chinese documents write stay: ★ ☆ ☉ ☎ ☐ ☑ ♀ ♂ ✓ ✔ ✗ ❶ and arrows.
 */
const PICTURES: readonly Range[] = [
  [0x20e3, 0x20e3],
  [0x231a, 0x231b],
  [0x23e9, 0x23f3],
  [0x2600, 0x2604],
  [0x2614, 0x263f],
  [0x2643, 0x26ff],
  [0x2701, 0x2712],
  [0x2728, 0x2728],
  [0x2744, 0x2747],
  [0x274c, 0x274e],
  [0x2753, 0x2757],
  [0x2763, 0x2767],
  [0x2795, 0x2797],
  [0x2b1b, 0x2b1c],
  [0x2b50, 0x2b55],
  [0x1f000, 0x1faff],
]

const MARK = anyOf(MARKS)
const LONE_HALF = anyOf([[0xd800, 0xdfff]])
/** Also Word's line break, the next-line control and Unicode's separators. */
const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** Blanks of other widths. The Chinese one (U+3000) stays: it is written between the two characters of a name. */
const BLANK = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800]/g

/** Nearly every text. */
const USUAL_TEXT = /^[\n -~\u00d7\u2014\u201c\u201d\u2026\u3000-\u3029\u4e00-\u9fa5\uff01-\uff5e]*$/

/** Is it of letters, digits, the usual Chinese characters and their punctuation only? Then nothing in it needs a look. */
export const isUsualText = (text: string): boolean => USUAL_TEXT.test(text)

/** The text without marks that have neither shape nor meaning. Half a character stays one: it would join another half. */
export function withoutMarks(text: string): string {
  return isUsualText(text) ? text : text.replace(LONE_HALF, '\ufffd').replace(MARK, '')
}

/**
 * The text as everybody writes it: one kind of line break, plain blanks, no marks without a shape, and of characters that
 * stand twice in Unicode the usual one. What it means stays as it is.
 */
export function cleanText(text: string): string {
  if (isUsualText(text)) return text
  const broken = text.replace(LONE_HALF, '\ufffd').replace(LINE_BREAK, '\n').replace(BLANK, ' ')
  return withUsualCharacters(broken.replace(MARK, ''))
}

/** `𠮷` → `U+20BB7` */
export const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** What is wrong with a character of a clean text. */
export type Fault = 'unseen' | 'unreadable' | 'private' | 'picture'

const FAULTS: readonly (readonly [Fault, RegExp])[] = [
  ['unseen', anyOf(UNSEEN)],
  ['unreadable', anyOf(UNREADABLE)],
  ['private', anyOf(PRIVATE)],
  ['picture', anyOf(PICTURES)],
]
const FAULTY = anyOf([...UNSEEN, ...UNREADABLE, ...PRIVATE, ...PICTURES])

/** undefined = nothing. */
export function faultOf(character: string): Fault | undefined {
  return FAULTS.find(([, characters]) => character.search(characters) >= 0)?.[0]
}

interface Found {
  readonly fault: Fault
  readonly character: string
  /** Index in the text. */
  readonly at: number
}

/** The first character of a clean text that no archive, certificate or other computer shows; null = none. */
export function firstFault(text: string): Found | null {
  if (USUAL_TEXT.test(text)) return null
  const at = text.search(FAULTY)
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  const fault = at < 0 ? undefined : faultOf(character)
  return fault ? { fault, character, at } : null
}

/** One expression for all ranges; `u` reads a pair of surrogates as one character, and a lone half as itself. */
function anyOf(ranges: readonly Range[]): RegExp {
  const escape = (code: number): string => `\\u{${code.toString(16)}}`
  return new RegExp(`[${ranges.map(([first, last]) => `${escape(first)}-${escape(last)}`).join('')}]`, 'gu')
}
