import type { Output } from '../../../miniprogram/shared/contract/actions'
import type { CreditRecords } from '../../../miniprogram/shared/domain/credit'
import { refuse, startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import { openPage, plugIn, unplug } from '../../support/simulate'
import type { Screen } from '../../support/screen'
import { AS_BOTH as AS_PERSON_OF_BOTH, AS_ENTERPRISE } from '../fixtures'

const GOOD: CreditRecords = {
  name: '天津虚构医疗服务有限公司',
  uscc: '91120116MA0FXN011B',
  status: '存续',
  isDishonest: false,
  executions: [],
  penalties: [],
  abnormalities: [],
  trust: [{ name: '纳税信用A级纳税人', authority: '虚构税务局', year: '2025' }],
  dataOn: '2026-11-01',
}
const BAD: CreditRecords = {
  ...GOOD,
  executions: [{ courtCaseNo: '（2025）津虚执 0012 号', court: '虚构人民法院', performance: '全部未履行' }],
  penalties: [{ docNo: '津虚构罚〔2025〕第 12 号', reason: '未按规定设置消防设施', decidedOn: '2025-06-11' }],
  abnormalities: [
    { reason: '通过登记的住所无法联系', listedOn: '2025-09-02' },
    { reason: '未按期公示年度报告', listedOn: '2022-07-04', removedOn: '2023-01-09' },
  ],
}

let gateway: Gateway
let answer: Output<'credit.open'>
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  said(GOOD)
  gateway.calls.length = 0
  gateway.handlers = { 'credit.open': () => answer }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

function said(records: CreditRecords | null): void {
  const value = { askedAt: '2026-11-02T12:00:00+08:00', records }
  answer = { account: AS_ENTERPRISE, report: { ok: true, value } }
}
const open = () => openPage('packages/account/pages/credit/credit')
/** Opens every folded group. */
const unfold = async (page: Screen) => {
  for (const group of page.all('.group')) if (group.has('.fold')) await group.tap('.fold')
}

test('good: says so, when it was asked, of which day the data are, and how a record is corrected', async () => {
  const page = await open()
  await page.untilText('没有查到失信记录')
  expect(gateway.calls.map(({ input }) => input)).toEqual([{}])
  expect(page.text).toContain('查询时间：2026年11月2日 12:00')
  expect(page.text).toContain('信用中国的数据更新到 2026年11月1日')
  await unfold(page)
  expect(page.text).toContain('纳税信用A级纳税人')
  expect(page.text).toContain('我们不能修改，以信用中国为准')
  await page.tap('.copy')
  expect(phone.clipboard).toBe('www.creditchina.gov.cn')
})

test('bad: what it means is said first; only dishonesty bars a promise, the rest is told as a hint', async () => {
  said(BAD)
  const page = await open()
  await page.untilText('有失信记录')
  expect(page.text).toContain('不能承诺后补材料，也不能选择告知承诺。其他办理不受影响')
  expect(page.text).toContain('失信被执行人 （2025）津虚执 0012 号')
  expect(page.text).not.toContain('事由：')
  await unfold(page)
  expect(page.text).toContain('事由：未按规定设置消防设施')
  const group = page.all('.group').find(({ text }) => text.startsWith('经营异常'))
  expect(group?.text).toContain('只作提示')
  expect(page.all('.record')).toHaveLength(5)
  expect(group?.text).toMatch(/移出日期：2023年1月9日/)
})

test('an enterprise that the service does not know is no bad one', async () => {
  said(null)
  const page = await open()
  await page.untilText('信用中国没有查到您的企业')
  expect(page.text).toContain('不影响填写、提交和承诺后补')
  expect(page.has('.group')).toBe(false)
})

test('a service that is down is a failure with a retry, and says what still works', async () => {
  answer = {
    account: AS_ENTERPRISE,
    report: {
      ok: false,
      error: { code: 'UPSTREAM_UNAVAILABLE', retryable: true, message: '信用中国的查询服务暂时不能用' },
    },
  }
  const page = await open()
  await page.untilText('信用信息没有取到：信用中国的查询服务暂时不能用')
  expect(page.text).toContain('填写、上传和提交都不受影响')
  expect(page.text).not.toContain('没有查到失信记录')
  said(GOOD)
  await page.call('load')
  await page.untilText('没有查到失信记录')
})

test('a person is led to the enterprise identity', async () => {
  gateway.handlers['credit.open'] = () =>
    refuse({ code: 'FORBIDDEN', retryable: false, message: '信用信息只能用企业身份查看' })
  const page = await open()
  await page.untilText('信用信息只能用企业身份查看')
  expect(page.text).toContain('去切换身份')
})

test('after a switch of identity nothing of the enterprise stays on the page', async () => {
  const page = await open()
  await page.untilText('没有查到失信记录')
  gateway.handlers['credit.open'] = () => refuse({ code: 'FORBIDDEN', retryable: false })
  gateway.handlers['account.switch'] = () => AS_PERSON_OF_BOTH
  await page.call('load')
  await page.find('.state').find('.page-failure').tap('.failure-switch')
  await page.until(() => gateway.calls.filter(({ action }) => action === 'credit.open').length === 3, 'the page')
  await page.untilText('切换身份')
  expect(page.text).not.toContain('登记信息')
})
