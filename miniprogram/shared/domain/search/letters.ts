import { cleanText, faultOf } from '../../form/characters'
import { toHalfWidth } from '../../form/text'
import { OTHER_WRITINGS } from './other-writings.generated'
import type { Places } from './places'

/**
 * What parts words: signs and punctuation, Chinese and Latin. No blank alone does, for people write 户外广告！ and hu'shi.
 * Behind ASCII the signs of U+0080–U+00BF, general punctuation to arrows and shapes, and those of Chinese and Japanese.
 */
const BREAK =
  /[\s!-/:-@[-`{-\u00bf\u00d7\u00f7\u2000-\u2bff\u2e00-\u2e7f\u3001-\u3004\u3008-\u3020\u3030\u303d\u30fb\ue000-\uf8ff\ufe10-\ufe6f\uff61-\uff65\uffe0-\uffee]/

/** Most characters of a name: nothing else is to be asked of them. */
const PLAIN = /^[a-z0-9\u4e00-\u9fff]$/

/** Accents that stand behind their letter, as some keyboards write tones. */
const ACCENT = /[\u0300-\u036f]/

/** Vowels with the tones of pinyin, and ü, which keyboards write v. */
const TONES = [
  ['a', 'āáǎà'],
  ['e', 'ēéěè'],
  ['i', 'īíǐì'],
  ['o', 'ōóǒò'],
  ['u', 'ūúǔù'],
  ['v', 'üǖǘǚǜ'],
] as const

/** A character that is written otherwise → as the names of the catalogue are written. */
const WRITINGS: ReadonlyMap<string, string> = new Map(
  [...TONES, ...Object.entries(OTHER_WRITINGS)].flatMap(([usual, others]) =>
    Array.from(others, (other) => [other, usual] as const),
  ),
)

/** A character as names and queries are compared: half-width, simplified; ' ' = it parts words, '' = nobody sees it. */
function letterOf(char: string): string {
  if (PLAIN.test(char)) return WRITINGS.get(char) ?? char
  const half = toHalfWidth(cleanText(char))
  if (half === '' || ACCENT.test(half)) return ''
  if (BREAK.test(half) || faultOf(half) !== undefined) return ' '
  return WRITINGS.get(half) ?? WRITINGS.get(half.toLowerCase()) ?? half
}

/** The letters of a text, small, and for each UTF-16 unit of them the character of the text that it stands for, from 0. */
export function lettersOf(text: string): { readonly letters: string; readonly at: Places } {
  let letters = ''
  const at: number[] = []
  Array.from(text).forEach((char, place) => {
    const letter = letterOf(char).trim().toLowerCase()
    letters += letter
    for (let unit = 0; unit < letter.length; unit += 1) at.push(place)
  })
  return { letters, at }
}

/** A query in the characters of the catalogue, its words parted by one blank: 戶外廣告！ → `户外广告`. '' = no words at all. */
export const keywordOf = (query: string): string =>
  Array.from(query, letterOf)
    .join('')
    .split(' ')
    .filter((word) => word !== '')
    .join(' ')

/** The words of a query, as names are compared with them. */
export const wordsOf = (query: string): readonly string[] => keywordOf(query).toLowerCase().split(' ').filter(Boolean)

/** Letters and digits only: it may stand for the pinyin of a name, or for the initials of it. */
export const isLatin = (word: string): boolean => /^[a-z][a-z0-9]*$/.test(word)
