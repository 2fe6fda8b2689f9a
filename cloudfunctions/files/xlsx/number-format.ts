/** What a number format makes of a number (ECMA-376 part 1, 18.8.31). */
export interface NumberFormat {
  /** The number is a day or a time of day. */
  readonly isDay: boolean
  /**
   * The number as a person sees it, but never rounded: text where the format adds to the digits (`60%` for 0.6,
   * `1.2345万` for 12345, `007` for 7), else the number itself.
   */
  readonly shown: (value: number) => number | string
}

/** Excel allows no longer ones. */
const LONGEST = 255

/** From here on digits are not exact any more. */
const EXACT_BELOW = 1e15

interface Token {
  /** `end` is that of a section. */
  readonly is: 'literal' | 'bracket' | 'digit' | 'day' | 'sign' | 'end'
  readonly text: string
}

/** Quotes, escapes (`!` is the one of East Asian Excel), blanks of a letter's width, filling, brackets, then single characters. */
const TOKENS =
  /"([^"]*)"?|[\\!](.)|[_*](?:.|$)|\[([^\]]*)\]|(General|G\/通用格式)|([0#?])|(E[+-]|[.,%/@])|([ymdhs])|(;)|(.)/gi

function* tokensOf(code: string): Generator<Token> {
  for (const [, quoted, escaped, bracket, general, digit, sign, day, end, rest] of code.matchAll(TOKENS)) {
    if (bracket !== undefined) yield { is: 'bracket', text: bracket }
    else if (general ?? digit) yield { is: 'digit', text: digit ?? '#' }
    else if (sign) yield { is: 'sign', text: sign }
    else if (day) yield { is: 'day', text: day }
    else if (end) yield { is: 'end', text: end }
    else yield { is: 'literal', text: quoted ?? escaped ?? rest ?? '' }
  }
}

/** One of the up to four parts of a format. */
interface Section {
  readonly holds: ((value: number) => boolean) | undefined
  readonly isElapsed: boolean
  readonly isDay: boolean
  /** Digits with `.` and `,`; `p` is a point that is written among them as text. */
  readonly digits: string
  readonly prefix: string
  readonly suffix: string
  readonly percents: number
  /** Fractions, exponents, text: their numbers are left as they are. */
  readonly isPlain: boolean
}

const CONDITION = /^(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$/
const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
}

function sectionOf(tokens: readonly Token[]): Section {
  let [digits, prefix, suffix] = ['', '', '']
  let [percents, isPlain, isDay, isElapsed] = [0, false, false, false]
  let holds: Section['holds']
  const add = (text: string): void => {
    if (digits === '') prefix += text
    else suffix += text
  }
  for (const { is, text } of tokens) {
    if (is === 'digit') {
      // What stood between digits was no suffix; a point among them moves the others behind it.
      if (suffix === '.') digits += 'p'
      suffix = ''
      digits += text
    } else if (is === 'bracket') {
      const [, operator = '', than] = CONDITION.exec(text) ?? []
      const compare = COMPARE[operator]
      if (compare) holds = (value) => compare(value, Number(than))
      if (/^(h+|m+|s+)$/i.test(text)) isElapsed = true
      // `[$¥-804]`: a currency and a language.
      if (text.startsWith('$')) add(text.slice(1).replace(/-[^-]*$/, ''))
    } else if (is === 'day') isDay = true
    else if (is === 'literal') add(text)
    else if (text === '%') {
      percents += 1
      add(text)
    } else if (text === '.' || text === ',') {
      if (digits !== '' || text === '.') digits += text
    } else isPlain = true
  }
  return { holds, isElapsed, isDay: isDay || isElapsed, digits, prefix, suffix, percents, isPlain }
}

function sectionsOf(code: string): readonly Section[] {
  const parts: Token[][] = [[]]
  for (const token of tokensOf(code)) {
    if (token.is === 'end') parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts.map(sectionOf)
}

/** Without conditions: the first for positive numbers, the second for negative ones, the third for 0. */
function sectionFor(value: number, sections: readonly Section[]): Section | undefined {
  if (sections.some(({ holds }) => holds)) {
    return sections.find(({ holds }) => holds?.(value)) ?? sections.find(({ holds }) => !holds)
  }
  const numbers = sections.slice(0, 3)
  return (value < 0 ? numbers[1] : value === 0 ? numbers[2] : undefined) ?? numbers[0]
}

/** Reads a format's code; a longer one than Excel allows says nothing. */
export function numberFormat(code: string): NumberFormat {
  const sections = code.length > LONGEST ? [] : sectionsOf(code)
  return {
    isDay: sections[0]?.isDay === true && !sections[0].isElapsed,
    shown: (value) => {
      const section = sectionFor(value, sections)
      if (!section || Math.abs(value) >= EXACT_BELOW) return value
      return section.isElapsed ? elapsed(value) : inSection(value, section)
    },
  }
}

/** `36:00` for one and a half days. */
function elapsed(days: number): string {
  const minutes = Math.round(days * 24 * 60)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

function inSection(value: number, { digits, prefix, suffix, percents, isPlain }: Section): number | string {
  // Without a 0 among the digits a 0 is not shown: accounting formats put a dash there.
  if (isPlain || !(value === 0 ? /0/ : /[0#?]/).test(digits)) return value
  const thousands = /,+(?=[.p]|$)/g
  const commas = [...digits.matchAll(thousands)].reduce((sum, [found]) => sum + found.length, 0)
  const [whole = '', decimals = ''] = digits.replace(thousands, '').split(/[.p]/)
  const moved = digits.includes('p') ? decimals.length : 0
  const scaled = Math.abs(value) * 10 ** (2 * percents - 3 * commas - moved)
  // 15 digits: without the dust of binary fractions.
  const [left = '', right = ''] = String(Number(scaled.toPrecision(15))).split('.')
  const zeros = (part: string): number => part.replace(/[^0]/g, '').length
  const [before, behind] = [left.padStart(zeros(whole), '0'), right.padEnd(zeros(decimals), '0')]
  const number = (value < 0 ? '-' : '') + before + (behind && `.${behind}`)
  // The sign is the number's, not the format's: `(5)` and a red 5 are -5.
  const [first, last] = value < 0 ? [prefix, suffix].map((text) => text.replace(/[()-]/g, '')) : [prefix, suffix]
  const text = `${first?.trim() ?? ''}${number}${last?.trim() ?? ''}`
  return text === String(value) ? value : text
}
