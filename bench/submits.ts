import { runSubmits } from '../test/cloudfunctions/support/submit-run'
import type { Figure } from './measure'

const SUBMITS = Number(process.env['SUBMITS'] ?? 2000)
const SEED = Number(process.env['SEED'] ?? 20_261_123)

/** At the same time. They mostly wait, for the provider and between repetitions. */
const CITIZENS = Number(process.env['CITIZENS'] ?? 80)

/** Share of the requests to the provider that are lost, delayed, refused, or end with the function. */
const BAD_SHARE = 0.35

/** The ledger of submissions over a bad line: no case twice, none lost, never another request number. */
export async function submits(): Promise<Figure[]> {
  const report = await runSubmits({
    submits: SUBMITS,
    seed: SEED,
    share: BAD_SHARE,
    citizens: CITIZENS,
    rounds: 3,
    say: (line) => console.error(line),
  })
  const { duplicates, lost, renumbered, cases, taps, told, requests, troubles, afterScheduler, seconds, defects } =
    report
  const met = Object.values(troubles).reduce((sum, count) => sum + count, 0)
  const failed = [...duplicates, ...lost, ...renumbered, ...defects]
  console.error(JSON.stringify({ told, afterScheduler, troubles, failed }))
  const measured = `${duplicates.length} duplicates, ${lost.length} lost, ${renumbered.length} renumbered; ${cases} cases of ${taps} taps, ${met} of ${requests} requests met trouble; ${seconds} s, seed ${SEED}`
  const holds = failed.length === 0 && cases === SUBMITS && afterScheduler.confirming === 0
  const values = {
    duplicates: String(duplicates.length),
    lost: String(lost.length),
    cases: cases.toLocaleString('en'),
    troubles: met.toLocaleString('en'),
    requests: requests.toLocaleString('en'),
    seconds: seconds.toLocaleString('en'),
  }
  const name = `${SUBMITS} submits, 35% bad connections`
  // Fewer, or with bad lines of another kind, are another figure.
  const record = SUBMITS === 2000 ? ({ id: 'submits', values } as const) : undefined
  return [{ name, promise: '0 duplicates, 0 lost', measured, holds, record }]
}
