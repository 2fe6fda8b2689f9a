import { type Field } from '../../../miniprogram/shared/form'
import { toHalfWidth } from '../../../miniprogram/shared/form/text'
import { refuse } from '../../files/refuse'
import { EXPLAINED, type Sheet, type SheetCell, type SheetRow, unquoted } from '../../files/sheet'

/** Where the columns of a table are in a file. */
export interface Layout {
  /** Column → its index in the cells of a row. */
  readonly columns: readonly { readonly column: Field; readonly at: number }[]
  /** Headings that the table does not have. */
  readonly ignored: readonly string[]
  /** The rows below the headings, without rows of explanations. */
  readonly body: Sheet
}

/** A title or two may stand above the headings. */
const HEADINGS_WITHIN = 10

const plain = (text: string): string =>
  toHalfWidth(text)
    .replace(/[\s*:]/g, '')
    .toLowerCase()

/** `总质量(千克)` → `总质量`. */
function withoutBrackets(text: string): string {
  const whole = plain(text)
  const at = whole.indexOf('(')
  return at >= 0 && whole.endsWith(')') ? whole.slice(0, at) : whole
}

const headingText = (cell: SheetCell): string => (typeof cell === 'string' ? unquoted(cell) : '')

/**
 * Finds the headings by the columns' labels; blanks, stars, width of letters and what stands in brackets do not matter.
 * undefined when no row looks like headings. Throws FILE_REFUSED when required columns are missing or one is there twice.
 */
export function layoutOf(sheet: Sheet, columns: readonly Field[], called: Called): Layout | undefined {
  const candidates = sheet.slice(0, HEADINGS_WITHIN).map((row, index) => ({ index, found: match(row, called) }))
  const best = candidates.reduce<(typeof candidates)[number] | undefined>(
    (a, b) => (b.found.length > (a?.found.length ?? 0) ? b : a),
    undefined,
  )
  const headings = best && sheet[best.index]
  if (!best || !headings) return undefined
  const twice = best.found.find(({ column }, n) => best.found.findIndex((other) => other.column === column) !== n)
  if (twice) throw refuse(`表头里有两列“${twice.column.label}”，请只保留一列`)
  const missing = columns.filter(
    (column) => column.required === true && !best.found.some((found) => found.column === column),
  )
  if (missing.length > 0) throw refuse(missingText(missing))
  const used = new Set(best.found.map(({ at }) => at))
  return {
    columns: best.found,
    ignored: headings.cells.flatMap((cell, at) => (used.has(at) ? [] : headingText(cell) || [])),
    body: sheet.slice(best.index + 1).filter((row) => !isExplanation(row)),
  }
}

export function missingText(columns: readonly Field[]): string {
  const names = columns.map(({ label }) => `“${label}”`).join('')
  return `表头对不上，缺少${names}。请下载模板，照模板的第一行填写列名，不要改动`
}

/** Longer text in a cell is no heading. */
const LONGEST_HEADING = 200

type Called = (text: string) => Field | undefined

function match(row: SheetRow, called: Called): Layout['columns'] {
  return row.cells.flatMap((cell, at) => {
    const text = headingText(cell)
    const column = text === '' || text.length > LONGEST_HEADING ? undefined : called(text)
    return column ? [{ column, at }] : []
  })
}

/** Finds a column by its heading. Remembers what it was asked: hundreds of sheets may repeat the same words. */
export function columnCalled(columns: readonly Field[]): Called {
  const labels = columns.map((column) => ({ column, whole: plain(column.label), short: withoutBrackets(column.label) }))
  const find: Called = (text) => {
    const [whole, short] = [plain(text), withoutBrackets(text)]
    const exact = labels.find((label) => label.whole === whole)
    if (exact) return exact.column
    const alike = labels.filter((label) => label.short === short)
    return alike.length === 1 ? alike[0]?.column : undefined
  }
  const known = new Map<string, Field | undefined>()
  return (text) => {
    if (!known.has(text)) known.set(text, find(text))
    return known.get(text)
  }
}

const isExplanation = (row: SheetRow): boolean =>
  headingText(row.cells.find((cell) => cell !== null) ?? null).startsWith(EXPLAINED)
