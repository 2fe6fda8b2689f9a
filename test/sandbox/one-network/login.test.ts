import { encryptPassword } from './client'
import { startTestProvider, type TestProvider } from './provider'

const LOGIN = '/api/v1/auth/login'
const COUNTS = '/api/v1/cases/counts'

interface LoginData {
  readonly userToken: string
  readonly refreshToken: string
  readonly expiresIn: number
  readonly user: { readonly userId: string; readonly name: string; readonly agentName: string }
}

let test: TestProvider
beforeEach(async () => {
  test = await startTestProvider()
})
afterEach(() => test.stop())

const refresh = (refreshToken: string) => test.client.call(LOGIN, { loginType: 'refresh', refreshToken })
const codeWith = async (token: string) => (await test.client.call(COUNTS, {}, { token })).code

it('logs a person and an enterprise in, each by every login name', async () => {
  for (const account of [test.nurse, test.freight]) {
    for (const login of account.logins) {
      const answer = await test.client.login({ ...account, logins: [login] })
      const data = answer.data as LoginData
      expect(data.expiresIn).toBe(7200)
      expect(data.user.name).toBe(account.name)
      expect(await codeWith(data.userToken)).toBe('0')
    }
  }
})

it('does not log a person in as an enterprise', async () => {
  const answer = await test.client.login({ ...test.nurse, subjectType: 'enterprise' })
  expect(answer.code).toBe('2001')
})

it('a user token dies after 7200 seconds', async () => {
  const { userToken } = (await test.client.login(test.nurse)).data as LoginData
  test.advance(7_199_999)
  expect(await codeWith(userToken)).toBe('0')
  test.advance(1)
  expect(await codeWith(userToken)).toBe('2003')
})

it('refreshing kills both old tokens at once; a refresh token works once', async () => {
  const first = (await test.client.login(test.nurse)).data as LoginData
  const second = (await refresh(first.refreshToken)).data as LoginData
  expect(await codeWith(first.userToken)).toBe('2003')
  expect(await codeWith(second.userToken)).toBe('0')
  expect((await refresh(first.refreshToken)).code).toBe('2003')
  expect((await refresh(second.refreshToken)).code).toBe('0')
})

it('a refresh token dies after seven days', async () => {
  const { refreshToken } = (await test.client.login(test.nurse)).data as LoginData
  test.advance(7 * 86_400_000)
  expect((await refresh(refreshToken)).code).toBe('2003')
})

it('a second login leaves the first one alive', async () => {
  const first = (await test.client.login(test.nurse)).data as LoginData
  await test.client.login(test.nurse)
  expect(await codeWith(first.userToken)).toBe('0')
})

it('a token with another secret is nobody’s', async () => {
  const { userToken } = (await test.client.login(test.nurse)).data as LoginData
  expect(await codeWith(`${userToken.slice(0, -1)}${userToken.endsWith('0') ? '1' : '0'}`)).toBe('2003')
})

describe('wrong passwords', () => {
  it('counts down, locks with the fifth for thirty minutes, then starts again', async () => {
    for (const remainTimes of [4, 3, 2, 1]) {
      const answer = await test.client.login(test.nurse, 'wrong')
      expect(answer).toMatchObject({ code: '2001', data: { remainTimes } })
    }
    const locked = { code: '2002', data: { unlockAt: '2026-11-02 10:30:00' } }
    expect(await test.client.login(test.nurse, 'wrong')).toMatchObject(locked)
    expect(await test.client.login(test.nurse)).toMatchObject(locked)
    test.advance(30 * 60_000)
    expect(await test.client.login(test.nurse, 'wrong')).toMatchObject({ code: '2001', data: { remainTimes: 4 } })
    expect((await test.client.login(test.nurse)).code).toBe('0')
  })

  it('a right password forgets the wrong ones before it', async () => {
    await test.client.login(test.nurse, 'wrong')
    await test.client.login(test.nurse)
    expect(await test.client.login(test.nurse, 'wrong')).toMatchObject({ data: { remainTimes: 4 } })
  })

  it('one account is locked for ever', async () => {
    expect(await test.client.login(test.locked)).toMatchObject({ code: '2002' })
  })
})

describe('phone ticket', () => {
  const ticketLogin = (phone: string, subjectType: string, nonce = 'ticket-nonce-1') =>
    test.client.call(
      LOGIN,
      {
        loginType: 'phoneTicket',
        subjectType,
        phoneTicket: encryptPassword(`${phone}|${test.now()}|ticket-nonce-1`, test.provider.credentials.sm2PublicKey),
      },
      { nonce },
    )

  it('logs in the owner of the phone', async () => {
    const answer = await ticketLogin(test.nurse.phone, 'person')
    expect((answer.data as LoginData).user.userId).toBe(test.nurse.userId)
  })

  it('is bound to the nonce of its own request', async () => {
    expect((await ticketLogin(test.nurse.phone, 'person', 'another-nonce')).code).toBe('3001')
  })

  it('does not know a strange phone', async () => {
    expect((await ticketLogin('13000000190', 'person')).code).toBe('2001')
  })
})

it('refuses a login that fits none of the three ways', async () => {
  expect((await test.client.call(LOGIN, { loginType: 'face' })).code).toBe('3001')
  const mixed = { loginType: 'refresh', refreshToken: 'x'.repeat(20), account: '13000000102' }
  expect((await test.client.call(LOGIN, mixed)).code).toBe('3001')
})
