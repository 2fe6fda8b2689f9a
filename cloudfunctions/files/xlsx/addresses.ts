import { type MergedCells } from '../sheet'

/** Excel's limits; whatever lies beyond them was not written by a spreadsheet program. */
const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384

/** Throws for a row that no sheet has. */
export function rowNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const number = Number(text)
  if (Number.isInteger(number) && number >= 1 && number <= LAST_ROW) return number
  throw new Error(`no sheet has a row ${text}`)
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** `B7` → 2. Throws for a cell that no sheet has. */
export function columnNumber(address: string | undefined): number | undefined {
  if (address === undefined) return undefined
  const number = columnOf(/^[A-Z]{1,3}(?=\d{1,7}$)/.exec(address)?.[0] ?? '')
  if (number >= 1 && number <= LAST_COLUMN) return number
  throw new Error(`no sheet has a cell ${address}`)
}

/** `A3:B5` as merged cells; undefined for what is none. */
export function mergedCells(ref = ''): MergedCells | undefined {
  const [first, last] = [/^([A-Z]{1,3})(\d{1,7}):/, /:([A-Z]{1,3})(\d{1,7})$/].map((end) => end.exec(ref))
  if (!first || !last) return undefined
  const column = ([, letters = '']: RegExpExecArray): number => columnOf(letters) - 1
  return { top: Number(first[2]), bottom: Number(last[2]), left: column(first), right: column(last) }
}
