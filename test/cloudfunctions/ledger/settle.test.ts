import { table } from '../../../cloudfunctions/kernel/cloud'
import { AppError } from '../../../cloudfunctions/kernel/errors'
import { type Claim, Ledger } from '../../../cloudfunctions/ledger/claim'
import {
  type Errand,
  isOutcomeOpen,
  NEVER_SENT,
  type OpenRow,
  type SendingPhase,
  queryFirst,
  reconcile,
  sendFirst,
  verdictOf,
} from '../../../cloudfunctions/ledger/settle'
import { UpstreamFailure } from '../../../cloudfunctions/one-network/failure'
import { type ErrorCode } from '../../../miniprogram/shared/contract/errors'
import { startSystem, type System } from '../../support/system'
import { databaseOf } from '../support/database'
import { linesLogged } from '../support/log-lines'

/** Row by row: what each answer leaves behind in the database, what the citizen is told, and what the log says. */

interface Row extends OpenRow {
  readonly receipt: string
}

let system: System
beforeAll(async () => {
  system = await startSystem()
  databaseOf(system)
}, 60_000)
afterAll(() => system.close())

// Any collection of deploy/collections.json will do.
const rows = table<Row>('form_schemas')
const NOW = 1_000_000
const ledger = new Ledger(rows, { now: () => NOW, renewMs: 2_000_000_000, leaseMs: 12_000 })

const upstream = (code: ErrorCode, notPerformed = true) =>
  new UpstreamFailure(code, `provider: ${code}`, { notPerformed, transient: false })
const refusal = upstream('UPSTREAM_REJECTED')
const noAnswer = upstream('UPSTREAM_UNAVAILABLE', false)
const defect = new Error('a defect')

interface Script {
  readonly phase?: SendingPhase
  readonly state?: string
  readonly send?: string | Error
  /** '' = the provider has nothing. */
  readonly query?: string | Error
  /** Whether the case shows when it is read back. */
  readonly readBack?: 'shows' | 'does not show yet' | Error
  readonly deadline?: number
  readonly plainly?: (error: unknown, row: Row) => unknown
  readonly pauseMs?: number
}

let made = 0
async function stage(script: Script) {
  const row: Row = {
    _id: `settled-${++made}`,
    ...NEVER_SENT,
    phase: script.phase ?? 'prepared',
    state: script.state ?? 'confirming',
    receipt: '',
  }
  await rows.insert(row)
  const stored = async (): Promise<Row> => {
    const now = await rows.first({ _id: row._id })
    if (!now) throw new Error('the row is gone')
    return now
  }
  const steps: string[] = []
  /** What is done, and what was written down before. */
  const step = async (what: string): Promise<void> => {
    steps.push(`${what} while ${(await stored()).phase}`)
  }
  const answer = (what: string | Error | undefined): string => {
    if (what instanceof Error) throw what
    return what ?? ''
  }
  const errand: Errand<Row, string> = {
    name: 'errand',
    budget: { requestId: row._id, deadline: script.deadline ?? Date.now() + 60_000 },
    send: async () => {
      await step('send')
      return answer(script.send)
    },
    query: async () => {
      await step('query')
      return answer(script.query) || undefined
    },
    taken: (receipt) => ({ receipt }),
    readBack: async (claim) => {
      await step('read')
      if (script.readBack instanceof Error) throw script.readBack
      if (script.readBack === 'does not show yet') return
      await claim.release({ state: 'submitted' })
    },
    reopened: { state: 'open' },
    ...(script.plainly ? { plainly: script.plainly } : {}),
    ...(script.pauseMs === undefined ? {} : { pauseMs: script.pauseMs }),
  }
  return { row, errand, steps, stored }
}

/** What came of it: steps, told, what is stored (the lease in ms from now; 0 = released), and the log. */
async function outcome(
  { row, errand, steps, stored }: Awaited<ReturnType<typeof stage>>,
  work: (row: Row, errand: Errand<Row, string>) => Promise<Row>,
) {
  const logged = linesLogged()
  const told: unknown = await work(row, errand).catch((error: unknown) => error)
  const log = logged.end().map(({ requestId, event, code }) => {
    expect([requestId, event]).toEqual([row._id, 'errand'])
    return code
  })
  const { phase, state, leaseUntil, receipt, claim } = await stored()
  if (!(told instanceof Error)) expect(told).toMatchObject({ phase, state, leaseUntil, receipt, claim })
  const lease = leaseUntil === 0 ? 'released' : leaseUntil - NOW
  return { steps, told: told instanceof Error ? told : 'nothing', phase, state, receipt, lease, log }
}

const claimed = async (row: Row, until: number): Promise<Claim<Row>> => {
  const claim = await ledger.claim(row, {}, {}, { until })
  if (!claim) throw new Error('not claimed')
  return claim
}
const send = async (script: Script) =>
  outcome(await stage(script), async (row, errand) => sendFirst(await claimed(row, errand.budget.deadline), errand))
const ask = async (script: Script) =>
  outcome(await stage(script), async (row, errand) => queryFirst(await claimed(row, errand.budget.deadline), errand))
const again = async (script: Script) => outcome(await stage(script), (row, errand) => reconcile(row, ledger, errand))

const DONE = { told: 'nothing', phase: 'confirmed', state: 'submitted', receipt: 'R', lease: 'released', log: [] }
/** Nobody knows: it is asked about again after a pause. */
const OPEN = { told: 'nothing', phase: 'unknown', state: 'confirming', receipt: '', lease: 2_000, log: [] }
const refusedWith = (told: unknown) => ({
  told,
  phase: 'idle',
  state: 'open',
  receipt: '',
  lease: 'released',
  log: [],
})

describe('sent for the first time', () => {
  const SENT = 'send while sending'
  const ASKED = [SENT, 'query while unknown']

  test('taken, and it shows', async () => {
    expect(await send({ send: 'R' })).toEqual({ ...DONE, steps: [SENT, 'read while confirmed'] })
  })

  test('taken, but it does not show yet: it may be read back at once', async () => {
    const steps = [SENT, 'read while confirmed']
    const open = { ...DONE, state: 'confirming', lease: 0 }
    expect(await send({ send: 'R', readBack: 'does not show yet' })).toEqual({ ...open, steps })
    expect(await send({ send: 'R', readBack: defect, pauseMs: 9 })).toEqual({ ...open, steps, log: ['INTERNAL'] })
  })

  test('refused: it is open for a change again', async () => {
    expect(await send({ send: refusal })).toEqual({ ...refusedWith(refusal), steps: [SENT] })
  })

  test('refused, in plain words for what was sent', async () => {
    const plain = new AppError('INVALID_INPUT', 'plainly')
    const plainly = jest.fn(() => plain)
    expect(await send({ send: refusal, plainly })).toEqual({ ...refusedWith(plain), steps: [SENT] })
    expect(plainly).toHaveBeenCalledWith(refusal, expect.objectContaining({ phase: 'sending', claim: 1 }))
  })

  describe.each(['STATE_CHANGED', 'ALREADY_SUBMITTED'] as const)('refused because of the state (%s)', (code) => {
    const error = upstream(code)
    const log = [code]

    test('the provider has it from before', async () => {
      expect(await send({ send: error, query: 'R' })).toEqual({
        ...DONE,
        steps: [...ASKED, 'read while confirmed'],
        log,
      })
    })
    test('the provider does not have it', async () => {
      expect(await send({ send: error })).toEqual({ ...refusedWith(error), steps: ASKED, log })
    })
    test('nobody can ask: no refusal is told', async () => {
      const unasked = await send({ send: error, query: upstream('RATE_LIMITED') })
      expect(unasked).toEqual({ ...OPEN, steps: ASKED, log: [code, 'RATE_LIMITED'] })
      expect(await send({ send: error, deadline: Date.now() + 2_900 })).toEqual({ ...OPEN, steps: [SENT], log })
    })
  })

  test('no answer: it is asked about, not sent again', async () => {
    const log = ['UPSTREAM_UNAVAILABLE']
    const found = [...ASKED, 'read while confirmed']
    expect(await send({ send: noAnswer, query: 'R' })).toEqual({ ...DONE, steps: found, log })
    expect(await send({ send: noAnswer })).toEqual({ ...OPEN, steps: ASKED, log })
    expect(await send({ send: noAnswer, pauseMs: 7_000 })).toEqual({ ...OPEN, steps: ASKED, log, lease: 7_000 })
  })

  test('a defect after it left is no refusal', async () => {
    expect(await send({ send: defect })).toEqual({ ...OPEN, steps: ASKED, log: ['INTERNAL'] })
  })

  test('it is not asked about when a question would take longer than there is time', async () => {
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now())
    const at = (ms: number) => send({ send: noAnswer, deadline: Date.now() + ms })
    const [enough, over] = [await at(3_001), await at(3_000)]
    now.mockRestore()
    expect(enough.steps).toEqual(ASKED)
    expect(over).toEqual({ ...OPEN, steps: [SENT], log: ['UPSTREAM_UNAVAILABLE'] })
  })

  test('who lost the claim sends nothing, changes nothing, and tells no failure', async () => {
    const { row, errand, steps, stored } = await stage({ send: 'R' })
    const late = await claimed(row, errand.budget.deadline)
    await rows.update({ _id: row._id }, { claim: 5 })
    const before = await stored()
    const logged = linesLogged()
    expect(await sendFirst(late, errand)).toMatchObject({ phase: 'prepared', claim: 1 })
    expect(logged.end()).toMatchObject([{ code: 'OUTCOME_UNKNOWN' }])
    expect([steps, await stored()]).toEqual([[], before])
  })
})

describe('asked about instead of sent', () => {
  const ASKED = 'query while unknown'
  test('the provider has it, has not, cannot say', async () => {
    expect(await ask({ query: 'R' })).toEqual({ ...DONE, steps: [ASKED, 'read while confirmed'] })
    expect(await ask({})).toEqual({ ...OPEN, steps: [ASKED] })
    expect(await ask({ query: noAnswer })).toEqual({ ...OPEN, steps: [ASKED], log: ['UPSTREAM_UNAVAILABLE'] })
  })
})

describe('asked about again', () => {
  const idle = { receipt: '', log: [], steps: [], told: 'nothing' }

  test('what is not open is left alone, also its claim', async () => {
    const stood = await stage({ phase: 'unknown', state: 'submitted', query: 'R' })
    expect(await outcome(stood, (row, errand) => reconcile(row, ledger, errand))).toEqual({
      ...idle,
      phase: 'unknown',
      state: 'submitted',
      lease: 'released',
    })
    expect((await stood.stored()).claim).toBe(0)
  })

  test('what somebody works on is left to him', async () => {
    const stood = await stage({ phase: 'unknown', query: 'R' })
    const worker = await claimed(stood.row, Date.now() + 60_000)
    const read = await stood.stored()
    const logged = linesLogged()
    expect(await reconcile(read, ledger, stood.errand)).toBe(read)
    expect([logged.end(), stood.steps]).toEqual([[], []])
    await worker.release({})
  })

  test('the claim lasts no longer than the time of the errand', async () => {
    const { row, errand } = await stage({ phase: 'confirmed' })
    const claim = jest.spyOn(ledger, 'claim')
    await reconcile(row, ledger, errand)
    expect(claim.mock.calls).toEqual([[row, { state: 'confirming' }, {}, { until: errand.budget.deadline }]])
    claim.mockRestore()
  })

  test('what the provider has is only read back', async () => {
    const steps = ['read while confirmed']
    expect(await again({ phase: 'confirmed' })).toEqual({ ...DONE, receipt: '', steps })
    const open = { ...DONE, receipt: '', state: 'confirming', lease: 0, steps }
    expect(await again({ phase: 'confirmed', readBack: 'does not show yet' })).toEqual(open)
    expect(await again({ phase: 'confirmed', readBack: noAnswer })).toEqual({ ...open, log: ['UPSTREAM_UNAVAILABLE'] })
  })

  describe.each(['sending', 'unknown'] as const)('%s', (phase) => {
    const [ASKED, SENT, READ] = [`query while ${phase}`, `send while ${phase}`, 'read while confirmed']
    const open = { ...OPEN, phase, steps: [ASKED, SENT] }

    test('the provider has it: it is not sent again', async () => {
      expect(await again({ phase, query: 'R' })).toEqual({ ...DONE, steps: [ASKED, READ] })
    })
    test('the provider does not have it: the same is sent again', async () => {
      expect(await again({ phase, send: 'R' })).toEqual({ ...DONE, steps: [ASKED, SENT, READ] })
    })
    test('nobody can ask: it is not sent again', async () => {
      expect(await again({ phase, query: refusal, send: 'R' })).toEqual({
        ...open,
        steps: [ASKED],
        log: ['UPSTREAM_REJECTED'],
      })
    })
    test('refused when it is sent again', async () => {
      const state = upstream('STATE_CHANGED')
      for (const error of [refusal, state])
        expect(await again({ phase, send: error })).toEqual({ ...refusedWith(error), steps: [ASKED, SENT] })
    })
    test('open when it is sent again', async () => {
      for (const error of [noAnswer, upstream('RATE_LIMITED'), upstream('OUTCOME_UNKNOWN')])
        expect(await again({ phase, send: error })).toEqual({ ...open, log: [error.code] })
    })
    test('this try did not begin: a defect is not told, that a login is needed is', async () => {
      expect(await again({ phase, send: defect })).toEqual({ ...open, log: ['INTERNAL'] })
      const [login, other] = [new AppError('BINDING_EXPIRED', 'test'), new AppError('NOT_FOUND', 'test')]
      expect(await again({ phase, send: login })).toEqual({ ...open, told: login, log: ['BINDING_EXPIRED'] })
      expect(await again({ phase, send: other })).toEqual({ ...open, log: ['NOT_FOUND'] })
    })
  })

  test.each(['prepared', 'idle'] as const)('%s: nothing of it was sent, and it says so', async (phase) => {
    const result = await again({ phase, send: 'R', query: 'R' })
    expect(result).toEqual({ ...refusedWith(result.told), steps: [] })
    expect(result.told).toMatchObject({
      code: 'STATE_CHANGED',
      message: 'stopped before it was sent',
      detail: { userMessage: '上次提交没有发出，内容都在，请重新提交' },
    })
  })
})

describe('what a failed try means', () => {
  test.each([
    ['no readable answer', noAnswer, 'open', 'open'],
    ['it says that it may have it', upstream('STATE_CHANGED', false), 'open', 'open'],
    ['a refusal because of the state', upstream('STATE_CHANGED'), 'asked', 'refused'],
    ['a refusal because it is there', upstream('ALREADY_SUBMITTED'), 'asked', 'refused'],
    ['it cannot be reached', upstream('UPSTREAM_UNAVAILABLE'), 'refused', 'open'],
    ['it was asked too often', upstream('RATE_LIMITED'), 'refused', 'open'],
    ['an earlier try of it is open', upstream('OUTCOME_UNKNOWN'), 'refused', 'open'],
    ['another refusal', refusal, 'refused', 'refused'],
    ['no login works any more', new AppError('BINDING_EXPIRED', 'test'), 'refused', 'later'],
    ['a defect, or the database', defect, 'open', 'later'],
  ])('%s', (_what, error, first, later) => {
    expect([verdictOf(error, true), verdictOf(error, false)]).toEqual([first, later])
  })
})

test('a row is open while it says 确认中, and nothing of a new one was ever sent', () => {
  const row = { _id: 'r', ...NEVER_SENT }
  expect([isOutcomeOpen({ ...row, state: 'confirming' }), isOutcomeOpen({ ...row, state: 'submitted' })]).toEqual([
    true,
    false,
  ])
  expect(NEVER_SENT).toEqual({ phase: 'idle', claim: 0, leaseUntil: 0 })
})
