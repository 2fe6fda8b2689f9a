import type { OfficeAction } from '../../../sandbox/one-network'
import { fileCase, newRequestNo } from './filing'
import { startTestProvider, type TestProvider } from './provider'

const DETAIL = '/api/v1/evaluations/detail'
const ADD = '/api/v1/evaluations/add'
const OPTIONS = '/api/v1/evaluations/options'
const NURSE_ITEM = 'SX120116000014'
const DAY = 86_400_000
const TO_THE_END: readonly OfficeAction[] = ['preReview', 'receive', 'accept', 'review', 'approve', 'issue', 'complete']

let test: TestProvider
let caseNo: string
beforeEach(async () => {
  test = await startTestProvider()
  caseNo = await fileCase(test, test.nurse, NURSE_ITEM)
})
afterEach(() => test.stop())

const finish = () => TO_THE_END.forEach((action) => test.provider.office.act(caseNo, action))
async function ask(path: string, body: object, account = test.nurse) {
  test.advance(1000)
  return test.client.call(path, body, { token: await test.client.tokenOf(account) })
}
const add = (more: object = {}, account = test.nurse) =>
  ask(ADD, { requestNo: newRequestNo(), caseNo, score: 5, optionCodes: [], ...more }, account)

it('#31 gives every level with its own options, or one level, without a token', async () => {
  const all = (await test.client.call(OPTIONS, {})).data as {
    levels: { score: number; reasonRequiredFlag: string; options: { optionCode: string }[] }[]
    maxOptions: number
  }
  expect(all.levels.map(({ score }) => score)).toEqual([5, 4, 3, 2, 1])
  expect(all.levels.map(({ reasonRequiredFlag }) => reasonRequiredFlag)).toEqual(['0', '0', '0', '1', '1'])
  for (const { score, options } of all.levels) {
    expect(options).toHaveLength(8)
    expect(options.every(({ optionCode }) => optionCode.startsWith(String(score)))).toBe(true)
  }
  expect(all.maxOptions).toBe(10)
  const one = (await test.client.call(OPTIONS, { score: 2 })).data as { levels: { score: number }[] }
  expect(one.levels.map(({ score }) => score)).toEqual([2])
  expect((await test.client.call(OPTIONS, { score: 6 })).code).toBe('3001')
})

it('a case is rated once, after its end; #29 and #19 then say so', async () => {
  expect((await ask(DETAIL, { caseNo })).data).toMatchObject({ evaluatedFlag: '0', evaluableFlag: '0', score: null })
  expect(await add()).toMatchObject({ code: '6002', data: { currentStatus: '12' } })
  finish()
  expect((await ask(DETAIL, { caseNo })).data).toMatchObject({ evaluatedFlag: '0', evaluableFlag: '1' })
  const rated = await add({ score: 2, optionCodes: ['209'], comment: ' 等了很久。 ' })
  expect(rated).toMatchObject({ code: '0', data: { caseNo, duplicate: '0' } })
  expect((await ask(DETAIL, { caseNo })).data).toMatchObject({
    evaluatedFlag: '1',
    evaluableFlag: '0',
    score: 2,
    scoreName: '不满意',
    options: [{ optionCode: '209', optionName: '未在承诺时间内办结' }],
    comment: '等了很久。',
    replyContent: '',
  })
  expect((await add({ score: 5 })).code).toBe('6001')
  const list = (await ask('/api/v1/cases/list', { category: '3', pageSize: 50 })).data as { rows: { caseNo: string }[] }
  expect(list.rows.find((row) => row.caseNo === caseNo)).toMatchObject({ evaluatedFlag: '1', evaluableFlag: '0' })
})

it('the same number gives the first result, other content 3004; a refused one may be corrected', async () => {
  finish()
  const requestNo = newRequestNo()
  expect((await add({ requestNo, score: 1 })).code).toBe('6003')
  expect((await add({ requestNo, score: 1, comment: '   ' })).code).toBe('6003')
  const first = await add({ requestNo, score: 1, comment: '多跑了三趟' })
  const again = await add({ requestNo, score: 1, comment: '多跑了三趟' })
  expect(first.data).toMatchObject({ duplicate: '0' })
  expect(again.data).toEqual({ ...(first.data as object), duplicate: '1' })
  expect((await add({ requestNo, score: 5 })).code).toBe('3004')
})

it('codes of another level, unknown ones and doubled ones are 3001', async () => {
  finish()
  for (const optionCodes of [['510', '407'], ['599'], ['510', '510']]) {
    expect((await add({ optionCodes })).code).toBe('3001')
  }
  expect((await add({ score: 0 })).code).toBe('3001')
})

it('only within 30 days, and not a case that was withdrawn', async () => {
  finish()
  test.advance(30 * DAY + 1000)
  expect(await add()).toMatchObject({ code: '6002', data: { currentStatus: '90' } })
  const other = await fileCase(test, test.nurse, NURSE_ITEM)
  test.provider.office.act(other, 'withdraw')
  expect(await add({ caseNo: other })).toMatchObject({ code: '6002', data: { currentStatus: '98' } })
})

it('another user’s case is 2004, an unknown one 3002', async () => {
  finish()
  expect((await add({}, test.citizen)).code).toBe('2004')
  expect((await ask(DETAIL, { caseNo }, test.citizen)).code).toBe('2004')
  expect((await add({ caseNo: 'BJ0' })).code).toBe('3002')
  expect((await ask(DETAIL, { caseNo: 'BJ0' })).code).toBe('3002')
})
