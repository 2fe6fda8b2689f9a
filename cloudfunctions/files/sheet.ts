/** A cell as a file has it; `unreadable` says in the citizen's words why nobody can tell what it means. */
export type SheetCell = string | number | boolean | Date | { readonly unreadable: string } | null

export interface SheetRow {
  /** As the spreadsheet program shows it, from 1. */
  readonly number: number
  readonly cells: readonly SheetCell[]
  /** The spreadsheet program does not show it: hidden, or filtered out. */
  readonly isHidden?: true
}

/** Cells that are shown as one: rows by their numbers, columns from 0; all with both ends. Only the first one holds anything. */
export interface MergedCells {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface Sheet {
  /** Those that hold anything, in order. */
  readonly rows: readonly SheetRow[]
  readonly merged: readonly MergedCells[]
  /** Columns from 0 that the spreadsheet program does not show. */
  readonly hiddenColumns: readonly number[]
}

/** Columns beyond this are no table of ours. */
export const MOST_COLUMNS = 100

/** Rows that hold anything, of all sheets of a file together. No table of ours takes as many. */
export const MOST_ROWS = 10_000

export const TOO_MANY_ROWS = `文件里超过 ${MOST_ROWS} 行，不像一张填报的表格。请只保留要导入的行和列，另存后再试`

/** Merged cells, of all sheets of a file together: each row may have some, but nobody merged far more by hand. */
export const MOST_MERGED = 10_000

export const TOO_MANY_MERGED = `文件里合并的单元格超过 ${MOST_MERGED} 处，不像一张填报的表格。请取消合并，另存后再试`

/** Characters in one cell, as Excel limits them. */
export const LONGEST_TEXT = 32_767

/** A text as a cell holds it; blanks are nothing. */
export function textCell(text: string): SheetCell {
  if (text.length > LONGEST_TEXT) return { unreadable: `单元格里的文字太多，最多 ${LONGEST_TEXT} 个字，请删减` }
  return text.trim() || null
}

/** Begins each cell of a template's row of explanations; such rows are left out when the file comes back. */
export const EXPLAINED = '（说明）'
