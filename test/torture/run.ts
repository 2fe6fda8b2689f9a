import type { Part } from './part'
import { addResult, commitOfCode, nextIndex, readResults } from './results'

export interface RunOptions {
  readonly seed: number
  /** Indexes that there shall be in the end; the part's own target when absent. */
  readonly count?: number
  /** Ms since the epoch. */
  readonly until: number
  readonly log: (line: string) => void
}

/** Runs a part from where it stopped until its count or the time is reached; each slice is written down when it ends. */
export async function runPart(part: Part, { seed, count = part.target, until, log }: RunOptions): Promise<void> {
  const commit = commitOfCode()
  let from = nextIndex(readResults(), part.name, seed)
  while (from < count && Date.now() < until) {
    const started = Date.now()
    const say = (line: string): void => log(`${part.name} ${from}+: ${line}`)
    const size = Math.min(part.slice, count - from)
    const result = await part.run({ seed, from, count: size, until, log: say })
    addResult({ part: part.name, seed, from, commit, seconds: Math.round((Date.now() - started) / 1000), ...result })
    from += result.done
    say(`now ${from} of ${count}; ${JSON.stringify(result.figures)}`)
    for (const failure of result.failures) say(failure)
    // Nothing was finished in the time that was left.
    if (result.done === 0) return
  }
}
