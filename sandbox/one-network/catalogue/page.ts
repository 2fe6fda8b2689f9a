/** A list that the contract does not page: pageNo 1, pageSize = total. */
export function wholeList<T>(rows: readonly T[]) {
  return { total: rows.length, pageNo: 1, pageSize: rows.length, rows }
}

export interface PageRequest {
  readonly pageNo?: number
  readonly pageSize?: number
}

/** One page of a list; pageNo 1 and pageSize 10 when not given (contract chapter 2). */
export function pageOf<T>(rows: readonly T[], { pageNo = 1, pageSize = 10 }: PageRequest) {
  return { total: rows.length, pageNo, pageSize, rows: rows.slice((pageNo - 1) * pageSize, pageNo * pageSize) }
}
