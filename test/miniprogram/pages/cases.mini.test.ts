import type { Input, Output } from '../../../miniprogram/shared/contract/actions'
import { refuse, startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import { openPage, plugIn, unplug } from '../../support/simulate'
import { AS_PERSON, CASE, DRAFT } from '../fixtures'

let gateway: Gateway

const COUNTS = { supplement: 0, processing: 3, finished: 1, promise: 0 }

/** Two rows a page, as many as the counts say. */
function list({ category, pageNo }: Input<'case.list'>): Output<'case.list'> {
  const total = category === 'processing' ? 3 : category === 'finished' ? 1 : 0
  const all = Array.from({ length: total }, (_, index) => ({ ...CASE, caseNo: `${category}-${index + 1}` }))
  const rows = all.slice((pageNo - 1) * 2, pageNo * 2)
  return { account: AS_PERSON, counts: COUNTS, page: { total, pageNo, pageSize: 2, rows }, unfinished: [DRAFT] }
}

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.calls.length = 0
  gateway.handlers = { 'case.list': list }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

async function openCases() {
  const page = await openPage('pages/cases/cases')
  await page.untilText('processing-1')
  return page
}

test('shows four lists with counts that agree with them, a hint, and my drafts', async () => {
  const page = await openCases()
  expect(page.all('.tab').map(({ text }) => text)).toEqual(['在办件3', '补证件0', '承诺补证件0', '办结件1'])
  expect(page.text).toContain('正在办理，等待窗口处理')
  expect(page.text).toContain('尚未提交')
  expect(gateway.calls).toHaveLength(1)
})

test('reads further pages when the end is reached, each row once', async () => {
  const page = await openCases()
  await page.call('onReachBottom')
  await page.untilText('共 3 件，已全部显示')
  await page.call('onReachBottom')
  expect(page.all('.case')).toHaveLength(3)
  expect(gateway.calls.map(({ input }) => (input as Input<'case.list'>).pageNo)).toEqual([1, 2])
})

test('who comes back finds as many rows as were loaded, each as it is now', async () => {
  const page = await openCases()
  await page.call('onReachBottom')
  await page.untilText('共 3 件，已全部显示')
  gateway.calls.length = 0
  let total = 3
  gateway.handlers = {
    'case.list': (input) => {
      const { page: read, ...shared } = list(input)
      return { ...shared, page: { ...read, total, rows: read.rows.map((row) => ({ ...row, matterName: '换了名称' })) } }
    },
  }
  await page.call('onShow')
  await page.untilText('换了名称')
  expect(page.all('.case').map(({ text }) => text.includes('换了名称'))).toEqual([true, true, true])
  expect(gateway.calls.map(({ input }) => (input as Input<'case.list'>).pageNo)).toEqual([1, 2])
  // A list that has become shorter is asked for no more pages than it has.
  total = 2
  await page.call('onShow')
  gateway.calls.length = 0
  await page.call('onShow')
  expect(gateway.calls).toHaveLength(1)
})

test('another list, or another identity, begins at its top', async () => {
  const page = await openCases()
  await page.call('onReachBottom')
  await page.untilText('共 3 件，已全部显示')
  gateway.calls.length = 0
  await page.emit('.identity-bar', 'change', {})
  await page.untilText('加载更多')
  await page.tapText('.tab', '办结件')
  await page.untilText('finished-1')
  expect(gateway.calls.map(({ input }) => (input as Input<'case.list'>).pageNo)).toEqual([1, 1])
})

test('a further page that failed says so and can be asked for again', async () => {
  const page = await openCases()
  gateway.handlers = { 'case.list': () => refuse({ code: 'UPSTREAM_UNAVAILABLE', retryable: true }) }
  await page.call('onReachBottom')
  await page.until(() => page.has('.more-failure'), 'the failure')
  expect(page.all('.case')).toHaveLength(2)
  gateway.handlers = { 'case.list': list }
  await page.emit('.more-failure', 'retry', {})
  await page.untilText('已全部显示')
})

test('another list explains itself; an empty one leads on', async () => {
  const page = await openCases()
  await page.tapText('.tab', '补证件')
  await page.untilText('现在没有需要您补充材料的办件')
  expect(page.text).toContain('窗口要求补充或更正材料，轮到您处理')
  await page.emit('.state', 'act', {})
  expect(phone.visits).toEqual([{ verb: 'switchTab', url: '/pages/matters/matters' }])
})

test('an answer for the list that was left does not show in the other', async () => {
  let release = (): void => undefined
  gateway.handlers = {
    'case.list': (input) =>
      input.category === 'processing' ? new Promise((resolve) => (release = () => resolve(list(input)))) : list(input),
  }
  const page = await openPage('pages/cases/cases')
  await page.until(() => gateway.calls.length === 1, 'the first call')
  await page.call('onCategoryTap', { currentTarget: { dataset: { category: 'finished' } } })
  await page.untilText('finished-1')
  release()
  await page.rest()
  await page.rest()
  expect(page.text).not.toContain('processing-1')
})

test('a failure is never an empty list; without a binding it leads to binding', async () => {
  gateway.handlers = { 'case.list': () => refuse({ code: 'NOT_BOUND', retryable: false }) }
  const page = await openPage('pages/cases/cases')
  await page.untilText('还没有绑定一网通账号')
  expect(page.text).toContain('去绑定账号')
  expect(page.text).not.toContain('现在没有正在办理的办件')
})

test('a case opens its progress', async () => {
  const page = await openCases()
  await page.emit('.case', 'select', { caseNo: 'processing-1' })
  expect(phone.visits).toEqual([
    { verb: 'navigateTo', url: '/packages/case/pages/progress/progress?caseNo=processing-1' },
  ])
})
