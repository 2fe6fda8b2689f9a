import { allOf, defineTimer, type Job } from '../../cloudfunctions/kernel/define-timer'
import { scheduledJobs } from '../../cloudfunctions/stores/scheduled-jobs'
import { startSystem, type System } from '../support/system'
import { databaseOf } from './support/database'

const MINUTE = 60_000
const TIMER = { Type: 'Timer', TriggerName: 'each-minute', Time: '2026-11-29T10:00:00Z', Message: '' }

let system: System
beforeAll(async () => {
  system = await startSystem()
})
afterAll(() => system.close())

describe('the deployed scheduler', () => {
  const minute = async (): Promise<readonly string[]> => {
    const before = system.log.length
    expect(await system.cloud.fireTimer('scheduler', 'each-minute')).toMatchObject({ ok: true, result: { ok: true } })
    return system.log.slice(before).flatMap((line) => /"job":"([\w-]+)","code":"OK"/.exec(line)?.[1] ?? [])
  }
  const aMinuteAgo = (_id: string, minutes: number) =>
    databaseOf(system).update('scheduled_jobs', { _id }, { startedAt: Date.now() - minutes * MINUTE })

  test('has one timer, which runs every job in its own time, the most urgent first', async () => {
    expect(await minute()).toEqual([
      'events',
      'reconcile',
      'poll',
      'clean-up',
      'audit',
      'audit-days',
      'alarms',
      'holidays',
      'sealing',
    ])
    expect(await minute()).toEqual([])
    for (const job of ['events', 'reconcile', 'poll', 'clean-up']) await aMinuteAgo(job, 1)
    expect(await minute()).toEqual(['events'])
    await aMinuteAgo('reconcile', 5)
    expect(await minute()).toEqual(['reconcile'])
    // Minutes in which the timer did not come are no reason to wait for the next full ten.
    await aMinuteAgo('poll', 13)
    await aMinuteAgo('clean-up', 59)
    expect(await minute()).toEqual(['poll'])
    await aMinuteAgo('clean-up', 60)
    expect(await minute()).toEqual(['clean-up'])
    await aMinuteAgo('holidays', 24 * 60)
    expect(await minute()).toEqual(['holidays'])
  })

  test('an operator runs one job now, which is no turn; what is no job is refused', async () => {
    const run = (event: object) => system.cloud.runInConsole('scheduler', event)
    const turns = await databaseOf(system).rows('scheduled_jobs', {})
    expect(await run({ job: 'clean-up' })).toMatchObject({ ok: true, result: { ok: true } })
    expect(system.log.at(-1)).toContain('"job":"clean-up","code":"OK"')
    expect(await databaseOf(system).rows('scheduled_jobs', {})).toEqual(turns)
    for (const event of [{ job: 'constructor' }, { job: 42 }, {}, { TriggerName: 'each-minute' }])
      expect(await run(event)).toMatchObject({ ok: true, result: { ok: false } })
  })
})

describe('jobs that share a minute', () => {
  const ran: string[] = []
  beforeEach(async () => {
    databaseOf(system)
    ran.length = 0
    const { rows, update } = databaseOf(system)
    for (const { _id } of await rows('scheduled_jobs', {}))
      await update('scheduled_jobs', { _id }, { startedAt: 0, leaseUntil: 0 })
  })
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  const note =
    (name: string, ms = 0): Job =>
    async () => {
      ran.push(name)
      await pause(ms)
      return {}
    }
  const job = (run: Job, atMostMs = 1_000) => ({ everyMinutes: 5, atMostMs, run })

  test('one that fails, or does not end, keeps no other from running', async () => {
    let finish = (): void => undefined
    const main = defineTimer(
      {
        failing: job(() => Promise.reject(new Error('broken'))),
        endless: job(() => new Promise((resolve) => (finish = () => resolve({}))), 100),
        last: job(allOf(() => Promise.reject(new Error('broken')), note('last'))),
      },
      scheduledJobs,
    )
    expect(await main(TIMER)).toEqual({ ok: false })
    expect(ran).toEqual(['last'])
    const turns = await scheduledJobs.read()
    // Those that failed wait for their next turn; the one that may still work is left alone until it must be dead.
    for (const name of ['failing', 'last']) expect(turns.get(name)?.hasEnded).toBe(true)
    expect(turns.get('endless')?.hasEnded).toBe(false)
    const again = await scheduledJobs.take('endless', turns.get('endless'), { startedAt: 1, until: Date.now() })
    expect(again).toBeUndefined()
    // When it ends at last, so does its turn.
    finish()
    const hasEnded = async () => (await scheduledJobs.read()).get('endless')?.hasEnded
    for (let n = 0; n < 40 && !(await hasEnded()); n += 1) await pause(25)
    expect(await hasEnded()).toBe(true)
  })

  test('each has its own deadline; one for which no time is left is the next minute’s', async () => {
    const deadlines: number[] = []
    const timed =
      (run: Job): Job =>
      (waiting) => {
        deadlines.push(waiting.deadline - Date.now())
        return run(waiting)
      }
    const main = defineTimer(
      { long: job(timed(note('long', 900)), 5_000), longer: job(timed(note('longer')), 56_600) },
      scheduledJobs,
    )
    await main(TIMER)
    expect(ran).toEqual(['long'])
    await main(TIMER)
    expect(ran).toEqual(['long', 'longer'])
    // To five seconds: a busy machine has used some of them.
    expect(deadlines.map((ms) => Math.round(ms / 5000) * 5)).toEqual([5, 55])
  })

  test('two runs at once do not double', async () => {
    const main = defineTimer({ first: job(note('first', 200)), second: job(note('second', 200)) }, scheduledJobs)
    await Promise.all([main(TIMER), main(TIMER), main(TIMER)])
    await main(TIMER)
    expect([...ran].sort()).toEqual(['first', 'second'])
  })

  test('a run that died is taken over when it must be dead, not before and not only with the next period', async () => {
    const { update } = databaseOf(system)
    const main = defineTimer({ first: job(note('first')) }, scheduledJobs)
    await main(TIMER)
    const died = { startedAt: Date.now() - MINUTE, leaseUntil: Date.now() + 5_000 }
    await update('scheduled_jobs', { _id: 'first' }, died)
    await main(TIMER)
    expect(ran).toEqual(['first'])
    await update('scheduled_jobs', { _id: 'first' }, { ...died, leaseUntil: Date.now() - 1 })
    await main(TIMER)
    expect(ran).toEqual(['first', 'first'])
  })
})
