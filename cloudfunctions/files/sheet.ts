/** A cell as a file has it; `unreadable` says in the citizen's words why nobody can tell what it means. */
export type SheetCell = string | number | boolean | Date | { readonly unreadable: string } | null

export interface SheetRow {
  /** As the spreadsheet program shows it, from 1. */
  readonly number: number
  readonly cells: readonly SheetCell[]
}

/** The rows of one sheet that hold anything, in order. */
export type Sheet = readonly SheetRow[]

/** Columns beyond this are no table of ours. */
export const MOST_COLUMNS = 100

/** Rows that hold anything, of all sheets of a file together. No table of ours takes as many. */
export const MOST_ROWS = 10_000

export const TOO_MANY_ROWS = `文件里超过 ${MOST_ROWS} 行，不像一张填报的表格。请只保留要导入的行和列，另存后再试`

/** Characters in one cell, as Excel limits them. */
export const LONGEST_TEXT = 32_767

/** A text as a cell holds it; blanks are nothing. */
export function textCell(text: string): SheetCell {
  if (text.length > LONGEST_TEXT) return { unreadable: `单元格里的文字太多，最多 ${LONGEST_TEXT} 个字，请删减` }
  return text.trim() || null
}

/** Begins each cell of a template's row of explanations; such rows are left out when the file comes back. */
export const EXPLAINED = '（说明）'

/** Templates put ' before text that a spreadsheet program would run as a formula; some programs give it back. */
export const unquoted = (text: string): string => text.replace(/^'(?=[=+\-@])/, '').trim()
