import { startGateway, type Gateway } from '../support/gateway'
import { phone } from '../support/phone'
import { openPage, plugIn, unplug } from '../support/simulate'
import { AS_PERSON, CASE, PROGRESS } from './fixtures'

/** 关怀模式: fewer choices on a screen, and every one of them still there. */

let gateway: Gateway

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.handlers = {}
  gateway.calls.length = 0
  plugIn({ gateway: gateway.url })
  phone.storage.set('look.size', 'large')
  phone.storage.set('window.phone', '022-00000001')
})
afterEach(unplug)

test('cases have no tabs: the open list says whose turn it is, the others are rows, the citizen’s own first', async () => {
  gateway.handlers['case.list'] = ({ category = 'processing' }) => ({
    account: AS_PERSON,
    counts: { supplement: 0, processing: 3, finished: 2, promise: 1 },
    page: { total: 1, pageNo: 1, pageSize: 20, rows: [CASE] },
    unfinished: [],
    category,
  })
  const page = await openPage('pages/cases/cases')
  await page.untilText('窗口在办')
  expect(page.has('.tab')).toBe(false)
  expect(page.all('.other').map(({ node }) => node.data['title'])).toEqual([
    '等您补交承诺的材料：1 件',
    '已经结束：2 件',
  ])
  // Its number is on its own page.
  expect(page.find('.case').text).not.toContain(CASE.caseNo)
  await page.tapText('.other', '已经结束')
  await page.untilText('窗口在办：3 件')
  expect(gateway.calls.at(-1)?.input).toMatchObject({ category: 'finished' })
})

test('progress: what to do, the steps and all else folded, the telephone in the bar', async () => {
  gateway.handlers['case.open'] = () => ({ account: AS_PERSON, progress: PROGRESS, receipt: null })
  const page = await openPage('packages/case/pages/progress/progress', { caseNo: CASE.caseNo })
  await page.untilText('看办理经过')
  expect(page.text).not.toContain('申请提交')
  expect(page.text).not.toContain('下载全部材料')
  await page.find('.timeline').find('.course').tap('.fold')
  expect(page.text).toContain('申请提交')
  await page.find('.more').tap('.fold')
  await page.tap('.archive')
  expect(phone.visits.at(-1)?.url).toContain('/archive/archive')
  await page.tap('.ask')
  expect(phone.called).toEqual(['022-00000001'])
})

test('login: two fields and one button; what becomes of the data is a row', async () => {
  const page = await openPage('packages/account/pages/bind/bind')
  expect([page.has('.cancel'), page.text.includes('不会保存')]).toEqual([false, false])
  await page.find('.use-fold').tap('.fold')
  expect(page.text).toContain('不会保存')
})

test('rating: words, no stars; reasons are folded, and open where one is wanted', async () => {
  const level = (score: number, name: string, reasonRequired: boolean) => {
    return { score, name, reasonRequired, options: [{ code: `${score}1`, name: `${name}的原因` }] }
  }
  gateway.handlers['evaluation.open'] = () => ({
    account: AS_PERSON,
    case: { caseNo: CASE.caseNo, matterName: CASE.matterName, statusName: '已办结', isFinished: true },
    evaluation: { state: 'open' },
    choices: { ok: true, value: { levels: [level(5, '非常满意', false), level(2, '不满意', true)], maxOptions: 3 } },
  })
  const page = await openPage('packages/case/pages/rating/rating', { caseNo: CASE.caseNo })
  await page.untilText('非常满意')
  expect(page.has('.star')).toBe(false)
  await page.tapText('.level', '非常满意')
  expect(page.text).toContain('想说原因（可以不写）')
  expect(page.text).not.toContain('非常满意的原因')
  await page.find('.why-fold').tap('.fold')
  await page.tapText('.reason-option', '非常满意的原因')
  expect(page.text).toContain('✓ 非常满意的原因')
  await page.call('onCommentInput', { detail: { value: '很快' } })
  await page.find('.why-fold').tap('.fold')
  await page.find('.why-fold').tap('.fold')
  expect(page.node.data['comment']).toBe('很快')
  await page.find('.why-fold').tap('.fold')
  await page.tapText('.level', '不满意')
  await page.untilText('不满意的原因')
})
