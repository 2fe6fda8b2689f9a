import { type ImportProblem, type ImportedTable } from '../../../miniprogram/shared/domain/table-import'
import {
  answersSize,
  type CellValue,
  type Field,
  kindOf,
  LARGEST_DRAFT,
  parseFieldPath,
  type TableRow,
} from '../../../miniprogram/shared/form'
import { DEFAULT_MAX_ROWS } from '../../../miniprogram/shared/form/fields/table'
import { readCell } from './cells'
import { columnCalled, type Layout, layoutOf, missingText } from './columns'
import { refuse } from '../../files/refuse'
import { type Sheet, type SheetCell, type SheetRow } from '../../files/sheet'

/** More would not be read on a phone; the answer stays far below the platform's 1 MB. */
const MOST_PROBLEMS = 200
/** Of a heading that the table does not have. */
const LONGEST_HEADING = 30
const TOO_MUCH_TEXT = '文件里的文字太多，放不下。请检查是否有单元格粘贴了大段内容，删减后再导入'

/**
 * The rows of a file as the table's answers, with everything that needs attention. The first sheet with the table's
 * headings counts. Throws FILE_REFUSED when there is none, nothing below it, or more rows than the table may have.
 * @param today Beijing day, for limits relative to it
 */
export function importedTable(sheets: readonly Sheet[], table: Field, today: string): ImportedTable {
  const columns = importable(table)
  if (sheets.length === 0) throw refuse('文件是空的。请下载模板，填写后再导入')
  const called = columnCalled(columns)
  const layout = firstOf(sheets, (sheet) => layoutOf(sheet, columns, called))
  if (!layout) throw refuse(missingText(columns.filter(({ required }) => required === true)))
  const { body } = layout
  if (body.length === 0) throw refuse('只有表头，没有内容。请从表头下面一行开始填写')
  const most = table.constraints?.maxRows ?? DEFAULT_MAX_ROWS
  if (body.length > most) {
    throw refuse(`“${table.label}”最多 ${most} 行，文件里有 ${body.length} 行。请删减后再导入`)
  }
  // A cell may hold pages, and all cells may refer to the same ones: no draft has room for them, and no answer of a cloud
  // function (1 MB). Said before they are read, which would take as long as they are.
  if (textOf(body, layout.columns) > LARGEST_DRAFT) throw refuse(TOO_MUCH_TEXT)
  const read = body.map((row) => readRow(row, layout.columns))
  const rows = read.map(({ values }) => ({ ...emptyRow(table), ...values }))
  if (answersSize({ [table.id]: rows }) > LARGEST_DRAFT) {
    throw refuse(TOO_MUCH_TEXT)
  }
  const problems = read.map(({ unread }) => unread)
  for (const { at = '', message } of kindOf(table.type).check(rows, table, {
    today,
    holds: () => true,
    valueOf: () => null,
  })) {
    const { row, columnId } = parseFieldPath(`${table.id}${at}`)
    // Which of two patterns counts may depend on the rest of the form; the form page judges the rows once more.
    if (row !== undefined && columnId !== undefined)
      problems[row]?.set(columnId, problems[row].get(columnId) ?? message)
  }
  const listed = problems.flatMap((found, n) => listProblems(found, table, body[n]?.number ?? 0))
  return {
    rows,
    wrongRows: problems.flatMap((found, n) => (found.size > 0 ? [n] : [])),
    problems: listed.slice(0, MOST_PROBLEMS),
    problemCount: listed.length,
    ignoredColumns: layout.ignored.map((heading) => [...heading].slice(0, LONGEST_HEADING).join('')),
  }
}

/** What has no place in a cell (a picture) is not asked for. */
export const importable = (table: Field): readonly Field[] =>
  (table.columns ?? []).filter(({ type }) => kindOf(type).cell !== null)

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

const emptyRow = (table: Field): TableRow => Object.fromEntries((table.columns ?? []).map(({ id }) => [id, null]))

/** Characters of the cells that belong to the table. */
function textOf(rows: Sheet, columns: Layout['columns']): number {
  const length = (cell: SheetCell | undefined): number => (typeof cell === 'string' ? cell.length : 0)
  return rows.reduce((sum, { cells }) => columns.reduce((all, { at }) => all + length(cells[at]), sum), 0)
}

interface RowRead {
  readonly values: Record<string, CellValue>
  /** Column id → why its cell could not be understood. */
  readonly unread: Map<string, string>
}

function readRow({ cells }: SheetRow, columns: Layout['columns']): RowRead {
  const values: Record<string, CellValue> = {}
  const unread = new Map<string, string>()
  for (const { column, at } of columns) {
    const read = readCell(cells[at] ?? null, column)
    if (read.ok) values[column.id] = read.value
    else unread.set(column.id, read.message)
  }
  return { values, unread }
}

function listProblems(found: ReadonlyMap<string, string>, table: Field, row: number): ImportProblem[] {
  return (table.columns ?? []).flatMap(({ id, label }) => {
    const message = found.get(id)
    return message === undefined ? [] : [{ row, column: label, message }]
  })
}
