import type { TableRow } from '../form/answers'

/** One cell of an imported file that needs attention. */
export interface ImportProblem {
  /** Row number as the spreadsheet program shows it, from 1. */
  readonly row: number
  /** Column label. */
  readonly column: string
  readonly message: string
}

/** What a CSV or XLSX file holds for a table; nothing of it is in the draft yet. */
export interface ImportedTable {
  /** Every row that is not empty. A cell that could not be understood is null. */
  readonly rows: readonly TableRow[]
  /** Indexes in `rows` of those with problems. */
  readonly wrongRows: readonly number[]
  /** The first problems, in the order of the file; `problemCount` is how many there are. */
  readonly problems: readonly ImportProblem[]
  readonly problemCount: number
  /** Headings of columns that the table does not have: their content was left out. */
  readonly ignoredColumns: readonly string[]
  /** What was left out or taken over from other cells, in sentences: 第 5 行像是合计，没有读入. */
  readonly notices: readonly string[]
}

/** Kinds of files that a table can be imported from. */
export const IMPORT_TYPES = ['xlsx', 'csv'] as const

export type ImportType = (typeof IMPORT_TYPES)[number]

/** Largest file, in bytes: 500 rows of 12 columns are below 300 KB. */
export const LARGEST_IMPORT = 2 * 1024 * 1024
