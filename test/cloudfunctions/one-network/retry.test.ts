import { classifyBusiness, classifyGateway, classifyNetwork } from '../../../cloudfunctions/one-network/classify'
import { type UpstreamFailure } from '../../../cloudfunctions/one-network/failure'
import { type RetryClass } from '../../../cloudfunctions/one-network/functions'
import { freshRetryState, nextDelay, sleepWithin } from '../../../cloudfunctions/one-network/retry'

/** The waits before each repetition of a call that always fails so, until it is given up (contract chapter 9). */
function delays(failure: UpstreamFailure, retry: RetryClass = 'safe'): readonly number[] {
  const state = freshRetryState()
  const found: number[] = []
  for (let n = 0; n < 10; n += 1) {
    const delay = nextDelay(failure, retry, state, false)
    if (delay === undefined) return found
    found.push(delay)
  }
  return found
}
const business = (code: string, retryAfterSeconds?: number) =>
  classifyBusiness({ code, message: '失败', data: retryAfterSeconds === undefined ? null : { retryAfterSeconds } })

/** Each wait is the contract's, or what was asked for when that is longer, and up to a quarter of the contract's more. */
function expectDelays(found: readonly number[], least: readonly number[]): void {
  expect(found).toHaveLength(least.length)
  const steps = [1000, 2000, 4000]
  found.forEach((ms, index) => {
    expect(ms).toBeGreaterThanOrEqual(least[index] ?? 0)
    expect(ms).toBeLessThanOrEqual((least[index] ?? 0) + (steps[index] ?? 0) * 0.25)
  })
}

test.each([
  ['silence', classifyNetwork('TIMEOUT')],
  ['a broken connection', classifyNetwork('ECONNRESET')],
  ['429', classifyGateway(429, undefined)],
  ['502', classifyGateway(502, undefined)],
  ['503', classifyGateway(503, undefined)],
  ['504', classifyGateway(504, undefined)],
  ['5001', business('5001')],
  ['5002', business('5002')],
  ['5003', business('5003')],
] as const)('%s is repeated three times, after 1, 2 and 4 seconds and a bit', (_name, failure) => {
  for (let n = 0; n < 20; n += 1) expectDelays(delays(failure), [1000, 2000, 4000])
  expectDelays(delays(failure, 'requestNo'), [1000, 2000, 4000])
  expect(delays(failure, 'never')).toEqual([])
})

test('the bit is not always the same, so that callers do not come back all at once', () => {
  const firsts = Array.from({ length: 10 }, () => delays(business('5001'))[0])
  expect(new Set(firsts).size).toBeGreaterThan(5)
})

test('what the provider asks for counts when it is longer', () => {
  expectDelays(delays(business('5001', 3)), [3000, 3000, 4000])
  expectDelays(delays(classifyGateway(429, 2500)), [2500, 2500, 4000])
})

test('the bit is at most a quarter', () => {
  const random = jest.spyOn(Math, 'random')
  for (const [dice, most] of [
    [0, 1000],
    [0.5, 1125],
    [1, 1250],
  ] as const) {
    random.mockReturnValue(dice)
    expect(delays(business('5001'))[0]).toBe(most)
  }
  random.mockRestore()
})

test('a file that was damaged on its way is sent again once, at once', () => {
  expect(delays(business('4003'))).toEqual([0])
})

test('a formal submit is repeated only when it certainly was not performed', () => {
  const delay = (failure: UpstreamFailure) => nextDelay(failure, 'requestNo', freshRetryState(), true)
  expect(delay(classifyNetwork('ECONNRESET'))).toBeUndefined()
  expect(delay(business('5001'))).toBeUndefined()
  expect(delay(business('1002'))).toBe(0)
  expect(delay(classifyGateway(503, undefined))).toBeGreaterThanOrEqual(1000)
})

test('a wait that would end too late to be of use is not begun', async () => {
  jest.useFakeTimers({ now: 1_000_000 })
  expect(await sleepWithin(500, 1_000_500)).toBe(false)
  expect(await sleepWithin(500, 1_000_000)).toBe(false)
  jest.useRealTimers()
  const from = Date.now()
  expect(await sleepWithin(30, from + 5_000)).toBe(true)
  // Timers may come a millisecond early.
  expect(Date.now() - from).toBeGreaterThanOrEqual(29)
})

test('500 is repeated once, and only where repeating is safe', () => {
  expectDelays(delays(classifyGateway(500, undefined)), [1000])
  expect(delays(classifyGateway(500, undefined), 'requestNo')).toEqual([])
})

test.each(['1002', '1003'])('%s is signed again once, at once', (code) => {
  expect(delays(business(code))).toEqual([0])
  expect(delays(business(code), 'requestNo')).toEqual([0])
})

test.each(['1001', '1004', '2001', '2003', '2004', '3001', '3002', '3003', '3004', '4001', '6001', '9999'])(
  '%s is not repeated',
  (code) => expect(delays(business(code))).toEqual([]),
)
