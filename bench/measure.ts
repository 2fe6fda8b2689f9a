import type { RowId } from './readme/rows'

/** Middle value; the mean of the two middle ones for an even count. Throws on an empty list. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const high = sorted[middle]
  if (high === undefined) throw new Error('median of nothing')
  return sorted.length % 2 ? high : (high + (sorted[middle - 1] ?? high)) / 2
}

/** How long `work` takes, in ms. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** One line of the report: what was promised, what was measured, whether it holds. */
export interface Figure {
  readonly name: string
  readonly promise: string
  readonly measured: string
  readonly holds: boolean
  /** What README says of it: a row of readme/rows.ts, and the values for its text. */
  readonly record?: { readonly id: RowId; readonly values: Readonly<Record<string, string>> }
}

/**
 * Times A and B alternately, A B A B …, so that a machine whose speed drifts is fair to both.
 * Returns the medians in ms; `warmup` rounds are not counted, nor is what `prepare` does before each round.
 */
export async function sideBySide(
  a: () => Promise<unknown>,
  b: () => Promise<unknown>,
  options: { rounds: number; warmup: number; prepare?: () => Promise<unknown> },
): Promise<{ a: number; b: number }> {
  const times = { a: [] as number[], b: [] as number[] }
  for (let round = -options.warmup; round < options.rounds; round++) {
    await options.prepare?.()
    const ta = await timed(a)
    const tb = await timed(b)
    if (round >= 0) {
      times.a.push(ta)
      times.b.push(tb)
    }
  }
  return { a: median(times.a), b: median(times.b) }
}
