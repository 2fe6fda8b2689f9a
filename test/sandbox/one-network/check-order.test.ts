import { startTestProvider, type TestProvider } from './provider'

/** Contract chapter 3: a request that is wrong in several ways gets the first error. */

const LIST = '/api/v1/items/list'
const DETAIL = '/api/v1/items/detail'
const PROGRESS = '/api/v1/cases/progress'

let test: TestProvider
beforeAll(async () => {
  // 35, so that there is a function that the application may not call.
  test = await startTestProvider({ withheld: [35] })
})
afterAll(() => test.stop())

const HOUR = 3_600_000

it('413 comes before an unknown application', async () => {
  const response = await test.client.json(
    LIST,
    { keyword: 'x'.repeat(1_048_577) },
    { headers: { 'x-app-key': 'nobody' } },
  )
  expect(response.status).toBe(413)
})

it('401 comes before a function that is not opened, and its body is no envelope', async () => {
  const response = await test.client.json('/api/v1/items/search', {}, { headers: { 'x-app-key': 'nobody' } })
  expect(response.status).toBe(401)
  expect(await response.text()).toContain('<html>')
  const missing = await test.client.json(LIST, {}, { headers: { 'x-app-key': undefined } })
  expect(missing.status).toBe(401)
})

it('1004 comes before a wrong time stamp', async () => {
  const answer = await test.client.call('/api/v1/items/search', {}, { timestamp: test.now() - HOUR, secret: 'wrong' })
  expect(answer.code).toBe('1004')
})

it('1002 comes before a wrong signature', async () => {
  const late = await test.client.call(LIST, {}, { timestamp: test.now() - 300_001, secret: 'wrong' })
  expect(late.code).toBe('1002')
  const early = await test.client.call(LIST, {}, { timestamp: test.now() + 300_001, secret: 'wrong' })
  expect(early.code).toBe('1002')
  expect((await test.client.call(LIST, {}, { timestamp: test.now() - 300_000 })).code).toBe('0')
})

it('1001 comes before a replayed nonce and does not use the nonce up', async () => {
  const nonce = 'order-nonce-0001'
  expect((await test.client.call(LIST, {}, { nonce, secret: 'wrong' })).code).toBe('1001')
  expect((await test.client.call(LIST, {}, { nonce })).code).toBe('0')
  expect((await test.client.call(LIST, {}, { nonce })).code).toBe('1003')
  expect((await test.client.call(LIST, {}, { nonce, secret: 'wrong' })).code).toBe('1001')
})

it('a nonce may come again after ten minutes', async () => {
  const nonce = 'order-nonce-0002'
  expect((await test.client.call(LIST, {}, { nonce })).code).toBe('0')
  test.advance(599_999)
  expect((await test.client.call(LIST, {}, { nonce })).code).toBe('1003')
  test.advance(1)
  expect((await test.client.call(LIST, {}, { nonce })).code).toBe('0')
})

it('1003 comes before a body that does not fit its digest', async () => {
  const nonce = 'order-nonce-0003'
  await test.client.call(LIST, {}, { nonce })
  const bodyDigest = '0'.repeat(64)
  expect((await test.client.call(LIST, { extra: 1 }, { nonce, bodyDigest })).code).toBe('1003')
  expect((await test.client.call(LIST, { extra: 1 }, { bodyDigest })).code).toBe('1001')
})

it('2003 comes before wrong parameters', async () => {
  const wrong = { caseNo: 7, more: true }
  expect((await test.client.call(PROGRESS, wrong)).code).toBe('2003')
  expect((await test.client.call(PROGRESS, wrong, { token: 'ut.nobody.0000' })).code).toBe('2003')
  const token = await test.client.tokenOf(test.nurse)
  expect((await test.client.call(PROGRESS, wrong, { token })).code).toBe('3001')
})

it('a token is not judged where none is needed', async () => {
  expect((await test.client.call(LIST, {}, { token: 'ut.nobody.0000' })).code).toBe('0')
})

it('3001 names every wrong field, extra ones too', async () => {
  const answer = await test.client.call(DETAIL, { itemCode: 'x', extra: 1 })
  expect(answer.code).toBe('3001')
  expect(answer.data).toEqual({
    errors: expect.arrayContaining([
      { field: 'itemId', message: '不能为空' },
      { field: 'itemCode', message: '未定义的字段' },
      { field: 'extra', message: '未定义的字段' },
    ]) as unknown,
  })
  expect((await test.client.call(DETAIL, '{"itemId":')).code).toBe('3001')
  expect((await test.client.call(DETAIL, { itemId: null })).code).toBe('3001')
})

it('3002 comes before 2004, and 2004 is somebody else’s case', async () => {
  const token = await test.client.tokenOf(test.citizen)
  const others = test.provider.office.listCases().find((it) => it.applicantName === '虞**')
  expect((await test.client.call(PROGRESS, { caseNo: 'BJ00000000' }, { token })).code).toBe('3002')
  expect((await test.client.call(PROGRESS, { caseNo: others?.caseNo }, { token })).code).toBe('2004')
})

describe('rate limits', () => {
  it('a user token has ten requests a second, and 429 names the wait', async () => {
    const token = await test.client.tokenOf(test.nurse)
    test.advance(10_000)
    const statuses = []
    for (let i = 0; i < 11; i += 1) {
      const response = await test.client.json('/api/v1/cases/counts', {}, { token })
      statuses.push(response.status)
      if (response.status === 429) expect(response.headers.get('retry-after')).toBe('1')
    }
    expect(statuses).toEqual([...Array<number>(10).fill(200), 429])
    test.advance(1000)
    expect((await test.client.call('/api/v1/cases/counts', {}, { token })).code).toBe('0')
  })

  it('an application has a burst of one hundred', async () => {
    test.advance(60_000)
    const responses = await Promise.all(Array.from({ length: 101 }, () => test.client.json(LIST, {})))
    expect(responses.filter(({ status }) => status === 429)).toHaveLength(1)
  })

  it('an account has ten logins a minute', async () => {
    test.advance(60_000)
    const statuses = []
    for (let i = 0; i < 11; i += 1) {
      const body = {
        loginType: 'password',
        subjectType: 'person',
        account: '13000000199',
        password: `04${'0'.repeat(194)}`,
      }
      statuses.push((await test.client.json('/api/v1/auth/login', body)).status)
    }
    expect(statuses).toEqual([...Array<number>(10).fill(200), 429])
  })
})
