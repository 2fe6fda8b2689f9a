import { runSubmits } from '../cloudfunctions/support/submit-run'
import type { Part } from './part'

/** Share of the requests to the provider that are lost, delayed, refused, never answered, or end with the function. */
const BAD_SHARE = 0.35
/** At the same time. They mostly wait, for the provider and between repetitions. */
const CITIZENS = 60
const ROUNDS = 3

/** Submits over a bad line: no case twice, none lost, none whose outcome stays unknown. */
export const submits: Part = {
  name: 'submits',
  unit: 'submits',
  target: 10_000,
  slice: 400,
  bounds: {
    duplicates: { most: 0 },
    lost: { most: 0 },
    renumbered: { most: 0 },
    unknown: { most: 0 },
    defects: { most: 0 },
  },
  async run({ seed, from, count, log }) {
    const options = { submits: count, seed: seed + from, share: BAD_SHARE, citizens: CITIZENS, rounds: ROUNDS }
    const report = await runSubmits({ ...options, say: log })
    const { duplicates, lost, renumbered, defects, afterScheduler, cases, taps, requests } = report
    const met = Object.values(report.troubles).reduce((sum, each) => sum + each, 0)
    return {
      done: count,
      figures: {
        duplicates: duplicates.length,
        lost: lost.length + count - cases,
        renumbered: renumbered.length,
        unknown: afterScheduler.confirming,
        defects: defects.length,
        taps,
        requests,
        troubles: met,
      },
      failures: [...duplicates, ...lost, ...renumbered, ...defects],
    }
  },
}
