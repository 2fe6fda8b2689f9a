import type { Message } from '../../miniprogram/shared/domain/message'
import { startGateway, type Gateway } from '../support/gateway'
import { phone } from '../support/phone'
import type { Screen } from '../support/screen'
import { openPage, plugIn, renderComponent, unplug } from '../support/simulate'
import { calm } from '../../miniprogram/packages/declare/draft/save-text'
import { AS_PERSON, CASE, DRAFT, MATTER_PAGE, NURSE, PHOTO, PROGRESS } from './fixtures'

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

test('progress: whose turn it is has its button in the bar, beside the telephone', async () => {
  phone.storage.set('window.phone', '022-00000001')
  const status = { ...PROGRESS.status, turn: 'applicant' as const }
  const turn = { ...PROGRESS, status }
  gateway.handlers['case.open'] = () => ({ account: AS_PERSON, progress: turn, receipt: null })
  const page = await openPage('packages/case/pages/progress/progress', { caseNo: CASE.caseNo })
  await page.untilText('轮到您')
  expect(page.find('.turn').has('.turn-act')).toBe(false)
  expect(page.has('.ask')).toBe(true)
  await page.tap('.turn-act')
  await page.until(() => phone.visits.length > 0, 'the supplement')
  expect(phone.visits.at(-1)?.url).toContain('supplement')
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

test('the head of a form says what is still needed, and of saving only that it failed', () => {
  const head = (save: object) =>
    renderComponent('packages/declare/components/form-head/form-head', {
      ...{ at: 1, steps: 3, title: '学历教育', missing: 2, large: true, save },
    }).text
  expect(head(calm('已保存'))).toBe('1/3学历教育还需 2 项')
  expect(head({ ...calm('没有保存', '内容保留在手机上'), tone: 'warn' })).toContain('还需 2 项|没有保存')
})

test('a question has the telephone below it', async () => {
  gateway.handlers['matter.open'] = () => MATTER_PAGE
  const page = await openPage('packages/matter/pages/situation/situation', { matterId: 'SX-NURSE' })
  await page.untilText('注册类别？')
  await page.untilText('打电话问窗口')
})

const more = (page: Screen, list = '.few-more'): Promise<void> => page.find(list).tap('.few')

describe('five of a list, and five more when asked', () => {
  test('matters, across their topics; another search begins anew', async () => {
    const matter = (index: number) => ({ ...NURSE, matterId: `M-${index}`, theme: index < 3 ? '卫生健康' : '交通运输' })
    const matters = Array.from({ length: 12 }, (_, index) => matter(index))
    gateway.handlers['matter.list'] = () => ({ account: AS_PERSON, matters })
    const page = await openPage('pages/matters/matters')
    await page.untilText('再看 5 项')
    expect([page.all('.matter').length, page.all('.group-title').length]).toEqual([5, 2])
    await more(page)
    expect([page.all('.matter').length, page.text.includes('再看 2 项')]).toEqual([10, true])
    await page.tapText('.topic', '卫生健康')
    expect([page.all('.matter').length, page.text.includes('再看')]).toEqual([3, false])
    await page.tapText('.topic', '全部')
    expect(page.all('.matter')).toHaveLength(5)
  })

  test('messages, what is unread first', async () => {
    const message = (index: number): Message => ({
      messageId: String(index).padStart(40, '0'),
      caseNo: CASE.caseNo,
      matterName: '护士执业注册',
      kind: 'accepted',
      at: '2026-11-03T09:00:00+08:00',
      read: index >= 4,
      outdated: false,
    })
    gateway.handlers['inbox.open'] = () => ({
      account: AS_PERSON,
      messages: Array.from({ length: 8 }, (_, index) => message(index)),
      hasMore: true,
      unread: 4,
      unreadElsewhere: 0,
      reminders: [],
    })
    const page = await openPage('packages/account/pages/inbox/inbox')
    await page.untilText('再看 3 条')
    expect([page.all('.message').length, page.has('.more'), page.text.includes('更早')]).toEqual([5, false, true])
    await page.call('onReachBottom')
    expect(gateway.calls).toHaveLength(1)
    await more(page)
    expect([page.all('.message').length, page.has('.more')]).toEqual([8, true])
  })

  test('drafts', async () => {
    gateway.handlers['case.list'] = () => ({
      account: AS_PERSON,
      counts: { supplement: 0, processing: 0, finished: 0, promise: 0 },
      page: { total: 0, pageNo: 1, pageSize: 20, rows: [] },
      unfinished: Array.from({ length: 6 }, (_, index) => ({ ...DRAFT, draftId: `draft-${index}` })),
      category: 'processing',
    })
    const page = await openPage('pages/cases/cases')
    await page.untilText('再看 1 份')
    expect(page.all('.draft')).toHaveLength(5)
    await more(page, '.few-drafts')
    expect(page.all('.draft')).toHaveLength(6)
  })

  test('materials of a guide or a checklist', async () => {
    const materials = Array.from({ length: 7 }, (_, index) => ({ ...PHOTO, materialId: `CL-${index}` }))
    const list = renderComponent('packages/matter/components/material-list/material-list', {
      materials,
      first: 3,
      large: true,
    })
    await list.untilText('再看 2 项')
    expect(list.all('.material')).toHaveLength(5)
    await more(list)
    expect(list.all('.material')).toHaveLength(7)
  })

  test('rows of a table, a page each', async () => {
    const columns = [{ id: 'org', label: '单位', type: 'text' }]
    const table = renderComponent('packages/declare/components/field-table/field-table', {
      field: { id: 'resume', label: '经历', type: 'table', required: true, columns },
      value: Array.from({ length: 7 }, (_, index) => ({ org: `单位${index}` })),
    })
    await table.untilText('第 1–5 行，共 7 行')
    await table.tap('.table__forward')
    expect(table.all('.row')).toHaveLength(2)
  })

  test('what a zip lacks, and what is in it', async () => {
    const empty = (index: number) => ({
      materialId: `CL-${index}`,
      name: `材料${index}`,
      isForm: false,
      isPromised: false,
    })
    const materials = Array.from({ length: 8 }, (_, index) => ({ ...empty(index), files: [] }))
    gateway.handlers['archive.open'] = () => ({
      account: AS_PERSON,
      contents: { caseNo: CASE.caseNo, matterName: CASE.matterName, statusName: '已办结', materials },
    })
    const entries = Array.from({ length: 8 }, (_, index) => ({ index, folder: '', name: `${index}.pdf`, size: 300 }))
    gateway.handlers['archive.fetch'] = () => ({
      state: 'ready',
      archive: {
        archiveId: 'a'.repeat(32),
        fileName: '全部材料.zip',
        size: 2400,
        keptUntil: '2026-11-02T13:10:00+08:00',
        entries,
        total: 8,
      },
      lacks: { ok: true, value: [] },
    })
    const page = await openPage('packages/case/pages/archive/archive', { caseNo: CASE.caseNo })
    await page.untilText('再看 3 项')
    expect(page.all('.outside')).toHaveLength(5)
    await more(page)
    expect(page.all('.outside')).toHaveLength(8)
    await page.call('onPackTap')
    await page.untilText('还有 3 个')
    await page.call('onMoreTap')
    expect(page.all('.entry')).toHaveLength(8)
  })
})
