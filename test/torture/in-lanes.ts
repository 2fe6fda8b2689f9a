/**
 * Runs `work` for each item, a few at a time, and begins none after `until` (ms since the epoch). Resolves with how many
 * were begun, and so finished: the first ones.
 */
export async function inLanes<T>(
  items: readonly T[],
  { lanes, until }: { readonly lanes: number; readonly until: number },
  work: (item: T) => Promise<void>,
): Promise<number> {
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < items.length && Date.now() < until) {
      const item = items[next]
      next += 1
      if (item !== undefined) await work(item)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return next
}
