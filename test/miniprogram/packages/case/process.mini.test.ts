import { processView } from '../../../../miniprogram/packages/case/pages/progress/process-view'
import type { CaseGuidance, CaseProgress, CaseStage } from '../../../../miniprogram/shared/domain/case'
import { startGateway, type Gateway } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import { openPage, plugIn, unplug } from '../../../support/simulate'
import { AS_PERSON, CASE, PROGRESS } from '../../fixtures'

const WINDOW = {
  address: '虚构大道 1 号综合窗口',
  phone: '022-00000001',
  booking: { phone: '022-00000003', note: '可以打电话预约' },
  position: { latitude: 39.08, longitude: 117.1 },
} as const
const GUIDANCE: CaseGuidance = { today: '2026-11-10', window: WINDOW, isLicence: true }

const at = (stage: CaseStage, more: Partial<CaseProgress> = {}, guidance: CaseGuidance = GUIDANCE) =>
  processView({ progress: { ...PROGRESS, stage, ...more }, guidance })

test('before acceptance no clock runs, and it can be withdrawn', () => {
  const { clock, withdraw, remedies } = at('received')
  expect(clock).toEqual(['还没有受理，办理时限从受理那天算起。'])
  expect(withdraw?.text).toContain('拨打窗口电话 022-00000001')
  expect(withdraw?.say.map(({ text }) => text)).toEqual([
    '申请时填的姓名或单位名称',
    CASE.caseNo,
    '撤回申请，并说明原因',
  ])
  expect(remedies).toBeNull()
})

test('awaited papers say where they go', () => {
  expect(at('received', { papersAwaited: true }).clock.join()).toContain('交到办理窗口：虚构大道 1 号综合窗口')
})

test('five days: the date with its article, another sentence once it has passed', () => {
  const due = (date: string, estimated = false) => ({ ...GUIDANCE, gapsToldBy: { date, estimated } })
  const before = at('received', {}, due('2026-11-10')).law[0]
  expect(before).toContain('最迟 2026年11月10日，一次告诉您要补什么')
  expect(before).toContain('行政许可法第三十二条，按 2019-04-23 的文本')
  expect(at('received', {}, due('2026-11-09')).clock[1]).toContain('依法从收到申请之日起就算受理')
  expect(at('received', {}, due('2027-02-01', true)).law[0]).toContain('放假安排还没有公布')
})

test('the promised day is over: the phone; the statutory one too: 复议 first', () => {
  const past = { promisedFinishDate: '2026-11-09', statutoryFinishDate: '2026-11-10' }
  expect(at('accepted', past).clock).toEqual([
    '已过承诺办结日期，还没有办结。可以拨打窗口电话 022-00000001，报办件号问办到哪一步了。',
  ])
  expect(at('accepted', { ...past, statutoryFinishDate: '2026-11-09' }).clock[1]).toContain('可以先申请行政复议')
  expect(at('accepted', { ...past, promisedFinishDate: '2026-11-10' }).clock).toEqual([])
  const pauses = [{ reason: '等待补正', startedAt: '2026-11-05T09:00:00+08:00' }]
  expect(at('accepted', { ...past, pauses }).clock).toEqual([])
  // Decided, not handed over yet: late, but there is a decision.
  expect(at('decided', { ...past, statutoryFinishDate: '2026-11-09' }).clock).toHaveLength(1)
  const over = { code: '90', name: '已办结', known: true, turn: 'nobody' } as const
  expect(at('decided', { ...past, status: over }).clock).toEqual([])
})

test.each(['refused', 'notAccepted'] as const)('%s: what can be done, until when, by which article', (stage) => {
  const { remedies, withdraw } = at(stage)
  const text = remedies?.basis.join()
  expect(remedies?.ways.map(({ name, until }) => name + until)).toEqual([
    '行政复议知道这个决定之日起 60 日内',
    '行政诉讼知道这个决定之日起 6 个月内',
  ])
  for (const part of [
    '60 日内申请（行政复议法第二十条，按 2023-09-01 的文本）',
    '6 个月内起诉（行政诉讼法第四十六条，按 2017-06-27 的文本）',
    '15 日内起诉',
  ]) {
    expect(text).toContain(part)
  }
  expect(text).toContain(stage === 'refused' ? '不予许可' : '不予受理')
  expect(withdraw).toBeNull()
})

test('an unknown stage, or an answer of an older release, says nothing of it', () => {
  expect(at('unknown')).toMatchObject({ clock: [], law: [], remedies: null, withdraw: null })
  expect(processView({ progress: PROGRESS })).toEqual({
    clock: [],
    law: [],
    remedies: null,
    withdraw: null,
    office: null,
  })
})

describe('on the page', () => {
  let gateway: Gateway
  beforeAll(async () => {
    gateway = await startGateway()
  })
  afterAll(() => gateway.close())
  beforeEach(() => {
    const progress = { ...PROGRESS, stage: 'received' as const }
    gateway.handlers = { 'case.open': () => ({ account: AS_PERSON, progress, receipt: null, guidance: GUIDANCE }) }
    plugIn({ gateway: gateway.url })
  })
  afterEach(unplug)

  test('the window is dialled, booked, found on the map, and its address copied', async () => {
    const page = await openPage('packages/case/pages/progress/progress', { caseNo: CASE.caseNo })
    await page.untilText('办理窗口的地址和电话')
    await page.find('.window').tap('.fold')
    await page.untilText('虚构大道 1 号综合窗口')
    expect(page.text).toContain('还没有受理')
    expect(page.text).toContain('预约：可以打电话预约')
    const office = page.find('.office-window')
    await office.tap('.dial')
    await office.tap('.dial-booking')
    expect(phone.called).toEqual(['022-00000001', '022-00000003'])
    await office.tap('.map')
    await page.until(() => phone.opened.length > 0, 'the map')
    expect(phone.opened).toEqual(['map 39.08,117.1 办理窗口'])
    await office.tap('.copy-address')
    expect(phone.clipboard).toBe('虚构大道 1 号综合窗口')
  })

  test('without a position there is no map, only the address', async () => {
    const { address, phone: number } = WINDOW
    const window = { address, phone: number }
    gateway.handlers = {
      'case.open': () => ({ account: AS_PERSON, progress: PROGRESS, receipt: null, guidance: { ...GUIDANCE, window } }),
    }
    const page = await openPage('packages/case/pages/progress/progress', { caseNo: CASE.caseNo })
    await page.untilText('办理窗口的地址和电话')
    await page.find('.window').tap('.fold')
    await page.untilText('虚构大道 1 号综合窗口')
    const office = page.find('.office-window')
    expect([office.has('.map'), office.has('.copy-address'), office.has('.dial-booking')]).toEqual([false, true, false])
  })
})
