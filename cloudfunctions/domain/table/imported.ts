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
import { columnCalled, layoutOf, missingText, type PlacedColumn } from './columns'
import { type LeftOut, sortRows } from './left-out'
import { type FormulaText, noticesOf } from './notices'
import { looksLikeFormula, unquoted } from './quoting'
import { type MeantRow, meantRows } from './taken-over'
import { refuse } from '../../files/refuse'
import { type Sheet, type SheetCell } from '../../files/sheet'

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
  const { rows: body, leftOut } = sortRows(layout)
  if (body.length === 0) throw refuse(nothingIn(leftOut))
  const most = table.constraints?.maxRows ?? DEFAULT_MAX_ROWS
  if (body.length > most) {
    throw refuse(`“${table.label}”最多 ${most} 行，文件里有 ${body.length} 行。请删减后再导入`)
  }
  // A cell may hold pages, and all cells may refer to the same ones: no draft has room for them, and no answer of a cloud
  // function (1 MB). Said before they are read, which would take as long as they are.
  const { rows: meant, taken } = meantRows(body, layout)
  if (textOf(meant) > LARGEST_DRAFT) throw refuse(TOO_MUCH_TEXT)
  const read = meant.map((row) => readRow(row, layout.columns))
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
    notices: noticesOf({ leftOut, hidden: layout.hidden, taken, formulas: read.flatMap(({ formulas }) => formulas) }),
  }
}

/** Tells the headings of a table. */
export function headingsOf(table: Field): (text: string) => boolean {
  const called = columnCalled(importable(table))
  return (text) => called(unquoted(text.trim())) !== undefined
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

/** Why there are no rows to take. */
function nothingIn(leftOut: readonly LeftOut[]): string {
  return leftOut.some(({ reason }) => reason === 'hidden')
    ? '表头下面的行在文件里都是隐藏的，或被筛选掉了。请取消隐藏和筛选，另存后再导入'
    : '只有表头，没有内容。请从表头下面一行开始填写'
}

/** Characters of the cells that belong to the table. */
function textOf(rows: readonly MeantRow[]): number {
  const length = (cell: SheetCell): number => (typeof cell === 'string' ? cell.length : 0)
  return rows.flatMap(({ cells }) => cells.map(length)).reduce((sum, one) => sum + one, 0)
}

interface RowRead {
  readonly values: Record<string, CellValue>
  /** Column id → why its cell could not be understood. */
  readonly unread: Map<string, string>
  readonly formulas: readonly FormulaText[]
}

function readRow({ number, cells }: MeantRow, columns: readonly PlacedColumn[]): RowRead {
  const values: Record<string, CellValue> = {}
  const unread = new Map<string, string>()
  const formulas: FormulaText[] = []
  columns.forEach(({ column }, n) => {
    const read = readCell(cells[n] ?? null, column)
    if (!read.ok) return unread.set(column.id, read.message)
    values[column.id] = read.value
    if (typeof read.value === 'string' && looksLikeFormula(read.value)) formulas.push({ row: number, column })
  })
  return { values, unread, formulas }
}

function listProblems(found: ReadonlyMap<string, string>, table: Field, row: number): ImportProblem[] {
  return (table.columns ?? []).flatMap(({ id, label }) => {
    const message = found.get(id)
    return message === undefined ? [] : [{ row, column: label, message }]
  })
}
