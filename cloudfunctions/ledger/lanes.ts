/**
 * Works through items, a few at a time, and begins none after `deadline`: one that takes long must not use up the turn of
 * all others. @param deadline ms since the epoch
 */
export async function inLanes<T>(
  items: readonly T[],
  { lanes, deadline }: { readonly lanes: number; readonly deadline: number },
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items]
  const lane = async (): Promise<void> => {
    while (waiting.length > 0 && Date.now() < deadline) await work(waiting.shift() as T)
  }
  await Promise.all(Array.from({ length: Math.min(lanes, waiting.length) }, lane))
}
