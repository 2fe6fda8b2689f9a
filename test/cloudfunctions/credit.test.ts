import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { FREIGHT } from './support/freight'
import { NURSE } from './support/nurse'

let system: System
let freight: Citizen
beforeAll(async () => {
  system = await startSystem()
  freight = new Citizen(system, 'freight')
  await freight.bind(FREIGHT.account, 'enterprise')
}, 90_000)
afterEach(() => system.provider.faults.clear())
afterAll(() => system.close())

const fault = (kind: 'credit-down' | 'slow' | 'status' | 'html' | 'down' | 'truncated', more: object = {}) =>
  system.provider.faults.set({ match: { functionNo: 10 }, kind, ...more })
const open = (who = freight) => who.call('credit.open', {})

test('an enterprise reads what the credit service says of itself, with the day of the data', async () => {
  const { report, account } = await open()
  expect(account.active).toBe('enterprise')
  expect(report).toMatchObject({
    ok: true,
    value: {
      askedAt: expect.stringMatching(/\+08:00$/) as string,
      records: {
        name: '天津星槎速达货运有限公司',
        status: '存续',
        isDishonest: false,
        executions: [],
        penalties: [],
        trust: [{ name: '纳税信用A级纳税人', year: '2025' }],
        dataOn: expect.stringMatching(/^20\d\d-/) as string,
      },
    },
  })
})

test('records of each kind arrive, also those that do not bar anything', async () => {
  const stone = new Citizen(system, 'stone')
  await stone.bind('xubai', 'enterprise')
  const { report } = await open(stone)
  if (!report.ok) throw new Error('no report')
  expect(report.value.records).toMatchObject({
    isDishonest: true,
    executions: [{ court: '虚构人民法院', performance: '全部未履行', publishedOn: '2025-12-01' }],
    penalties: [{ reason: '未按规定设置消防设施', publishedUntil: '2026-06-11' }],
    abnormalities: [{ reason: '通过登记的住所无法联系', listedOn: '2025-09-02' }],
  })
  const [abnormality] = report.value.records?.abnormalities ?? []
  expect(abnormality).not.toHaveProperty('removedOn')
  expect(report.value.records).not.toHaveProperty('registrar')
})

test('a person has none, whatever the page sends; with both identities only the enterprise has', async () => {
  const nurse = new Citizen(system, 'nurse')
  await nurse.bind(NURSE.account)
  expect(await nurse.code('credit.open', {})).toBe('FORBIDDEN')
  const named = await nurse.raw('api', { action: 'credit.open', input: { uscc: '91120116MA0FXN02X3' } })
  expect(named).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
  await nurse.bind('shiguangli', 'enterprise')
  const { report } = await open(nurse)
  expect(report).toMatchObject({ ok: true, value: { records: { name: '天津拾光里文化传播有限公司' } } })
})

test.each([
  ['html', { status: 200 }],
  ['status', { status: 403 }],
  ['truncated', {}],
  ['credit-down', {}],
] as const)(
  '%s: the page opens and says that the service does not answer',
  async (kind, more) => {
    fault(kind, more)
    const { report } = await open()
    expect(report).toMatchObject({ ok: false, error: { code: 'UPSTREAM_UNAVAILABLE', retryable: true } })
    if (kind === 'credit-down')
      expect(report).toMatchObject({ error: { message: '信用中国的查询服务暂时不能用，请稍后再试' } })
  },
  60_000,
)

test('a slow service is waited for', async () => {
  fault('slow', { delayMs: 4000, times: 1 })
  expect((await open()).report.ok).toBe(true)
}, 30_000)
