import { refuse } from '../refuse'
import {
  type MergedCells,
  MOST_COLUMNS,
  type Sheet,
  type SheetCell,
  type SheetRow,
  TOO_MANY_MERGED,
  TOO_MANY_ROWS,
} from '../sheet'
import { columnNumber, mergedCells, rowNumber } from './addresses'
import { type CellContext, OpenCell } from './open-cell'
import { type Attributes, isOn, readXml } from './xml'

/** How much of it a sheet may have. */
export interface SheetRoom {
  readonly rows: number
  readonly merged: number
}

/**
 * The rows of a worksheet that hold anything, in order. Only what stands in cells is looked at: ranges, filters, widths
 * and rules may claim whole columns, and cost nothing. Throws FILE_REFUSED for more rows or merged cells than
 * `room`, another error for a broken part and for cells outside of any sheet.
 */
export async function readWorksheet(part: Buffer, context: CellContext, room: SheetRoom): Promise<Sheet> {
  const rows: SheetRow[] = []
  const merged: MergedCells[] = []
  const hidden: ColumnSpan[] = []
  let number = 0
  let isHidden = false
  let cells: SheetCell[] | undefined
  let column = 0
  let cell: OpenCell | undefined
  await readXml(part, {
    open(name, attributes) {
      if (name === 'row') {
        const row = attributes()
        number = rowNumber(row['r']) ?? number + 1
        isHidden = isUnseen(row, 'ht')
        cells = []
        column = 0
      } else if (name === 'c' && cells) {
        const read = attributes()
        column = columnNumber(read['r']) ?? column + 1
        cell = column <= MOST_COLUMNS ? new OpenCell(read) : undefined
      } else if (name === 'col' && !cells && hidden.length < MOST_COLUMNS) addHidden(attributes(), hidden)
      else if (name === 'mergeCell' && !cells) addMerged(attributes()['ref'], merged, room)
      else cell?.open(name)
    },
    text: (text) => cell?.add(text),
    close(name) {
      if (name === 'c' && cell && cells) {
        const value = cell.value(context)
        cell = undefined
        if (value === null) return
        while (cells.length < column - 1) cells.push(null)
        cells[column - 1] = value
      } else if (name === 'row' && cells) {
        if (cells.length > 0) rows.push({ number, cells, ...(isHidden ? { isHidden } : {}) })
        if (rows.length > room.rows) throw refuse(TOO_MANY_ROWS)
        cells = undefined
      } else cell?.close(name)
    },
  })
  const columns = Array.from({ length: MOST_COLUMNS }, (_, at) => at)
  const hiddenColumns = columns.filter((at) => hidden.some(({ min, max }) => at + 1 >= min && at + 1 <= max))
  return { rows: rows.sort((a, b) => a.number - b.number), merged, hiddenColumns }
}

/** Columns from 1, with both ends; `max` may be anything. Honest spans do not overlap: more than columns say nothing. */
interface ColumnSpan {
  readonly min: number
  readonly max: number
}

/** Hidden, filtered out, or pulled together until nothing is left of it. */
const isUnseen = (attributes: Attributes, size: 'ht' | 'width'): boolean =>
  isOn(attributes['hidden']) || Number(attributes[size] ?? 1) === 0

function addHidden(attributes: Attributes, hidden: ColumnSpan[]): void {
  if (!isUnseen(attributes, 'width')) return
  const [min, max] = [Number(attributes['min']), Number(attributes['max'])]
  if (min <= MOST_COLUMNS) hidden.push({ min, max })
}

/** A merged cell that begins beyond the columns that are read covers none of them. */
function addMerged(ref: string | undefined, merged: MergedCells[], room: SheetRoom): void {
  const cells = mergedCells(ref)
  if (!cells || cells.left >= MOST_COLUMNS) return
  if (merged.push(cells) > room.merged) throw refuse(TOO_MANY_MERGED)
}
