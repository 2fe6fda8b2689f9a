import { type Field, kindOf } from '../../../miniprogram/shared/form'
import { type SheetCell, type SheetRow } from '../../files/sheet'
import { columnCalled, headingText, type Layout } from './columns'
import { isExplanation, isRemark, isSigned, isTotal } from './words'

/** Why a row below the headings is none of the table's. */
export type Reason = 'hidden' | 'heading' | 'total' | 'remark'

export interface LeftOut {
  readonly row: number
  readonly reason: Reason
}

/** The rows that the table takes, and those that were left out for a reason that must be said. */
export function sortRows(layout: Layout): { readonly rows: readonly SheetRow[]; readonly leftOut: readonly LeftOut[] } {
  const called = columnCalled(layout.columns.map(({ column }) => column))
  const sorted = layout.body.map((row): Sorted => {
    const seen = seenCells(row, layout)
    return { row, seen, reason: reasonFor(row, seen, layout, called) }
  })
  const top = sorted.findIndex(({ seen }) => !isUnits(seen, layout) && !isNumbering(seen))
  // Where nothing else is below them, they are no lines of headings.
  const isFilled = sorted.slice(top).some(({ reason }) => reason === undefined)
  const all = sorted.map((one, n) => (isFilled && n < top ? { ...one, reason: 'heading' as const } : one))
  return {
    rows: all.flatMap(({ row, reason }) => (reason === undefined ? row : [])),
    leftOut: all.flatMap(({ row, reason }) =>
      reason === undefined || reason === 'nothing' ? [] : { row: row.number, reason },
    ),
  }
}

/** A text as it stands in the file: with ' before it, it is meant as it stands. */
const written = (cell: SheetCell | undefined): string => (typeof cell === 'string' ? cell.trim() : '')

interface Seen {
  readonly cell: SheetCell
  readonly at: number
}

const seenCells = (row: SheetRow, { view }: Layout): readonly Seen[] =>
  row.cells.flatMap((cell, at) => (cell === null || view.isHiddenColumn(at) ? [] : { cell, at }))

interface Sorted {
  readonly row: SheetRow
  readonly seen: readonly Seen[]
  /** nothing: the template's own explanations, and rows of which nothing is seen, are nobody's loss. */
  readonly reason: Reason | 'nothing' | undefined
}

function reasonFor(
  row: SheetRow,
  seen: readonly Seen[],
  layout: Layout,
  called: (text: string) => Field | undefined,
): Sorted['reason'] {
  if (seen.length === 0 || isExplanation(written(seen[0]?.cell))) return 'nothing'
  if (row.isHidden) return 'hidden'
  if (isHeadings(seen, layout, called)) return 'heading'
  if (isTotals(seen)) return 'total'
  return isWords(row, seen, layout) ? 'remark' : undefined
}

/** The headings once more, as printed lists have them on each page. */
function isHeadings(seen: readonly Seen[], { columns }: Layout, called: (text: string) => Field | undefined): boolean {
  const own = columns.flatMap(({ column, at }) =>
    seen.filter((one) => one.at === at).map(({ cell }) => ({ column, cell })),
  )
  return (
    own.length >= Math.min(2, columns.length) && own.every(({ column, cell }) => called(headingText(cell)) === column)
  )
}

/** A line with the units or with notes in brackets, `（千克）`, right below the headings. */
function isUnits(seen: readonly Seen[], { columns }: Layout): boolean {
  if (seen.length === 0 || isExplanation(written(seen[0]?.cell))) return false
  return seen.every(({ cell, at }) => {
    const text = written(cell)
    const column = columns.find((one) => one.at === at)?.column
    const isUnit = column && kindOf(column.type).cell?.isNumber && text === column.constraints?.unit
    return isUnit || /^[(（].+[)）]$/.test(text)
  })
}

/** 栏次 of official forms: 1, 2, 3 …, 甲, 乙, 丙 … or A, B, C … below all headings. */
function isNumbering(seen: readonly Seen[]): boolean {
  const texts = seen.map(({ cell }) => (typeof cell === 'number' ? String(cell) : written(cell)))
  if (texts.length < 3) return false
  const lines = [texts.map((_, n) => String(n + 1)), [...'甲乙丙丁戊己庚辛壬癸'], [...'ABCDEFGHIJKLMNOPQRST']]
  return lines.some((line) => texts.every((text, n) => text === line[n]))
}

/** `合计`, and nothing but amounts beside it. */
function isTotals(seen: readonly Seen[]): boolean {
  const called = seen.find(({ cell }) => isTotal(written(cell)))
  return called !== undefined && seen.every((one) => one === called || isAmount(one.cell))
}

/** A formula that could not be read is one of a sum here. */
function isAmount(cell: SheetCell): boolean {
  if (typeof cell === 'string') return /^[¥￥]?[+-]?[\d,.]+\D{0,5}$|^[-—/]+$/.test(cell)
  return typeof cell === 'number' || (typeof cell === 'object' && cell !== null && 'unreadable' in cell)
}

/** Words below or between the rows: remarks, who signs, titles of groups across the table. */
function isWords(row: SheetRow, seen: readonly Seen[], { view, columns }: Layout): boolean {
  const [first, ...others] = seen
  if (first === undefined) return false
  if (seen.every(({ cell }) => isSigned(written(cell)))) return true
  if (others.length > 0) return false
  if (isRemark(written(first.cell))) return true
  const merged = view.mergedAt(row, first.at)
  const covered = columns.filter(({ at }) => merged && at >= merged.left && at <= merged.right)
  return covered.length >= 2 && covered.length > columns.length / 2
}
