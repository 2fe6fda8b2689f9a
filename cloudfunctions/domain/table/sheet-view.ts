import { type MergedCells, MOST_COLUMNS, type Sheet, type SheetCell, type SheetRow } from '../../files/sheet'

/** A sheet as a person sees it: what stands in merged cells is seen in all of them. */
export interface SheetView {
  readonly sheet: Sheet
  readonly mergedAt: (row: SheetRow, at: number) => MergedCells | undefined
  /** What the merged cells hold. */
  readonly heldBy: (merged: MergedCells) => SheetCell
  readonly isHiddenColumn: (at: number) => boolean
  /** A row with what stands in it, or above it in merged cells. */
  readonly cellsOf: (row: SheetRow) => readonly SheetCell[]
}

export function viewOf(sheet: Sheet): SheetView {
  const rows = new Map(sheet.rows.map((row) => [row.number, row]))
  const hidden = new Set(sheet.hiddenColumns)
  const byColumn = Array.from({ length: MOST_COLUMNS }, (): MergedCells[] => [])
  for (const merged of sheet.merged) {
    for (let at = merged.left; at <= merged.right && at < MOST_COLUMNS; at += 1) byColumn[at]?.push(merged)
  }
  const width = sheet.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const mergedAt: SheetView['mergedAt'] = ({ number }, at) =>
    byColumn[at]?.find(({ top, bottom }) => number >= top && number <= bottom)
  const heldBy: SheetView['heldBy'] = ({ top, left }) => rows.get(top)?.cells[left] ?? null
  const seen = (row: SheetRow, at: number): SheetCell => {
    const own = row.cells[at] ?? null
    const merged = own === null ? mergedAt(row, at) : undefined
    return merged?.left === at ? heldBy(merged) : own
  }
  return {
    sheet,
    mergedAt,
    heldBy,
    isHiddenColumn: (at) => hidden.has(at),
    cellsOf: (row) => Array.from({ length: width }, (_, at) => seen(row, at)),
  }
}
