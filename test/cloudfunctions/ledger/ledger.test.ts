import { startSystem, type System } from '../../support/system'
import { databaseOf } from '../support/database'
import { driveLedger } from './model'

let system: System
beforeAll(async () => {
  system = await startSystem()
  databaseOf(system)
}, 60_000)
afterAll(() => system.close())

/** LEDGER_RUNS: fewer where it runs for each of some hundred faults (scripts/mutation.ts). */
const runs = Number(process.env.LEDGER_RUNS ?? 300)

test(`${runs} sequences: late writers, lost answers, other users, deaths, two timers at once`, async () => {
  await driveLedger(runs, 12)
}, 300_000)
