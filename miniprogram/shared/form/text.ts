import { cleanText, codeOf, firstFault, type Fault } from './characters'

/** Cleaning and measuring what a person types. Pure string work without Intl, which WeChat lacks. */

/** Is there anything that has a half-width form? */
const WIDE = /[\uFF01-\uFF5E\u2010-\u2015\u2043\u2212\u2500\u2501\u30FC\uFE58\uFE63\uFF70\u3000]/

/**
 * Full-width ASCII (`１２３ＡＢＣ－`) → half-width, and every kind of dash → `-`; for numbers and codes. Every character keeps
 * its place.
 */
export function toHalfWidth(text: string): string {
  if (!WIDE.test(text)) return text
  return text
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2043\u2212\u2500\u2501\u30FC\uFE58\uFE63\uFF70]/g, '-')
    .replace(/\u3000/g, ' ')
}

/** A clean text without blanks at its ends; inner ones stay as they were typed. */
export function tidy(text: string): string {
  return cleanText(text).trim()
}

/** What stands in one line of digits, letters and signs, half-width, before anything is made of it: a number, a day. */
export function toPlain(text: string): string {
  return toHalfWidth(cleanText(text)).trim()
}

/** Length in characters as a person counts them (a rare character outside the basic plane is one). */
export function lengthOf(text: string): number {
  // A loop, not Array.from: counters ask with every key.
  let length = 0
  for (const _ of text) length += 1
  return length
}

/** `最多 40 个字，多了 3 个字`; '' when it is not too long. */
export function tooLong(text: string, most: number): string {
  // No text has more characters than code units.
  const more = text.length <= most ? 0 : lengthOf(text) - most
  return more > 0 ? `最多 ${most} 个字，多了 ${more} 个字` : ''
}

/** A character of a clean text that is asked about, in the citizen's words; null = none. */
export function characterProblem(
  text: string,
  multiline: boolean,
): { readonly fault: Fault | 'break'; readonly message: string } | null {
  const found = firstFault(text)
  if (found) return { fault: found.fault, message: messageOf(found.fault, found.character, text, found.at) }
  const at = multiline ? -1 : text.search(/[\n\t]/)
  return at < 0 ? null : { fault: 'break', message: `这里只写一行，请去掉“${before(text, at)}”后面的换行或制表符` }
}

function messageOf(fault: Fault, character: string, text: string, at: number): string {
  const code = codeOf(character)
  switch (fault) {
    case 'unseen':
      return `${placeOf(text, at)}${behind(text, at)}看不见（${code}），请把这里删掉，重新输入`
    case 'unreadable':
      return `${placeOf(text, at)}“${character}”没有读出来（可能是乱码或图片），请重新输入`
    case 'private':
      return `${placeOf(text, at)}“${character}”（${code}）是只有个别电脑认得的自造字，请换成通用的字；没有通用的写法，请联系窗口`
    case 'picture':
      return `${placeOf(text, at)}“${character}”是表情或图案，证照和档案里印不出来，请换成文字`
  }
}

/** `（“天津”后面）`: what is not seen is found by what is. */
function behind(text: string, at: number): string {
  return at === 0 ? '' : `（“${before(text, at)}”后面）`
}

const before = (text: string, at: number): string => Array.from(text.slice(0, at)).slice(-2).join('')

/** `第 3 个字`, with the line before it where there are several. */
function placeOf(text: string, at: number): string {
  const lines = text.slice(0, at).split('\n')
  const line = lines.length > 1 || text.includes('\n', at + 1) ? `第 ${lines.length} 行` : ''
  return `${line}第 ${lengthOf(lines[lines.length - 1] ?? '') + 1} 个字`
}
