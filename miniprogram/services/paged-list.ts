/** Calls at a time: more would wait in WeChat's queue, in front of what the citizen taps. */
const AT_ONCE = 5

/**
 * The first `count` pages of a list, read again: who comes back to it finds as many rows as were loaded, and each of them
 * as it is now. Rejects when one of them does.
 * @param read one page; `pageNo` starts at 1
 */
export async function readPages<P>(read: (pageNo: number) => Promise<P>, count: number): Promise<readonly P[]> {
  const pages: P[] = []
  while (pages.length < count) {
    const first = pages.length + 1
    const wanted = Array.from({ length: Math.min(AT_ONCE, count - pages.length) }, (_, i) => first + i)
    pages.push(...(await Promise.all(wanted.map(read))))
  }
  return pages
}

/** Pages shift when something arrives in between: a row that is there already is not shown twice. */
export function appendNew<Row>(
  rows: readonly Row[],
  more: readonly Row[],
  nameOf: (row: Row) => string,
): readonly Row[] {
  const known = new Set(rows.map(nameOf))
  const fresh = more.filter((row) => !known.has(nameOf(row)) && known.add(nameOf(row)))
  return [...rows, ...fresh]
}
