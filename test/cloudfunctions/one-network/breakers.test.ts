import { Breakers } from '../../../cloudfunctions/one-network/breakers'
import { classifyBusiness, classifyGateway, classifyNetwork } from '../../../cloudfunctions/one-network/classify'
import { UpstreamFailure } from '../../../cloudfunctions/one-network/failure'
import { alarmsDuring } from '../support/alarm-lines'
import { type FunctionKey } from '../../../cloudfunctions/one-network/functions'

const LIMITS = { hostFailures: 3, functionFailures: 4, pauseMs: 60 }

let breakers: Breakers
let attempts: number
beforeEach(() => {
  breakers = new Breakers(LIMITS)
  attempts = 0
})

/** One attempt that ends so; resolves with the upstream code, or 'ok'. */
const attempt = (key: FunctionKey, failure?: UpstreamFailure): Promise<string> =>
  breakers
    .guard(key, () => {
      attempts += 1
      return failure ? Promise.reject(failure) : Promise.resolve('ok')
    })
    .catch((error: unknown) => {
      if (!(error instanceof UpstreamFailure)) throw error
      return error.detail.upstream?.code ?? error.code
    })

const times = async (n: number, key: FunctionKey, failure: UpstreamFailure) => {
  for (let i = 0; i < n; i += 1) await attempt(key, failure)
}
const silent = classifyNetwork('TIMEOUT')
const refused = classifyNetwork('ECONNREFUSED')
const business = (code: string) => classifyBusiness({ code, message: '失败', data: null })

test('a function that is silent is not asked for a while, and all others are', async () => {
  await times(4, 'queryEnterpriseCredit', silent)
  expect(await attempt('queryEnterpriseCredit')).toBe('NOT_ASKED')
  expect(attempts).toBe(4)
  for (const key of ['login', 'listItems', 'saveDeclaration'] as const) expect(await attempt(key)).toBe('ok')
})

test('a function that is not asked fails as an unavailable provider of which nothing was asked', async () => {
  await times(4, 'listItems', classifyGateway(504, undefined))
  const failure: unknown = await breakers.guard('listItems', () => Promise.resolve(1)).catch((error: unknown) => error)
  expect(failure).toMatchObject({
    code: 'UPSTREAM_UNAVAILABLE',
    facts: { notPerformed: true, transient: false },
    detail: { retryable: true, retryAfterMs: LIMITS.pauseMs },
  })
})

test('a host that nobody can reach is not asked by any function', async () => {
  await attempt('listItems', refused)
  await attempt('login', refused)
  await attempt('getCaseCounts', refused)
  expect(await attempt('listCases')).toBe('NOT_ASKED')
  expect(attempts).toBe(3)
})

test('a host that nobody can reach is one alarm; a function that is silent is none', async () => {
  expect(await alarmsDuring(() => times(6, 'login', refused))).toMatchObject([{ code: 'PROVIDER_DOWN' }])
  breakers = new Breakers(LIMITS)
  expect(await alarmsDuring(() => times(6, 'queryEnterpriseCredit', silent))).toEqual([])
})

test('after the pause one attempt decides', async () => {
  await times(4, 'listItems', silent)
  await new Promise((resolve) => setTimeout(resolve, 70))
  expect(await attempt('listItems', silent)).toBe('NO_ANSWER')
  expect(await attempt('listItems')).toBe('NOT_ASKED')
  await new Promise((resolve) => setTimeout(resolve, 70))
  expect(await attempt('listItems')).toBe('ok')
  expect(await attempt('listItems', silent)).toBe('NO_ANSWER')
  expect(await attempt('listItems')).toBe('ok')
})

test.each([
  ['a wrong password', 'login', business('2001')],
  ['a busy department', 'saveDeclaration', business('5002')],
  ['a limit that was passed', 'listCases', classifyGateway(429, 1000)],
  ['an error of one request', 'listCases', classifyGateway(500, undefined)],
  ['our own haste', 'listItems', classifyNetwork('HURRIED')],
  ['our own deadline', 'listItems', classifyNetwork('DEADLINE')],
] as const)('%s closes nothing, however often', async (_name, key, failure) => {
  await times(30, key, failure)
  expect(await attempt(key)).toBe('ok')
  expect(attempts).toBe(31)
})

test('an answer in between starts the count anew: one citizen’s bad request closes nothing for the others', async () => {
  for (let n = 0; n < 20; n += 1) {
    await times(3, 'listCases', silent)
    expect(await attempt('listCases', business('3002'))).toBe('NOT_FOUND')
  }
  await times(2, 'listItems', refused)
  await attempt('listItems', silent)
  await attempt('listItems', refused)
  expect(await attempt('listItems')).toBe('ok')
})

test('a defect of ours passes as it is', async () => {
  const defect = () => Promise.reject(new TypeError('undefined is not a function'))
  for (let n = 0; n < 10; n += 1) await expect(breakers.guard('login', defect)).rejects.toThrow(TypeError)
  expect(await attempt('login')).toBe('ok')
})
