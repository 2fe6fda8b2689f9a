import type { TableRow } from './answers'
import { sameAnswer } from './same-answer'

/**
 * A change of a table: at row `at`, `remove` rows go and `insert` comes in their place. Splices are applied in order,
 * each to what the one before left.
 */
export interface RowSplice {
  readonly at: number
  readonly remove: number
  readonly insert: readonly TableRow[]
}

/** The rows of a table's value; none for an empty table or any other value. */
export const tableRowsOf = (value: unknown): readonly TableRow[] => (Array.isArray(value) ? value.filter(isRow) : [])

function isRow(item: unknown): item is TableRow {
  return typeof item === 'object' && item !== null && !Array.isArray(item)
}

/**
 * The changes that lead from one table to another: equal rows at both ends stay; in between, single rows are replaced
 * when their number is the same, otherwise the whole stretch.
 */
export function diffRows(before: readonly TableRow[], after: readonly TableRow[]): RowSplice[] {
  const shorter = Math.min(before.length, after.length)
  const same = (i: number, j: number): boolean => sameAnswer([before[i] ?? {}], [after[j] ?? {}])
  let head = 0
  while (head < shorter && same(head, head)) head += 1
  let tail = 0
  while (tail < shorter - head && same(before.length - 1 - tail, after.length - 1 - tail)) tail += 1
  const removed = before.length - tail - head
  const inserted = after.slice(head, after.length - tail)
  if (removed === 0 && inserted.length === 0) return []
  if (removed !== inserted.length) return [{ at: head, remove: removed, insert: inserted }]
  return inserted.map((row, i) => ({ at: head + i, remove: 1, insert: [row] })).filter(({ at }) => !same(at, at))
}

/** A table after its changes, in order; null when one does not fit what it is applied to. */
export function spliceRows(rows: readonly TableRow[], splices: readonly RowSplice[]): readonly TableRow[] | null {
  let result = rows
  for (const { at, remove, insert } of splices) {
    if (!Number.isInteger(at) || !Number.isInteger(remove) || at < 0 || remove < 0) return null
    if (at + remove > result.length) return null
    result = [...result.slice(0, at), ...insert, ...result.slice(at + remove)]
  }
  return result
}
