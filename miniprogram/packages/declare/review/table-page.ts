import type { SummaryItem } from '../../../shared/form/index'

export type TableRows = NonNullable<SummaryItem['rows']>

/** One page of a table on the review, ready for setData. */
export interface TablePage {
  /** `共 200 行，第 1 至 10 行` */
  readonly text: string
  readonly rows: readonly { readonly number: number; readonly cells: TableRows[number] }[]
  /** Number of the page; 0 = first. */
  readonly page: number
  readonly hasPrevious: boolean
  readonly hasNext: boolean
}

/** Twice ten rows of ten columns are some 300 nodes; WeChat warns above 1,000 on a page. */
const ROWS_PER_PAGE = 10

/** @param page 0 = first; beyond the last one is the last */
export function tablePage(rows: TableRows, page: number): TablePage {
  const last = Math.max(0, Math.ceil(rows.length / ROWS_PER_PAGE) - 1)
  const shown = Math.min(Math.max(0, page), last)
  const begin = shown * ROWS_PER_PAGE
  const own = rows.slice(begin, begin + ROWS_PER_PAGE)
  const range = last > 0 ? `，正在看第 ${begin + 1} 至 ${begin + own.length} 行` : ''
  return {
    text: `共 ${rows.length} 行${range}`,
    rows: own.map((cells, i) => ({ number: begin + i + 1, cells })),
    page: shown,
    hasPrevious: shown > 0,
    hasNext: shown < last,
  }
}
