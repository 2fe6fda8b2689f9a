import type { Input, Output } from '../../../miniprogram/shared/contract/actions'
import type { CaseBrief } from '../../../miniprogram/shared/domain/case'
import { refuse, startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import { openPage, plugIn, unplug } from '../../support/simulate'
import { AS_BOTH, AS_ENTERPRISE, CASE, DRAFT } from '../fixtures'

let gateway: Gateway

const COUNTS = { supplement: 0, processing: 3, finished: 1, promise: 0 }

/** Two rows a page, as many as the counts say. */
function list({ category = 'processing', pageNo }: Input<'case.list'>): Output<'case.list'> {
  const total = category === 'processing' ? 3 : category === 'finished' ? 1 : 0
  const all = Array.from({ length: total }, (_, index) => ({ ...CASE, caseNo: `${category}-${index + 1}` }))
  const rows = all.slice((pageNo - 1) * 2, pageNo * 2)
  return {
    account: AS_BOTH,
    counts: COUNTS,
    page: { total, pageNo, pageSize: 2, rows },
    unfinished: [DRAFT],
    category,
  }
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
  expect(page.all('.tab').map(({ text }) => text)).toEqual(['补证 0', '在办 3', '承诺补证 0', '办结 1'])
  expect(page.text).toContain('在办件：正在办理，等待窗口处理')
  expect(page.text).toContain('尚未提交')
  // One call, in which nobody has chosen a list.
  expect(gateway.calls.map(({ input }) => input)).toEqual([{ pageNo: 1, partly: true }])
})

describe('the provider does not answer', () => {
  const error = { code: 'UPSTREAM_UNAVAILABLE' as const, retryable: true, requestId: 'req-part' }
  const silent = (input: Input<'case.list'>): Output<'case.list'> => {
    const { category: _category, ...answer } = list(input)
    return {
      ...answer,
      counts: { ...COUNTS, processing: 0, finished: 0 },
      page: { ...answer.page, rows: [] },
      failed: error,
    }
  }

  test('my drafts stand, the list says why it is not there, and comes when it is asked again', async () => {
    gateway.handlers = { 'case.list': silent }
    const page = await openPage('pages/cases/cases')
    await page.untilText('办件没有取到：一网通暂时没有响应')
    expect(page.all('.draft')).toHaveLength(1)
    expect(page.all('.tab')).toEqual([])
    expect(page.text).not.toContain('现在没有')
    gateway.handlers = { 'case.list': list }
    await page.find('.list-failure').tap('.failure-retry')
    await page.untilText('processing-1')
    expect(page.has('.list-failure')).toBe(false)
  })

  test('refreshed, what was there stays beneath the notice', async () => {
    const page = await openCases()
    gateway.handlers = { 'case.list': silent }
    await page.call('onShow')
    await page.untilText('办件没有取到')
    expect(page.text).toContain('processing-1')
    expect(page.all('.tab')[1]?.text).toBe('在办 3')
  })
})

test('what waits for me: its day and its button; the other lists are a quiet row away', async () => {
  const asked: CaseBrief = {
    ...CASE,
    caseNo: 'GX28',
    status: { code: '28', name: '待补正', known: true, turn: 'applicant' },
    supplementDeadline: '2099-12-03T17:00:00+08:00',
    workingDaysLeft: { days: 3, estimated: false },
  }
  gateway.handlers = {
    'case.list': ({ category = 'supplement', pageNo }) =>
      category === 'supplement'
        ? {
            ...list({ category, pageNo }),
            counts: { ...COUNTS, supplement: 1 },
            page: { total: 1, pageNo, pageSize: 2, rows: [asked] },
          }
        : list({ category, pageNo }),
  }
  const page = await openPage('pages/cases/cases')
  await page.untilText('2099年12月3日 17:00 前')
  expect(page.text).toContain('还有 3 个工作日')
  await page.emit('.case', 'begin', { caseNo: 'GX28' })
  await page.emit('.case', 'select', { caseNo: 'GX28' })
  expect(phone.visits.map(({ url }) => url)).toEqual([
    '/packages/declare/pages/supplement/supplement?caseNo=GX28',
    '/packages/case/pages/progress/progress?caseNo=GX28',
  ])
  await page.tapText('.other', '在办 3 件')
  await page.untilText('processing-1')
})

test('pulled down it is read again, and WeChat is told', async () => {
  const page = await openCases()
  await page.call('onPullDownRefresh')
  expect(gateway.calls).toHaveLength(2)
  expect(phone.pullDowns).toBe(1)
})

test('reads further pages when the end is reached, each row once', async () => {
  const page = await openCases()
  await page.call('onReachBottom')
  await page.until(() => page.all('.case').length === 3, 'all rows')
  await page.call('onReachBottom')
  expect(page.all('.case')).toHaveLength(3)
  expect(gateway.calls.map(({ input }) => (input as Input<'case.list'>).pageNo)).toEqual([1, 2])
})

test('who comes back finds as many rows as were loaded, each as it is now', async () => {
  const page = await openCases()
  await page.call('onReachBottom')
  await page.until(() => page.all('.case').length === 3, 'all rows')
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
  await page.until(() => page.all('.case').length === 3, 'all rows')
  gateway.calls.length = 0
  gateway.handlers = {
    'case.list': () => refuse({ code: 'FORBIDDEN', retryable: false }),
    'account.switch': () => AS_ENTERPRISE,
  }
  await page.call('onShow')
  await page.untilText('切换身份')
  gateway.calls.length = 0
  gateway.handlers['case.list'] = (input: Input<'case.list'>) => ({ ...list(input), account: AS_ENTERPRISE })
  await page.find('.state').find('.page-failure').tap('.failure-switch')
  await page.untilText('加载更多')
  await page.tapText('.tab', '办结')
  await page.untilText('finished-1')
  const asked = gateway.calls.filter(({ action }) => action === 'case.list').map(({ input }) => input)
  expect(asked).toEqual([
    { pageNo: 1, partly: true },
    { category: 'finished', pageNo: 1, partly: true },
  ])
})

test('a further page that failed says so and can be asked for again', async () => {
  const page = await openCases()
  gateway.handlers = { 'case.list': () => refuse({ code: 'UPSTREAM_UNAVAILABLE', retryable: true }) }
  await page.call('onReachBottom')
  await page.until(() => page.has('.more-failure'), 'the failure')
  expect(page.all('.case')).toHaveLength(2)
  gateway.handlers = { 'case.list': list }
  await page.emit('.more-failure', 'retry', {})
  await page.until(() => page.all('.case').length === 3, 'all rows')
})

test('another list explains itself; an empty one leads on', async () => {
  const page = await openCases()
  await page.tapText('.tab', '补证')
  await page.untilText('现在没有需要您补充材料的办件')
  expect(page.text).toContain('补证件：窗口要您补充或更正材料')
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
