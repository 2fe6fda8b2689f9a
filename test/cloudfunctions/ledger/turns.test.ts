import { setTimeout as sleep } from 'node:timers/promises'
import { table } from '../../../cloudfunctions/kernel/cloud'
import { type CallBudget } from '../../../cloudfunctions/kernel/context'
import { AppError } from '../../../cloudfunctions/kernel/errors'
import { Ledger } from '../../../cloudfunctions/ledger/claim'
import { inLanes } from '../../../cloudfunctions/ledger/lanes'
import { type Kind, questionsOf, reconcileAll } from '../../../cloudfunctions/ledger/reconcile'
import { NEVER_SENT, type OpenRow } from '../../../cloudfunctions/ledger/settle'
import { UpstreamFailure } from '../../../cloudfunctions/one-network/failure'
import { startSystem, type System } from '../../support/system'
import { databaseOf } from '../support/database'
import { linesLogged } from '../support/log-lines'

/** Everybody's turn: how the timer shares its time among rows and tables. */

let system: System
beforeAll(async () => {
  system = await startSystem()
  databaseOf(system)
}, 60_000)
afterAll(() => system.close())

interface Row extends OpenRow {
  readonly kind: string
}
// Any collection of deploy/collections.json will do.
const rows = table<Row>('form_schemas')
const insert = async (kind: string, count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) {
    await rows.insert({ _id: `${kind}-${n}`, ...NEVER_SENT, phase: 'unknown', state: 'confirming', kind })
  }
}
const asked: string[] = []
beforeEach(() => asked.splice(0))

/** About a silent row nobody hears anything before its time is over. */
const open = (kind: string, isSilent = false): Kind<Row, string, string> => ({
  name: kind,
  ledger: new Ledger<Row>({ ...rows, find: (where, options) => rows.find({ ...where, kind }, options) }),
  whoOf: () => Promise.resolve('U-owner'),
  errandFor: (_who, budget) => ({
    name: kind,
    budget,
    send: () => Promise.reject(new Error('nothing is sent here')),
    query: async ({ row }) => {
      asked.push(row._id)
      if (!isSilent) return 'taken'
      await sleep(budget.deadline - Date.now())
      throw new UpstreamFailure('UPSTREAM_UNAVAILABLE', 'silent', { notPerformed: false, transient: true })
    },
    taken: () => ({}),
    readBack: (claim) => claim.release({ state: 'submitted' }),
    reopened: { state: 'open' },
  }),
})
const run = async (kinds: readonly Kind<Row, string, string>[], ms: number) =>
  reconcileAll(kinds.map(questionsOf), { requestId: 'turns', deadline: Date.now() + ms })

describe('the timer', () => {
  test('a few about which the provider is silent do not use up the turn of the others, of any kind', async () => {
    await insert('mute', 5)
    await insert('spoken', 20)
    expect(await run([open('mute', true), open('spoken')], 1_500)).toEqual({ 'mute-open': 5, 'spoken-known': 20 })
  }, 20_000)

  test('nor do many: they go to the end of the line', async () => {
    await insert('many', 30)
    await run([open('many', true)], 200)
    const first = asked.splice(0)
    await run([open('many', true)], 200)
    const second = asked.splice(0)
    expect(first.length).toBeGreaterThan(0)
    expect(second.length).toBeGreaterThan(0)
    expect(second.filter((id) => first.includes(id))).toEqual([])
  }, 20_000)

  test('the tables take turns, and a run takes fifty of each at most', async () => {
    await insert('one', 52)
    await insert('two', 2)
    expect(await run([open('one'), open('two')], 60_000)).toEqual({ 'one-known': 50, 'two-known': 2 })
    expect(asked.slice(0, 4).sort()).toEqual(['one-0', 'one-1', 'two-0', 'two-1'])
    expect(await run([open('one'), open('two')], 60_000)).toEqual({ 'one-known': 2 })
    expect(await run([], 60_000)).toEqual({})
  }, 60_000)

  test('what is not open is not asked about', async () => {
    await rows.insert({ _id: 'ended-0', ...NEVER_SENT, state: 'submitted', kind: 'ended' })
    expect(await run([open('ended')], 60_000)).toEqual({})
  })

  test('one that fails is counted, logged, and leaves the others their turn', async () => {
    await insert('broken', 4)
    const failures = [new Error('a defect'), new AppError('RATE_LIMITED', 'not now')]
    const whoOf = () => {
      const failure = failures.pop()
      return failure ? Promise.reject(failure) : Promise.resolve(undefined)
    }
    const logged = linesLogged()
    expect(await run([{ ...open('broken'), whoOf }], 1_500)).toEqual({ 'broken-skipped': 2, 'broken-failed': 2 })
    const line = { requestId: 'turns', event: 'broken-reconcile' }
    const lines = [...logged.end()].sort((a, b) => String(a.code).localeCompare(String(b.code)))
    expect(lines).toEqual([
      { ...line, code: 'INTERNAL', error: expect.stringContaining('a defect') as string },
      { ...line, code: 'RATE_LIMITED', error: expect.stringContaining('not now') as string },
    ])
  })

  test('one row has 25 s at most, and never more than the run', async () => {
    await insert('timed', 1)
    await insert('hurried', 1)
    const given: CallBudget[] = []
    const noting = (kind: Kind<Row, string, string>): typeof kind => ({
      ...kind,
      errandFor: (who, budget) => {
        given.push(budget)
        return kind.errandFor(who, budget)
      },
    })
    const begun = Date.now()
    const now = jest.spyOn(Date, 'now').mockReturnValue(begun)
    await run([noting(open('timed'))], 60_000)
    await run([noting(open('hurried'))], 10_000)
    now.mockRestore()
    expect(given).toMatchObject([
      { requestId: 'turns', deadline: begun + 25_000 },
      { requestId: 'turns', deadline: begun + 10_000 },
    ])
    // What the provider answered about one is not said of the other.
    expect(given[0]?.trail).not.toBe(given[1]?.trail)
  })

  test('what became of a row is told once it is known: its state, or the refusal; not while it is open', async () => {
    const told: string[] = []
    const settled: Kind<Row, string, string>['settled'] = ({ _id }, outcome) => {
      told.push(`${_id} ${outcome}`)
      return Promise.resolve()
    }
    await insert('settled', 1)
    await insert('unheard', 1)
    await insert('nobody', 1)
    for (const [kind, phase] of [
      ['refused', 'prepared'],
      ['unbound', 'unknown'],
    ] as const)
      await rows.insert({ _id: `${kind}-0`, ...NEVER_SENT, phase, state: 'confirming', kind })
    const logged = linesLogged()
    await run(
      [
        { ...open('settled'), settled },
        { ...open('refused'), settled },
      ],
      60_000,
    )
    await run([{ ...open('unheard', true), settled }], 200)
    const failing = (code: 'NOT_BOUND' | 'RATE_LIMITED') => () => Promise.reject(new AppError(code, 'not now'))
    await run([{ ...open('nobody'), settled, whoOf: failing('RATE_LIMITED') }], 60_000)
    const unbound = open('unbound')
    const errandFor: typeof unbound.errandFor = (who, given) => ({
      ...unbound.errandFor(who, given),
      query: failing('NOT_BOUND'),
    })
    await run([{ ...unbound, settled, errandFor }], 60_000)
    logged.end()
    expect([...told].sort()).toEqual(['refused-0 STATE_CHANGED', 'settled-0 submitted'])
  }, 20_000)
})

describe('lanes', () => {
  const peak = async (items: number, lanes: number): Promise<number> => {
    let [busy, most] = [0, 0]
    const list = Array.from({ length: items }, (_, n) => n)
    const done: number[] = []
    await inLanes(list, { lanes, deadline: Infinity }, async (item) => {
      most = Math.max(most, (busy += 1))
      await sleep(1)
      busy -= 1
      done.push(item)
    })
    expect(done.sort((a, b) => a - b)).toEqual(list)
    return most
  }
  test('as many at once as there are lanes, and each item once', async () => {
    expect([await peak(9, 3), await peak(2, 3), await peak(0, 3)]).toEqual([3, 2, 0])
  })

  test('none begins at the end of the time', async () => {
    const now = jest.spyOn(Date, 'now').mockReturnValue(500)
    const begun: string[] = []
    const work = async (item: string): Promise<void> => {
      begun.push(item)
      if (item === 'second') now.mockReturnValue(501)
      await Promise.resolve()
    }
    await inLanes(['first', 'second', 'third'], { lanes: 1, deadline: 501 }, work)
    await inLanes(['fourth'], { lanes: 1, deadline: 501 }, work)
    now.mockRestore()
    expect(begun).toEqual(['first', 'second'])
  })
})
