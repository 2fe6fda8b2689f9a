import { NO_REMARKS, rowCard } from '../components/field-table/table-rows'
import type { ImportedTable } from '../../../shared/domain/table-import'
import type { Field, TableRow } from '../../../shared/form/index'

/** What a read file holds, as the page shows it. */
export interface ImportPreview {
  readonly fileName: string
  /** `读到 200 行，其中 3 行要改` */
  readonly summary: string
  readonly good: boolean
  /** Rows with something to change, and how many things that are. */
  readonly wrong: number
  readonly problemCount: number
  /** The first rows with all their columns: whoever sees them knows whether the columns were read as meant. */
  readonly sample: readonly { readonly key: string; readonly text: string }[]
  readonly problems: readonly {
    readonly key: string
    readonly row: string
    readonly column: string
    readonly message: string
  }[]
  /** How many more problems there are than shown; '' = none. */
  readonly more: string
  /** What was left out or taken over from other cells. */
  readonly notices: readonly { readonly key: string; readonly text: string }[]
  /** Columns that were left out; '' = none. */
  readonly ignored: string
}

/** What the applicant has chosen. */
export interface ImportChoice {
  /** null = not chosen yet; a table without rows needs no choice. */
  readonly mode: 'add' | 'replace' | null
  /** Take rows with problems too. */
  readonly wrongToo: boolean
}

/** A list of the whole file would not be read; 60 is the most that one node may hold (platform limit). */
const SHOWN_PROBLEMS = 50

const SAMPLE_ROWS = 3

export function previewOf(read: ImportedTable, fileName: string, table: Field): ImportPreview {
  const { rows, wrongRows, problems, problemCount, ignoredColumns, notices } = read
  const good = problemCount === 0
  return {
    fileName,
    summary: good ? `读到 ${rows.length} 行，没有发现问题` : `读到 ${rows.length} 行，其中 ${wrongRows.length} 行要改`,
    wrong: wrongRows.length,
    problemCount,
    good,
    sample: rows.slice(0, SAMPLE_ROWS).map((row, index) => ({
      key: String(index),
      text: rowCard(table.columns ?? [], row, index, NO_REMARKS, true, true).text,
    })),
    problems: problems.slice(0, SHOWN_PROBLEMS).map(({ row, column, message }) => ({
      key: `${row} ${column}`,
      row: `第 ${row} 行`,
      column,
      message,
    })),
    more: problemCount > SHOWN_PROBLEMS ? `还有 ${problemCount - SHOWN_PROBLEMS} 处没有列出` : '',
    notices: notices.map((text) => ({ key: text, text })),
    ignored: ignoredColumns.map((name) => `“${name}”`).join(''),
  }
}

export function chosenRows(read: ImportedTable, { wrongToo }: Pick<ImportChoice, 'wrongToo'>): readonly TableRow[] {
  return wrongToo ? read.rows : read.rows.filter((_, n) => !read.wrongRows.includes(n))
}

/** Why the chosen rows cannot be taken, and what to do; '' = they can. @param have rows that the table has now */
export function importObstacle(read: ImportedTable, choice: ImportChoice, have: number, table: Field): string {
  const count = chosenRows(read, choice).length
  if (count === 0) return '没有可以导入的行。请勾选“有问题的行也导入”，或改好文件再选一次。'
  if (choice.mode === null && have > 0) return `表里已经有 ${have} 行。请选全部换掉，还是放在它们后面。`
  const total = choice.mode === 'replace' ? count : have + count
  const most = table.constraints?.maxRows ?? Infinity
  return total > most
    ? `加上现有的 ${have} 行共 ${total} 行，超过了最多 ${most} 行。请选“全部换掉”，或删减文件里的行再选一次。`
    : ''
}
