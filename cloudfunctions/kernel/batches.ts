const BATCH = 200

/**
 * Removes what is listed, a batch at a time, until nothing is left, nothing of a batch gives way (it stays for the next run),
 * or the time is over. Resolves with how many went.
 * @param removeAll how many of a batch it removed
 * @param deadline ms since the epoch
 */
export async function removeInBatches<Row>(
  list: (limit: number) => Promise<readonly Row[]>,
  removeAll: (rows: readonly Row[]) => Promise<number>,
  deadline: number,
): Promise<number> {
  let removed = 0
  while (Date.now() < deadline) {
    const rows = await list(BATCH)
    const gone = rows.length === 0 ? 0 : await removeAll(rows)
    if (gone === 0) break
    removed += gone
  }
  return removed
}

/** The same one by one, as far as there is time. @param removeOne false when it stays */
export const oneByOne =
  <Row>(removeOne: (row: Row) => Promise<boolean>, deadline: number) =>
  async (rows: readonly Row[]): Promise<number> => {
    let removed = 0
    for (const row of rows) {
      if (Date.now() > deadline) break
      if (await removeOne(row)) removed += 1
    }
    return removed
  }
