import { toBeijingTime } from '../../miniprogram/shared/domain/time'
import { startSystem, type System } from '../support/system'
import { alarmsIn } from './support/alarm-lines'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { NURSE } from './support/nurse'

/** One line of the log with a stable code for each thing that somebody has to look at. */

const MINUTE = 60_000
let system: System
beforeAll(async () => {
  system = await startSystem()
}, 60_000)
afterAll(() => system.close())

async function told(): Promise<ReturnType<typeof alarmsIn>> {
  const before = system.log.length
  expect(await system.cloud.runInConsole('scheduler', { job: 'alarms' })).toMatchObject({ result: { ok: true } })
  return alarmsIn(system.log.slice(before))
}

test('what waits for less than half an hour is nobody’s business; what waits longer is told by kind', async () => {
  const database = databaseOf(system)
  const now = Date.now()
  const reminder = { openid: 'o', use: 'supplement', state: 'waiting', tries: 0, lastError: 0, createdAt: now }
  await database.add('reminder_outbox', { _id: 'young', ...reminder, dueAt: now - 20 * MINUTE })
  expect(await told()).toEqual([])
  await database.add('reminder_outbox', { _id: 'old', ...reminder, dueAt: now - 45 * MINUTE })
  await database.add('reminder_outbox', { _id: 'older', ...reminder, dueAt: now - 90 * MINUTE })
  await database.add('approval_events', { _id: 'event', state: 'received', dueAt: 0, receivedAt: now - 31 * MINUTE })
  await database.add('approval_events', { _id: 'fresh', state: 'received', dueAt: 0, receivedAt: now - MINUTE })
  expect(await told()).toMatchObject([
    { code: 'OUTBOX_STUCK', count: 2, oldestMinutes: 90 },
    { code: 'EVENTS_STUCK', count: 1, oldestMinutes: 31 },
  ])
  await database.remove('reminder_outbox', { openid: 'o' })
  await database.remove('approval_events', { state: 'received' })
})

test('a limit of the provider that is reached is told, with the function, and the citizen does not notice one', async () => {
  const before = system.log.length
  system.provider.faults.set({ match: { functionNo: 3 }, kind: 'status', status: 429, times: 1 })
  await new Citizen(system, 'busy-hour').call('matter.open', { matterId: NURSE.matterId })
  expect(alarmsIn(system.log.slice(before))).toMatchObject([{ code: 'QUOTA_NEAR', no: 3 }])
})

test('a submission of which nobody knows what became of it is told after half an hour, without whose it is', async () => {
  const citizen = new Citizen(system, 'alarms')
  await citizen.bind(NURSE.account)
  const { matterId, optionIds } = NURSE
  const { draftId } = await citizen.call('declaration.start', {
    matterId,
    optionIds: [...optionIds],
    startKey: 'alarms-draft',
  })
  const database = databaseOf(system)
  const sent = (minutes: number) =>
    database.update(
      'declarations',
      { _id: draftId },
      {
        state: 'confirming',
        phase: 'unknown',
        leaseUntil: 0,
        submittingSince: toBeijingTime(Date.now() - minutes * MINUTE),
      },
    )
  await sent(10)
  expect(await told()).toEqual([])
  await sent(40)
  const lines = await told()
  expect(lines).toMatchObject([{ code: 'OUTCOME_OPEN', count: 1, oldestMinutes: 40 }])
  expect(Object.keys(lines[0] ?? {}).sort()).toEqual(['code', 'count', 'event', 'oldestMinutes', 'requestId'])
}, 60_000)
