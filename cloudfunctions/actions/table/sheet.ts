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

/** Begins each cell of a template's row of explanations; such rows are left out when the file comes back. */
export const EXPLAINED = '（说明）'

/** Templates put ' before text that a spreadsheet program would run as a formula; some programs give it back. */
export const unquoted = (text: string): string => text.replace(/^'(?=[=+\-@])/, '').trim()
