import { startSystem, type System } from '../../support/system'
import { databaseOf } from '../support/database'
import { driveLedger } from './model'

let system: System
beforeAll(async () => {
  system = await startSystem()
  databaseOf(system)
}, 60_000)
afterAll(() => system.close())

/** SEED=… repeats a run. */
test('5,000 sequences of up to 30 steps', async () => {
  const seed = process.env.SEED === undefined ? undefined : Number(process.env.SEED)
  await driveLedger(5_000, 30, seed)
}, 3_600_000)
