import type { CellValue, TableRow } from '../../../../shared/form/answers'
import type { Field } from '../../../../shared/form/schema'
import {
  cellView,
  emptyRow,
  isEmptyRow,
  rowCard,
  rowsText,
  tidyCell,
  tidyRow,
  NO_REMARKS,
  wrongRows,
  type CellRemarks,
  type CellView,
  type RowCard,
} from './table-rows'
import { totalsText } from './table-totals'

/** What the component shows: one page of rows, and the cells of the one that is open. */
export interface TableView {
  readonly cards: readonly RowCard[]
  /** Index of the open row; -1 = none. */
  readonly open: number
  readonly cells: readonly CellView[]
  readonly countText: string
  /** `第 21–40 行，共 200 行`; '' when one page holds all. */
  readonly pageText: string
  readonly first: boolean
  readonly last: boolean
  readonly full: boolean
  /** How many rows need attention. */
  readonly wrong: number
  readonly totals: string
  /** What was taken away and can be put back; '' = nothing. */
  readonly undo: string
}

export const NOTHING_SHOWN: TableView = {
  cards: [],
  open: -1,
  cells: [],
  countText: '',
  pageText: '',
  first: true,
  last: true,
  full: false,
  wrong: 0,
  totals: '',
  undo: '',
}

/** What the table depends on besides its rows. */
export interface TableSetting {
  readonly field: Field
  readonly remarks: CellRemarks
  readonly today: string
  readonly readonly: boolean
  /** Rows on one page of the list. */
  readonly pageRows: number
}

const CLOSED = -1

/**
 * The rows of a table while they are edited: all of them are here, the component shows a page of them. Every method
 * leaves the rows consistent; a row that was added and never filled goes when another takes its place.
 */
export class TableEditor {
  private page = 0
  private open = CLOSED
  private taken: { readonly rows: readonly TableRow[]; readonly text: string } | null = null

  constructor(
    private setting: TableSetting,
    private current: readonly TableRow[] = [],
  ) {}

  /** The rows as the form has them: one that was added and not begun is nothing that could be left behind. */
  get kept(): readonly TableRow[] {
    const last = this.current[this.current.length - 1]
    return last && isEmptyRow(last) ? this.current.slice(0, -1) : this.current
  }

  get openIndex(): number {
    return this.open
  }

  /** Does the open row have problems? */
  get openIsWrong(): boolean {
    return wrongRows(this.setting.remarks.errors).includes(this.open)
  }

  get totals(): string {
    return totalsText(this.columns, this.current)
  }

  /** What was taken away and can be put back; '' = nothing. */
  get undoText(): string {
    return this.taken?.text ?? ''
  }

  configure(setting: TableSetting): void {
    this.setting = setting
  }

  /** Rows from outside. true when they are other rows than those that are here already. */
  load(rows: readonly TableRow[]): boolean {
    // What the component sent up comes back: the open row must not be redrawn under the finger.
    if (JSON.stringify(rows) === JSON.stringify(this.kept)) return false
    this.current = rows
    this.taken = null
    this.open = CLOSED
    this.page = Math.min(this.page, this.pages - 1)
    return true
  }

  add(): void {
    this.close()
    if (this.isFull) return
    this.current = [...this.current, emptyRow(this.columns)]
    this.show(this.current.length - 1)
  }

  copy(index: number): void {
    const row = this.current[index]
    if (!row || this.isFull) return
    this.taken = null
    const before = this.current.slice(0, index).concat(tidyRow(this.columns, row))
    this.current = [...before, tidyRow(this.columns, row), ...this.current.slice(index + 1)]
    this.show(index + 1)
  }

  remove(index: number): void {
    const row = this.current[index]
    if (!row) return
    const { title } = rowCard(this.columns, row, index, NO_REMARKS, false)
    this.taken = isEmptyRow(row) ? null : { rows: this.current, text: `已删除第 ${index + 1} 行（${title}）` }
    this.current = this.current.filter((_, i) => i !== index)
    this.open = CLOSED
    this.page = Math.min(this.page, this.pages - 1)
  }

  undo(): void {
    if (!this.taken) return
    this.current = this.taken.rows
    this.taken = null
  }

  /** Opens a row, on whatever page it is; the one that was open is closed. */
  edit(index: number): void {
    const row = this.current[index]
    this.close()
    // Closing may have dropped an empty row before this one.
    const at = row ? this.current.indexOf(row) : CLOSED
    if (at >= 0) this.show(at)
  }

  close(): void {
    if (this.open === CLOSED) return
    this.current = this.current
      .map((row, i) => (i === this.open ? tidyRow(this.columns, row) : row))
      .filter((row) => !isEmptyRow(row))
    this.open = CLOSED
    this.page = Math.min(this.page, this.pages - 1)
  }

  /** The next row with problems after the open one or, when none is open, from the first; it is opened. */
  nextWrong(): void {
    const wrong = wrongRows(this.setting.remarks.errors).filter((index) => index < this.current.length)
    const next = wrong.find((index) => index > this.open) ?? wrong[0]
    if (next !== undefined) this.edit(next)
  }

  turn(by: 1 | -1): void {
    this.close()
    this.page = Math.max(0, Math.min(this.page + by, this.pages - 1))
  }

  /** What is typed, as it is typed. */
  type(columnId: string, value: CellValue): void {
    this.taken = null
    this.current = this.current.map((row, i) => (i === this.open ? { ...row, [columnId]: value } : row))
  }

  /** Brings a cell of the open row into its stored form. true when that changed it. */
  tidy(columnId: string): boolean {
    const column = this.columns.find(({ id }) => id === columnId)
    const value = this.current[this.open]?.[columnId] ?? null
    if (!column) return false
    const tidied = tidyCell(column, value)
    if (JSON.stringify(tidied) === JSON.stringify(value)) return false
    this.type(columnId, tidied)
    return true
  }

  cell(columnId: string): CellView | undefined {
    const column = this.columns.find(({ id }) => id === columnId)
    const row = this.current[this.open]
    return column && row ? cellView(column, row, this.open, this.setting.remarks, this.setting.today) : undefined
  }

  view(): TableView {
    const { field, remarks, readonly, pageRows } = this.setting
    const start = this.page * pageRows
    const shown = this.current.slice(start, start + pageRows)
    const many = this.current.length > pageRows
    return {
      cards: shown.map((row, i) => rowCard(this.columns, row, start + i, remarks, readonly)),
      open: this.open,
      cells: this.columns.flatMap(({ id }) => this.cell(id) ?? []),
      countText: rowsText(this.current.length, field),
      pageText: many ? `第 ${start + 1}–${start + shown.length} 行，共 ${this.current.length} 行` : '',
      first: this.page === 0,
      last: this.page >= this.pages - 1,
      full: this.isFull,
      wrong: wrongRows(remarks.errors).filter((index) => index < this.current.length).length,
      totals: this.totals,
      undo: this.undoText,
    }
  }

  private show(index: number): void {
    this.open = index
    this.page = Math.floor(index / this.setting.pageRows)
  }

  private get columns(): readonly Field[] {
    return this.setting.field.columns ?? []
  }

  private get pages(): number {
    return Math.max(1, Math.ceil(this.current.length / this.setting.pageRows))
  }

  private get isFull(): boolean {
    return this.current.length >= (this.setting.field.constraints?.maxRows ?? Infinity)
  }
}
