import type { Output } from '../../../miniprogram/shared/contract/actions'
import { refuse, startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import { openPage, plugIn, unplug } from '../../support/simulate'
import { AS_PERSON, CASE, PROGRESS } from '../fixtures'

let gateway: Gateway
const OPENED: Output<'case.open'> = { account: AS_PERSON, progress: PROGRESS, receipt: null }

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.calls.length = 0
  gateway.handlers = { 'case.open': () => OPENED }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

const openProgress = (query: Record<string, string> = { caseNo: CASE.caseNo }) =>
  openPage('packages/case/pages/progress/progress', query)

test('shows the status, whose turn it is, the promised date and the steps', async () => {
  const page = await openProgress()
  await page.untilText('办理经过')
  expect(gateway.calls.map(({ input }) => input)).toEqual([{ caseNo: CASE.caseNo }])
  expect(page.text).toContain('已提交')
  expect(page.text).toContain('现在等待窗口处理，您不用操作')
  expect(page.text).toContain('承诺办结：2026年11月16日')
  expect(page.text).toContain('申请提交已完成')
  expect(page.text).toContain('受理进行中')
})

test('a pause is explained and the date called movable', async () => {
  const progress = {
    ...PROGRESS,
    status: { code: '28', name: '待补正', known: true, turn: 'applicant' as const },
    pauses: [{ reason: '等待补正', startedAt: '2026-11-05T09:00:00+08:00' }],
  }
  gateway.handlers = { 'case.open': () => ({ ...OPENED, progress }) }
  const page = await openProgress()
  await page.untilText('现在轮到您处理')
  expect(page.text).toContain('现在暂停计时，日期会顺延')
  expect(page.text).toContain('暂停计时：等待补正，2026年11月5日 09:00 至今')
})

test('an unknown status is shown as it came, without a guess', async () => {
  const status = { code: '77', name: '专家评审中', known: false, turn: 'unknown' as const }
  gateway.handlers = { 'case.open': () => ({ ...OPENED, progress: { ...PROGRESS, status } }) }
  const page = await openProgress()
  await page.untilText('专家评审中')
  expect(page.text).toContain('请以窗口答复为准')
})

test('shows the receipt of a case that was filed here, with what did not arrive', async () => {
  const receipt = {
    caseNo: CASE.caseNo,
    matterName: CASE.matterName,
    applicantName: '欧**五',
    statusName: '已提交',
    submittedAt: CASE.submittedAt,
    delivered: 1,
    total: 2,
    missing: ['照片1.jpg'],
    promised: [],
  }
  gateway.handlers = { 'case.open': () => ({ ...OPENED, receipt: { state: 'submitted', receipt } }) }
  const page = await openProgress()
  await page.untilText('附件已送达 1/2')
  expect(page.text).toContain('没有送达：照片1.jpg')
})

test('copies the case number', async () => {
  const page = await openProgress()
  await page.untilText('办件号')
  await page.tap('.link')
  expect(phone.clipboard).toBe(CASE.caseNo)
  expect(phone.toasts).toEqual(['已复制办件号'])
})

test('another citizen’s case looks like one that does not exist', async () => {
  gateway.handlers = { 'case.open': () => refuse({ code: 'NOT_FOUND', retryable: false }) }
  const page = await openProgress()
  await page.untilText('没有找到这项内容')
  expect(page.text).not.toContain(CASE.caseNo)
})

test.each([
  [{ ok: true, value: { state: 'open' } }, '评价这次服务'],
  [
    { ok: true, value: { state: 'given', given: { score: 5, scoreName: '非常满意', options: [], comment: '' } } },
    '已评价：非常满意',
  ],
  [{ ok: true, value: { state: 'confirming', since: CASE.submittedAt } }, '请不要重复提交'],
  [{ ok: false, error: { code: 'UPSTREAM_UNAVAILABLE', retryable: true } }, '评价情况暂时没有取到'],
] as const)('a finished case leads to its rating: %j', async (evaluation, text) => {
  gateway.handlers = { 'case.open': () => ({ ...OPENED, evaluation }) }
  const page = await openProgress()
  await page.untilText(text)
  await page.tap('.rate')
  expect(phone.visits.at(-1)?.url).toBe(`/packages/case/pages/rating/rating?caseNo=${CASE.caseNo}`)
})
