import { AppError } from '../../../cloudfunctions/kernel/errors'
import { reconcile } from '../../../cloudfunctions/ledger/settle'
import { linesLogged } from '../support/log-lines'
import {
  claimed,
  defect,
  DONE,
  ledger,
  noAnswer,
  OPEN,
  outcome,
  prepareLedger,
  refusal,
  refusedWith,
  type Script,
  stage,
  upstream,
} from './stage'

/** Row by row: what is left behind, told and logged when an open row is asked about again. */

prepareLedger()

const again = async (script: Script) => outcome(await stage(script), (row, errand) => reconcile(row, ledger, errand))

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
