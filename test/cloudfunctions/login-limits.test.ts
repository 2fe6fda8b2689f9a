import { type ReplyError } from '../../miniprogram/shared/contract/reply'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'

let system: System
beforeAll(async () => {
  system = await startSystem()
}, 60_000)
afterAll(() => system.close())
/** Each test begins as on another day, with nobody's tries. */
afterEach(() => databaseOf(system).remove('login_tries', {}))

const NURSE = '13000000102'
const NURSE_ID = '120116199607210042'
const OTHER = '13000000103'
const LOCKED = '13000000104'
const NOBODY = '13000000199'

const wrongly = (id: string, account: string): Promise<ReplyError> =>
  new Citizen(system, id).failure('account.bind', { subjectType: 'person', account, password: 'wrong' })

/** Questions to the provider's function 17, in the functions' own log. */
const asked = () =>
  system.log.filter((line) => line.includes('"event":"one-network"') && line.includes('"no":17')).length

/** As if all tries had been made so much earlier. */
async function later(ms: number): Promise<void> {
  const { rows, update } = databaseOf(system)
  for (const { _id, tries } of await rows('login_tries', {})) {
    const older = (tries as { at: number }[]).map((one) => ({ ...one, at: one.at - ms }))
    await update('login_tries', { _id }, { tries: older })
  }
}

const HELD = /^为保护账号，现在先不登录，请在 (今天|\d{1,2}月\d{1,2}日) \d\d:\d\d 之后再试。着急办理，请打窗口电话 022-/

function expectHeld(failure: ReplyError): void {
  expect(failure).toMatchObject({ code: 'RATE_LIMITED', message: expect.stringMatching(HELD) as string })
  expect(failure.until).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+08:00$/)
  expect(failure.upstream).toBeUndefined()
}

test.each([
  ['that somebody has', OTHER, 'tries-other'],
  ['that nobody has', NOBODY, 'tries-nobody'],
])(
  'a stranger at an account %s: three wrong tries, then a time and a telephone, and nothing else',
  async (_, account, id) => {
    const before = asked()
    // The second one says exactly what the first does: no tries that remain, no raw text.
    for (let n = 0; n < 2; n += 1)
      expect(await wrongly(id, account)).toEqual({ code: 'LOGIN_FAILED', retryable: false })
    expectHeld(await wrongly(id, account))
    await later(31_000)
    expect(await wrongly(id, account)).toEqual({ code: 'LOGIN_FAILED', retryable: false })
    await later(59 * 60_000)
    expectHeld(await wrongly(id, account))
    // Who held back is not asked whether the password is right.
    const right = { subjectType: 'person', account, password: 'Demo@2026' } as const
    expectHeld(await new Citizen(system, id).failure('account.bind', right))
    // Another WeChat user is in the same count.
    expectHeld(await wrongly(`${id}-2`, account))
    expect(asked() - before).toBe(3)
  },
)

test.each([
  ['many WeChat users at one account', (n: number) => wrongly(`crowd-${n}`, NOBODY)],
  ['one WeChat user at many accounts', (n: number) => wrongly('collector', `1300000020${n}`)],
])('%s, at once in several processes: three reach the provider at most', async (_, tryOne) => {
  const anyone = new Citizen(system, 'warms-processes')
  await Promise.all([1, 2, 3].map(() => anyone.call('account.get', {})))
  // Slow, so that the tries really overlap.
  system.provider.faults.set({ match: { functionNo: 17 }, kind: 'slow', delayMs: 1500 })
  const before = asked()
  const answers = await Promise.all(Array.from({ length: 8 }, (__, n) => tryOne(n)))
  system.provider.faults.clear()
  const looked = answers.filter(({ code }) => code === 'LOGIN_FAILED')
  for (const answer of answers.filter((one) => !looked.includes(one))) expectHeld(answer)
  expect(asked() - before).toBe(looked.length)
  // Two, when the third came after both had been answered and was told to wait.
  expect([2, 3]).toContain(looked.length)
})

test('who has been in the account hears the tries left and the lock, and strangers keep nobody out of it', async () => {
  const owner = new Citizen(system, 'owner')
  await owner.bind(NURSE)
  await owner.call('account.unbind', { subjectType: 'person' })
  // Strangers under both names: one count.
  expect((await wrongly('stranger-1', NURSE)).code).toBe('LOGIN_FAILED')
  expect((await wrongly('stranger-2', NURSE_ID)).code).toBe('LOGIN_FAILED')
  expectHeld(await wrongly('stranger-3', NURSE_ID))
  expect((await wrongly('owner', NURSE)).message).toContain('再输错 2 次')
  expect((await owner.bind(NURSE_ID)).active).toBe('person')
  // The provider counts anew after that login.
  for (let n = 4; n > 0; n -= 1) {
    expect((await wrongly('owner', NURSE)).message).toContain(`再输错 ${n} 次`)
    await later(10 * 60_000)
  }
  expect((await wrongly('owner', NURSE)).code).toBe('ACCOUNT_LOCKED')
})

test('a stranger is not told that an account is locked: a time, as for every pause', async () => {
  expectHeld(await wrongly('curious', LOCKED))
  expectHeld(await wrongly('curious-2', LOCKED))
})

test('what was tried elsewhere counts: with two tries left no stranger comes near the lock', async () => {
  const firm = { subjectType: 'enterprise', account: 'xingcha', password: 'wrong' } as const
  const number = { ...firm, account: '91120116MA0FXN011B' }
  expect(await new Citizen(system, 'rival').code('account.bind', firm)).toBe('LOGIN_FAILED')
  expect(await new Citizen(system, 'rival').code('account.bind', firm)).toBe('LOGIN_FAILED')
  // Nobody has logged in yet: that both are one account only the provider knows, and says.
  expect(await new Citizen(system, 'rival-2').code('account.bind', number)).toBe('LOGIN_FAILED')
  expectHeld(await new Citizen(system, 'rival-3').failure('account.bind', number))
})

test('a slip and then the right password count for nothing', async () => {
  // The provider's own count of this account begins anew.
  await new Citizen(system, 'relative').bind(OTHER)
  const newcomer = new Citizen(system, 'newcomer')
  await wrongly('newcomer', OTHER)
  await newcomer.bind(OTHER)
  const { rows } = databaseOf(system)
  expect((await rows('login_tries', {})).flatMap(({ tries }) => tries)).toEqual([])
})

test('a login that the provider never judged is not counted; one without an answer is', async () => {
  const tried = async () => (await databaseOf(system).rows('login_tries', {})).flatMap(({ tries }) => tries)
  system.provider.faults.set({ match: { functionNo: 17 }, kind: 'status', status: 503, times: 1 })
  expect((await wrongly('unlucky', NOBODY)).code).toBe('UPSTREAM_UNAVAILABLE')
  expect(await tried()).toEqual([])
  system.provider.faults.set({ match: { functionNo: 17 }, kind: 'status', status: 504, times: 1 })
  await wrongly('unlucky', NOBODY)
  expect(await tried()).toHaveLength(2)
})

test('nothing of it tells whose it is, and it goes after a day', async () => {
  await wrongly('leaves-nothing', NOBODY)
  const { rows, update } = databaseOf(system)
  const stored = JSON.stringify([await rows('login_tries', {}), await rows('known_logins', {})])
  for (const personal of [NOBODY, NURSE, NURSE_ID, new Citizen(system, 'leaves-nothing').openid]) {
    expect(stored).not.toContain(personal)
  }
  await update('login_tries', {}, { changedAt: Date.now() - 25 * 3600_000 })
  await system.cloud.runInConsole('scheduler', { job: 'clean-up' })
  expect(await rows('login_tries', {})).toEqual([])
  expect(await rows('known_logins', {})).not.toEqual([])
})
