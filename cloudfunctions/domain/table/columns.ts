import { type Field } from '../../../miniprogram/shared/form'
import { toHalfWidth } from '../../../miniprogram/shared/form/text'
import { refuse } from '../../files/refuse'
import { type Sheet, type SheetCell, type SheetRow } from '../../files/sheet'
import { unquoted } from './quoting'
import { type SheetView, viewOf } from './sheet-view'

/** Where the columns of a table are in a file. */
export interface Layout {
  readonly view: SheetView
  /** Column → its index in the cells of a row. */
  readonly columns: readonly PlacedColumn[]
  /** Headings that the table does not have. */
  readonly ignored: readonly string[]
  /** Columns of the table that the spreadsheet program does not show. */
  readonly hidden: readonly Field[]
  /** The rows below the headings. */
  readonly body: readonly SheetRow[]
}

export interface PlacedColumn {
  readonly column: Field
  readonly at: number
}

/** A title or two may stand above the headings. */
const HEADINGS_WITHIN = 10

/** A heading, without blanks, stars, colons and the width of its letters. */
const plainHeading = (text: string): string =>
  toHalfWidth(text)
    .replace(/[\s*:]/g, '')
    .toLowerCase()

/** `总质量(千克)` → `总质量`. */
function withoutBrackets(text: string): string {
  const whole = plainHeading(text)
  const at = whole.indexOf('(')
  return at >= 0 && whole.endsWith(')') ? whole.slice(0, at) : whole
}

/** Longer text in a cell is no heading. */
const LONGEST_HEADING = 200

export const headingText = (cell: SheetCell | undefined): string =>
  typeof cell === 'string' ? unquoted(cell).trim() : ''

/**
 * Finds the headings by the columns' labels; blanks, stars, width of letters and what stands in brackets do not matter.
 * undefined when no row looks like headings. Throws FILE_REFUSED when required columns are missing, not shown, or there twice.
 */
export function layoutOf(sheet: Sheet, columns: readonly Field[], called: Called): Layout | undefined {
  const view = viewOf(sheet)
  const candidates = sheet.rows.slice(0, HEADINGS_WITHIN).map((row) => ({ row, ...headingsIn(row, view, called) }))
  const best = candidates.reduce<(typeof candidates)[number] | undefined>(
    (a, b) => (b.found.length > (a?.found.length ?? 0) ? b : a),
    undefined,
  )
  if (!best || best.found.length === 0) return undefined
  const shown = best.found.filter(({ at }) => !view.isHiddenColumn(at))
  const twice = shown.find(({ column }, n) => shown.findIndex((other) => other.column === column) !== n)
  if (twice) throw refuse(`表头里有两列“${twice.column.label}”，请只保留一列`)
  const lacks = (column: Field): boolean => !shown.some((one) => one.column === column)
  const hidden = best.found.map(({ column }) => column).filter(lacks)
  const missing = columns.filter((column) => column.required === true && lacks(column))
  if (missing.length > 0)
    throw refuse(missing.every((one) => hidden.includes(one)) ? hiddenText(missing) : missingText(missing))
  // Headings may be merged with lines below them.
  const last = shown.reduce((most, { at }) => Math.max(most, view.mergedAt(best.row, at)?.bottom ?? 0), best.row.number)
  return {
    view,
    columns: shown,
    ignored: best.others.flatMap(({ at, text }) => (view.isHiddenColumn(at) ? [] : text)),
    hidden,
    body: sheet.rows.filter(({ number }) => number > last),
  }
}

const named = (columns: readonly Field[]): string => columns.map(({ label }) => `“${label}”`).join('')

export function missingText(columns: readonly Field[]): string {
  return `表头对不上，缺少${named(columns)}。请下载模板，照模板的第一行填写列名，不要改动`
}

const hiddenText = (columns: readonly Field[]): string =>
  `${named(columns)}列在文件里是隐藏的。请取消隐藏，另存后再导入`

type Called = (text: string) => Field | undefined

interface Headings {
  readonly found: readonly PlacedColumn[]
  /** Those of no column. */
  readonly others: readonly { readonly text: string; readonly at: number }[]
}

function headingsIn(row: SheetRow, view: SheetView, called: Called): Headings {
  const texts = view.cellsOf(row).map((cell, at) => ({ text: headingText(cell), at }))
  const found = texts.flatMap(({ text, at }) => {
    const column = text === '' || text.length > LONGEST_HEADING ? undefined : called(text)
    return column ? [{ column, at }] : []
  })
  const used = new Set(found.map(({ at }) => at))
  return { found, others: texts.filter(({ text, at }) => text !== '' && !used.has(at)) }
}

/** Finds a column by its heading. Remembers what it was asked: hundreds of sheets may repeat the same words. */
export function columnCalled(columns: readonly Field[]): Called {
  const labels = columns.map((column) => ({
    column,
    whole: plainHeading(column.label),
    short: withoutBrackets(column.label),
  }))
  const find: Called = (text) => {
    const [whole, short] = [plainHeading(text), withoutBrackets(text)]
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
