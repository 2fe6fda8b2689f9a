/** What a restart of the mini-program would cut off: calls that change something, uploads, saves of a page that was left. */
const running = new Set<Promise<unknown>>()
/** Who holds what a restart would lose. */
const holders: (() => boolean)[] = []

/** Follows work to its end, whatever that is; answers the same promise. */
export function follow<T>(work: Promise<T>): Promise<T> {
  const end = (): void => void running.delete(ended)
  const ended: Promise<void> = work.then(end, end)
  running.add(ended)
  return work
}

/** Asked whenever somebody wants to restart: true = there is something that lies in memory only. */
export const holdWhile = (isHeld: () => boolean): void => void holders.push(isHeld)

/** Would a restart cut something off, or lose it? */
export const isUnderWay = (): boolean => running.size > 0 || holders.some((isHeld) => isHeld())

/** Resolves when all work that is followed has ended. */
export async function untilDone(): Promise<void> {
  while (running.size > 0) await Promise.all(running)
}
