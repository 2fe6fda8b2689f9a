import { type Field, kindOf } from '../../../miniprogram/shared/form'
import { type MergedCells, type SheetCell, type SheetRow } from '../../files/sheet'
import { type Layout } from './columns'
import { rowsText } from './row-numbers'
import { isAbove, isElsewhere } from './words'

/** A cell that took what stands elsewhere. */
export interface TakenOver {
  readonly row: number
  readonly column: Field
  readonly from: 'merged' | 'above'
}

/** A row with what its columns mean, in their order. */
export interface MeantRow {
  readonly number: number
  readonly cells: readonly SheetCell[]
}

const NOTHING_ABOVE: SheetCell = { unreadable: '写的是“同上”，上面没有可以照抄的一行，请写出实际的内容' }
const BESIDE: SheetCell = { unreadable: '和旁边的格子合并在一起，看不出这一列填什么。请取消合并，分别填写' }

/** The rows as they are meant: merged cells count in each row that they cover, 同上 is what stands above. */
export function meantRows(
  rows: readonly SheetRow[],
  layout: Layout,
): { readonly rows: readonly MeantRow[]; readonly taken: readonly TakenOver[] } {
  const taken: TakenOver[] = []
  const meant: MeantRow[] = []
  for (const row of rows) {
    const cells = layout.columns.map(({ column, at }, n): SheetCell => {
      const own = row.cells[at] ?? null
      const merged = layout.view.mergedAt(row, at)
      const covered = merged ? rows.filter(({ number }) => number >= merged.top && number <= merged.bottom) : []
      const inMerged = merged && covered.length > 0 ? meantInMerged(merged, layout, column, at, covered) : own
      if (merged && row.number > merged.top && inMerged !== null && isReadable(inMerged)) {
        taken.push({ row: row.number, column, from: 'merged' })
      }
      const said = typeof inMerged === 'string' ? inMerged.trim() : ''
      if (isElsewhere(said)) return { unreadable: `写的是“${said}”，请写出实际的内容` }
      if (!isAbove(said)) return inMerged
      const above = meant.at(-1)
      if (above) taken.push({ row: row.number, column, from: 'above' })
      return above ? (above.cells[n] ?? null) : NOTHING_ABOVE
    })
    meant.push({ number: row.number, cells })
  }
  return { rows: meant, taken }
}

const isReadable = (cell: SheetCell): boolean => !(typeof cell === 'object' && cell !== null && 'unreadable' in cell)

/** An amount over several rows may be that of each, or of all together: only the applicant knows. */
function meantInMerged(
  merged: MergedCells,
  { view }: Layout,
  column: Field,
  at: number,
  rows: readonly SheetRow[],
): SheetCell {
  const held = view.heldBy(merged)
  if (held === null || !isReadable(held)) return held
  if (at !== merged.left) return BESIDE
  if (rows.length === 1 || kindOf(column.type).cell?.isNumber !== true) return held
  const written = typeof held === 'string' || typeof held === 'number' ? String(held).slice(0, 20) : ''
  const where = rowsText(rows.map(({ number }) => number))
  return { unreadable: `${where}合并成一格，写的是“${written}”，看不出每一行各是多少。请取消合并，逐行填写` }
}
