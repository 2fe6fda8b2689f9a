import { OutcomeWatch, type WatchState } from '../../../../../miniprogram/packages/declare/outcome/outcome-watch'
import { outcomeOf } from '../../../../../miniprogram/services/call'
import { ServiceError, toFailure } from '../../../../../miniprogram/services/service-error'
import type { ErrorCode } from '../../../../../miniprogram/shared/contract/errors'

/** A watch whose questions all fail with `code`, or find 'submitted' when it is ''. */
function watching(code: ErrorCode | '', retryAfterMs = 0) {
  const world = { code, asked: 0, states: [] as WatchState<string>[] }
  const watch = new OutcomeWatch<string>(
    async () => {
      world.asked += 1
      if (world.code === '') return Promise.resolve({ state: 'submitted', receipt: '回执' })
      const error = { code: world.code, retryable: false, retryAfterMs }
      throw new ServiceError(toFailure(error, 'req-1', outcomeOf(world.code, 'same')))
    },
    (state) => world.states.push(state),
  )
  watch.start()
  return { world, watch }
}

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())
const MINUTE = 60_000

test.each(['NETWORK', 'INTERNAL', 'OUTCOME_UNKNOWN', 'UPSTREAM_UNAVAILABLE', 'RATE_LIMITED'] as const)(
  'a question that ends in %s says nothing about the submit: it is asked again, with growing pauses',
  async (code) => {
    const { world } = watching(code)
    await jest.advanceTimersByTimeAsync(10 * MINUTE)
    expect(world.asked).toBeGreaterThan(10)
    expect(world.asked).toBeLessThan(20)
    expect(new Set(world.states.map(({ kind }) => kind))).toEqual(new Set(['confirming']))
    world.code = ''
    await jest.advanceTimersByTimeAsync(MINUTE)
    expect(world.states.at(-1)).toEqual({ kind: 'submitted', receipt: '回执' })
  },
)

test('who asked too often is left alone for as long as the server wants', async () => {
  const { world } = watching('RATE_LIMITED', 7 * MINUTE)
  await jest.advanceTimersByTimeAsync(8 * MINUTE)
  expect(world.asked).toBe(2)
})

test.each(['STATE_CHANGED', 'NOT_FOUND', 'INVALID_INPUT', 'UPSTREAM_REJECTED'] as const)(
  '%s is a clear answer: nobody is asked any more',
  async (code) => {
    const { world } = watching(code)
    await jest.advanceTimersByTimeAsync(10 * MINUTE)
    expect(world.asked).toBe(1)
    expect(world.states.at(-1)).toMatchObject({ kind: 'ended', failure: { code } })
  },
)

test.each(['BINDING_EXPIRED', 'NOT_BOUND'] as const)(
  '%s: still open, and asked only when told, until the citizen has logged in',
  async (code) => {
    const { world, watch } = watching(code)
    await jest.advanceTimersByTimeAsync(10 * MINUTE)
    expect(world.asked).toBe(1)
    expect(world.states.at(-1)).toMatchObject({ kind: 'confirming', failure: { code } })
    world.code = ''
    await watch.check()
    expect(world.states.at(-1)).toEqual({ kind: 'submitted', receipt: '回执' })
  },
)
