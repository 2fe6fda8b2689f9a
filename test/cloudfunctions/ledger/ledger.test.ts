import { setTimeout as sleep } from 'node:timers/promises'
import { table } from '../../../cloudfunctions/kernel/cloud'
import { Ledger } from '../../../cloudfunctions/ledger/claim'
import { type Kind, questionsOf, reconcileAll } from '../../../cloudfunctions/ledger/reconcile'
import { type Errand, NEVER_SENT, type OpenRow, reconcile, verdictOf } from '../../../cloudfunctions/ledger/settle'
import { AppError } from '../../../cloudfunctions/kernel/errors'
import { UpstreamFailure } from '../../../cloudfunctions/one-network/failure'
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

describe('what a failed try means', () => {
  const upstream = (code: 'STATE_CHANGED' | 'RATE_LIMITED' | 'UPSTREAM_REJECTED', notPerformed = true) =>
    new UpstreamFailure(code, 'test', { notPerformed, transient: false })
  test.each([
    ['no readable answer', upstream('UPSTREAM_REJECTED', false), 'open', 'open'],
    ['it says that it may have it', upstream('STATE_CHANGED', false), 'open', 'open'],
    ['a refusal because of the state', upstream('STATE_CHANGED'), 'asked', 'refused'],
    ['it can take nothing now', upstream('RATE_LIMITED'), 'refused', 'open'],
    ['another refusal', upstream('UPSTREAM_REJECTED'), 'refused', 'refused'],
    ['no login works any more', new AppError('BINDING_EXPIRED', 'test'), 'refused', 'later'],
    ['a defect, or the database', new Error('test'), 'open', 'later'],
  ])('%s', (_what, error, first, again) => {
    expect([verdictOf(error, true), verdictOf(error, false)]).toEqual([first, again])
  })
})

describe('a question that failed says nothing about what was sent', () => {
  interface Row extends OpenRow {
    readonly kind: string
  }
  const rows = table<Row>('form_schemas')
  const unanswered = (error: Error): Errand<Row, never> => ({
    name: 'question',
    waiting: { requestId: 'question', deadline: Date.now() + 60_000 },
    send: () => Promise.reject(new Error('nothing is sent before it was asked')),
    query: () => Promise.reject(error),
    taken: () => ({}),
    readBack: () => Promise.resolve(),
    reopened: {},
  })
  const ask = async (_id: string, error: Error) => {
    const row: Row = { _id, ...NEVER_SENT, phase: 'unknown', state: 'confirming', kind: 'question' }
    await rows.insert(row)
    return reconcile(row, new Ledger(rows), unanswered(error))
  }

  test.each([
    [
      'the provider refuses to be asked',
      new UpstreamFailure('UPSTREAM_REJECTED', 'q', { notPerformed: true, transient: false }),
    ],
    [
      'it may not be asked for this person',
      new UpstreamFailure('FORBIDDEN', 'q', { notPerformed: true, transient: false }),
    ],
    ['something of ours is not as it should be', new AppError('INVALID_INPUT', 'q')],
    ['a defect', new Error('q')],
  ])('%s: the row stays open, and no refusal is told', async (what, error) => {
    expect(await ask(`question-${what}`, error)).toMatchObject({ phase: 'unknown' })
  })

  test.each(['NOT_BOUND', 'BINDING_EXPIRED'] as const)('%s is told, because logging in helps', async (code) => {
    await expect(ask(`question-${code}`, new AppError(code, 'q'))).rejects.toMatchObject({ code })
  })
})

describe('the timer', () => {
  interface Row extends OpenRow {
    readonly kind: string
  }
  const rows = table<Row>('form_schemas')
  const insert = async (kind: string, count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1) {
      await rows.insert({ _id: `${kind}-${n}`, ...NEVER_SENT, phase: 'unknown', state: 'confirming', kind })
    }
  }
  const asked: string[] = []
  /** About a silent row nobody hears anything before its time is over. */
  const open = (kind: string, isSilent: boolean): Kind<Row, string, string> => ({
    name: kind,
    ledger: new Ledger<Row>({ ...rows, find: (where, options) => rows.find({ ...where, kind }, options) }),
    whoOf: () => Promise.resolve('U-owner'),
    errandFor: (_who, waiting) => ({
      name: kind,
      waiting,
      send: () => Promise.reject(new Error('nothing is sent here')),
      query: async ({ row }) => {
        asked.push(row._id)
        if (!isSilent) return 'taken'
        await sleep(waiting.deadline - Date.now())
        throw new UpstreamFailure('UPSTREAM_UNAVAILABLE', 'silent', { notPerformed: false, transient: true })
      },
      taken: () => ({}),
      readBack: (claim) => claim.release({ state: 'submitted' }),
      reopened: { state: 'open' },
    }),
  })
  const run = async (kinds: readonly Kind<Row, string, string>[], ms: number) =>
    reconcileAll(kinds.map(questionsOf), { requestId: 'silent', deadline: Date.now() + ms })

  test('a few about which the provider is silent do not use up the turn of the others, of any kind', async () => {
    await insert('mute', 5)
    await insert('spoken', 20)
    expect(await run([open('mute', true), open('spoken', false)], 1_500)).toEqual({
      'mute-open': 5,
      'spoken-known': 20,
    })
  }, 20_000)

  test('nor do many: they go to the end of the line', async () => {
    await insert('many', 30)
    await run([open('many', true)], 200)
    const first = asked.splice(0).filter((id) => id.startsWith('many'))
    await run([open('many', true)], 200)
    const second = asked.splice(0)
    expect(first.length).toBeGreaterThan(0)
    expect(second.filter((id) => first.includes(id))).toEqual([])
  }, 20_000)

  test('one that fails, even by a defect, is counted and leaves the others their turn', async () => {
    await insert('broken', 3)
    const broken = open('broken', false)
    let asks = 0
    const whoOf = () => {
      asks += 1
      if (asks === 2) throw new Error('a defect')
      return Promise.resolve(undefined)
    }
    expect(await run([{ ...broken, whoOf }], 1_500)).toEqual({ 'broken-skipped': 2, 'broken-failed': 1 })
  }, 20_000)
})
