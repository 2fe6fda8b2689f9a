import { runSubmits } from './support/submit-run'

/** SUBMITS=… SEED=… repeat a run or make it long; `npm run bench -- submits` runs 2,000. */
const submits = Number(process.env.SUBMITS ?? 12)
const seed = Number(process.env.SEED ?? 20_261_123)

test(`${submits} submits over a bad line: no case twice, none lost, never another number`, async () => {
  const report = await runSubmits({ submits, seed, share: 0.35, citizens: 12, rounds: 1 })
  process.stdout.write(`seed ${seed}: ${JSON.stringify(report)}\n`)
  expect(report).toMatchObject({ duplicates: [], lost: [], renumbered: [], defects: [], cases: submits })
  expect(report.afterScheduler.confirming).toBe(0)
}, 1_800_000)
