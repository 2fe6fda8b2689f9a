import { isMeantOtherwise } from './words'

/** ' before a text says: text as it stands. Spreadsheet programs have it so, and so do our own files. */

/** Text that a spreadsheet program runs as a formula when a file is opened. */
const RUNS = /^[=+\-@\t\r]/

/** Needs a ', or would lose one of its own. */
const needsQuote = (text: string): boolean => {
  const own = text.replace(/^'+/, '')
  return RUNS.test(own) || isMeantOtherwise(own)
}

/** A text for a cell that a spreadsheet program might run, as in CSV, or that our import might take for something else. */
export const quoted = (text: string): string => (needsQuote(text) ? `'${text}` : text)

/** The same for a cell whose type is text: no program runs it. */
export const quotedText = (text: string): string => (RUNS.test(text) && !isMeantOtherwise(text) ? text : quoted(text))

/** The text that was quoted. */
export const unquoted = (text: string): string => (text.startsWith("'") && needsQuote(text) ? text.slice(1) : text)

/** Nobody writes +86 130… or -5 to have it computed. */
export const looksLikeFormula = (text: string): boolean => /^[=@]./.test(text) || /^[+-][^\d\s(+-]/.test(text)
