import { AppError } from '../../../cloudfunctions/kernel/errors'
import { isOutcomeOpen, NEVER_SENT, queryFirst, sendFirst, verdictOf } from '../../../cloudfunctions/ledger/settle'
import { linesLogged } from '../support/log-lines'
import {
  claimed,
  defect,
  DONE,
  noAnswer,
  OPEN,
  outcome,
  prepareLedger,
  refusal,
  refusedWith,
  rows,
  type Script,
  stage,
  upstream,
} from './stage'

/** Row by row: what each answer leaves behind in the database, what the citizen is told, and what the log says. */

prepareLedger()

const send = async (script: Script) =>
  outcome(await stage(script), async (row, errand) => sendFirst(await claimed(row, errand.budget.deadline), errand))
const ask = async (script: Script) =>
  outcome(await stage(script), async (row, errand) => queryFirst(await claimed(row, errand.budget.deadline), errand))

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
