import type { Output } from '../../../miniprogram/shared/contract/actions'
import type { AskedNow } from '../../../miniprogram/shared/domain/case'
import { refuse, startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import { openPage, plugIn, unplug } from '../../support/simulate'
import type { Screen } from '../../support/screen'
import { AS_BOTH, AS_ENTERPRISE, AS_PERSON, CASE, PROGRESS } from '../fixtures'

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

const fold = (page: Screen, row: string) => page.find(row).tap('.fold')

const openProgress = (query: Record<string, string> = { caseNo: CASE.caseNo }) =>
  openPage('packages/case/pages/progress/progress', query)

test('shows the status, whose turn it is, the promised date and the steps', async () => {
  const page = await openProgress()
  await page.untilText('办理经过')
  expect(gateway.calls.map(({ input }) => input)).toEqual([{ caseNo: CASE.caseNo }])
  expect(page.text).toContain('轮到窗口：受理')
  expect(page.text).toContain('已提交，您不用做什么')
  await fold(page, '.time')
  expect(page.text).toContain('承诺办结：2026年11月16日')
  expect(page.text).toMatch(/申请提交(2026年)?11月2日 10:42/)
  expect(page.text).toContain('受理进行中')
})

test('a day ahead is said with its weekday; one that is over is not promised any more', async () => {
  const ahead = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  gateway.handlers = { 'case.open': () => ({ ...OPENED, progress: { ...PROGRESS, promisedFinishDate: ahead } }) }
  const page = await openProgress()
  await page.untilText('办理经过')
  expect(page.text).toMatch(/最晚 .*（周.）办好/)
  gateway.handlers = { 'case.open': () => OPENED }
  await page.call('onShow')
  await page.untilText('已经过了')
})

test('how far the office is in its days; without the count only the day', async () => {
  const guidance = { today: '2026-11-30', pace: { day: 3, of: 5, estimated: false } }
  gateway.handlers = { 'case.open': () => ({ ...OPENED, guidance }) }
  const page = await openProgress()
  await page.untilText('第 3 天，共 5 个工作日')
  expect(page.find('.pace-done').node.dom?.getAttribute('style')).toContain('60%')
  gateway.handlers = { 'case.open': () => OPENED }
  await page.call('onShow')
  await page.until(() => !page.has('.pace-done'), 'no count')
})

test('a pause is explained and the date called movable', async () => {
  const progress = {
    ...PROGRESS,
    status: { code: '28', name: '待补正', known: true, turn: 'applicant' as const },
    pauses: [{ reason: '等待补正', startedAt: '2026-11-05T09:00:00+08:00' }],
  }
  gateway.handlers = { 'case.open': () => ({ ...OPENED, progress }) }
  const page = await openProgress()
  await page.untilText('轮到您：补正材料')
  await fold(page, '.time')
  expect(page.text).toContain('现在暂停计时，日期会顺延')
  expect(page.text).toContain('暂停计时：等待补正，2026年11月5日 09:00 至今')
})

const MINE = {
  ...PROGRESS,
  stage: 'accepted' as const,
  status: { code: '28', name: '待补正', known: true, turn: 'applicant' as const },
}
const ASKED: AskedNow = {
  kind: 'supplement',
  deadline: '2099-12-03T17:00:00+08:00',
  workingDaysLeft: { days: 3, estimated: false },
  note: '请尽快补正',
  items: [
    { name: '护士执业证书', reason: '照片不清晰' },
    { name: '聘用证明', reason: '' },
  ],
}

test('my turn: what, until when, the officer’s words, one button, and the deadline for the calendar', async () => {
  const asked = { ok: true as const, value: [ASKED] }
  gateway.handlers = { 'case.open': () => ({ ...OPENED, progress: MINE, asked }) }
  const page = await openProgress()
  await page.untilText('轮到您：补正 2 项材料')
  expect(page.text).toContain('2099年12月3日 17:00 前')
  expect(page.text).toContain('还有 3 个工作日')
  expect(page.text).toContain('请尽快补正 护士执业证书：照片不清晰')
  expect(page.text).toContain('办理时间已暂停，您补交后接着算。')
  expect(page.text).toContain('受理等您处理')
  expect(page.find('.timeline').node.data['words']).toEqual(['受理', '补正', '承诺时限'])
  await page.tap('.calendar')
  expect(phone.calendar).toEqual([
    { title: '护士执业注册许可：去补正', start: Date.parse('2099-12-03T17:00:00+08:00') / 1000 },
  ])
  expect(phone.toasts).toEqual(['已记到手机日历，提前一天提醒'])
  await page.emit('.turn', 'act', {})
  expect(phone.visits.at(-1)?.url).toBe(`/packages/declare/pages/supplement/supplement?caseNo=${CASE.caseNo}`)
})

test('what is wanted could not be asked: the way to it stands all the same', async () => {
  const error = { code: 'UPSTREAM_UNAVAILABLE' as const, retryable: true }
  gateway.handlers = { 'case.open': () => ({ ...OPENED, progress: MINE, asked: { ok: false, error } }) }
  const page = await openProgress()
  await page.untilText('轮到您：补正材料')
  expect(page.text).toContain('期限和窗口的话没有取到')
  expect(page.has('.calendar')).toBe(false)
})

test('overdue says so, and nothing goes into the calendar; a calendar that says no is no event', async () => {
  const late = { ...ASKED, deadline: '2026-11-02T17:00:00+08:00' }
  const asked = { ok: true as const, value: [late] }
  gateway.handlers = { 'case.open': () => ({ ...OPENED, progress: MINE, asked }) }
  const page = await openProgress()
  await page.untilText('补正期限已过')
  expect(page.text).toContain('已过期')
  expect(page.has('.calendar')).toBe(false)
})

describe('what was promised is due', () => {
  const node = { seq: 90, name: '承诺补证', state: 'current' as const, promise: true as const }
  const due = { ...PROGRESS, promiseDue: true as const, nodes: [...PROGRESS.nodes, node] }
  const promise: AskedNow = { ...ASKED, kind: 'promise', items: [{ name: '健康证明', reason: '承诺后补的材料' }] }
  const openPromise = (deadline = ASKED.deadline) => {
    const asked = { ok: true as const, value: [{ ...promise, ...(deadline === undefined ? {} : { deadline }) }] }
    gateway.handlers = { 'case.open': () => ({ ...OPENED, progress: due, asked }) }
    return openProgress()
  }

  test('by name, what follows when it is not kept, and the case goes on beside it', async () => {
    const page = await openPromise()
    await page.untilText('轮到您：补交承诺的 1 项材料')
    expect(page.find('.turn').text).toContain('您承诺过后补健康证明 窗口说：请尽快补正')
    expect(page.find('.turn').text).toContain('到期没有补交的，窗口可能退回申请、不予许可，或者撤销已作出的决定。')
    expect(page.find('.standing').text).toContain('办理和您的补交同时进行')
    expect(page.text).not.toContain('您不用做什么')
    expect(page.text).toContain('承诺补证等您补交')
  })

  test('late, nobody is sent to an upload that is refused', async () => {
    const page = await openPromise('2026-11-02T17:00:00+08:00')
    await page.untilText('轮到您：承诺补交已过期')
    expect(page.find('.turn').text).toContain('还没有补的健康证明')
    expect(page.find('.turn').text).toContain('看看怎么办')
    expect(page.find('.turn').text).toContain('一网通不再接收，请打电话问窗口怎么补。')
    expect(page.find('.turn').text).toContain('现在还没有收到这样的通知')
  })
})

test('pulled down it is read again, and WeChat is told', async () => {
  const page = await openProgress()
  await page.untilText('办理经过')
  await page.call('onPullDownRefresh')
  expect(gateway.calls).toHaveLength(2)
  expect(phone.pullDowns).toBe(1)
})

test('an unknown status is shown as it came, without a guess', async () => {
  const status = { code: '77', name: '专家评审中', known: false, turn: 'unknown' as const }
  gateway.handlers = { 'case.open': () => ({ ...OPENED, progress: { ...PROGRESS, status } }) }
  const page = await openProgress()
  await page.untilText('专家评审中')
  expect(page.text).toContain('请以窗口答复为准')
})

describe('refused', () => {
  const step = (name: string, opinion?: string) => ({
    seq: 9,
    name,
    state: 'done' as const,
    endedAt: '2026-11-20T10:00:00+08:00',
    ...(opinion === undefined ? {} : { opinion }),
  })
  const serveRefusal = (stage: 'refused' | 'notAccepted', name: string, nodes: readonly ReturnType<typeof step>[]) => {
    const status = { code: '40', name, known: true, turn: 'nobody' as const }
    const documents = [{ name: `${name}决定书`, documentId: 'doc-1' }]
    const guidance = { today: '2026-11-30', window: { address: '综合窗口', phone: '022-00000018' } }
    const evaluation = { ok: true as const, value: { state: 'open' as const } }
    const progress = { ...PROGRESS, stage, status, documents, nodes }
    gateway.handlers = { 'case.open': () => ({ ...OPENED, progress, guidance, evaluation }) }
  }

  test('what came out, the officer’s reason, and what can be done now; nothing else is blue', async () => {
    serveRefusal('refused', '不予许可', [step('收件', '已收件'), step('决定', '学历证书与执业类别不符')])
    const page = await openProgress()
    await page.untilText('没有批准')
    expect(page.find('.standing').text).toContain(`${PROGRESS.matterName} · 11月20日 不予许可`)
    expect(page.find('.standing').text).toContain('窗口写的理由学历证书与执业类别不符')
    expect(page.find('.next').text).toContain('问窗口怎么改022-00000018')
    expect(page.all('.call')).toHaveLength(1)
    expect(page.find('.rate').node.data['variant']).toBe('outline')
    await page.tap('.archive')
    await page.tap('.guide')
    expect(phone.visits.map(({ url }) => url.split('?')[0])).toEqual([
      '/packages/case/pages/archive/archive',
      '/packages/matter/pages/guide/guide',
    ])
    expect(page.find('.remedies').text).toContain('这里不能代您提出')
    expect(page.find('.remedies').text).not.toContain('行政复议法第二十条')
    await page.find('.basis').tap('.fold')
    expect(page.find('.remedies').text).toContain('行政复议法第二十条')
  })

  test('an earlier step’s opinion is not taken for the reason', async () => {
    serveRefusal('notAccepted', '不予受理', [step('收件', '已收件'), step('受理', '不予受理')])
    const page = await openProgress()
    await page.untilText('没有受理，不等于不能办')
    expect(page.find('.standing').text).not.toContain('已收件')
    expect(page.find('.standing').text).toContain('理由写在下面的文书里。')
  })
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
  await page.untilText('没有送达：照片1.jpg')
  await fold(page, '.receipt')
  expect(page.text).toContain('附件已送达 1/2')
})

test('the guide is away: the window’s telephone is the one that this phone saw last', async () => {
  phone.storage.set('window.phone', '022-00000009')
  const page = await openProgress()
  await page.untilText('有疑问，问窗口022-00000009')
  await page.find('.call').find('.call').tap('.link-row')
  expect(phone.called).toEqual(['022-00000009'])
})

test('how it is taken back: not here, and what to say on the telephone', async () => {
  gateway.handlers = { 'case.open': () => ({ ...OPENED, progress: { ...PROGRESS, stage: 'accepted' as const } }) }
  const page = await openProgress()
  await page.untilText('想撤回申请')
  await fold(page, '.withdraw')
  expect(page.find('.withdraw').text).toContain('这里不能撤回')
  expect(page.find('.withdraw').text).toContain(`打电话时说这三样申请人申请时填的姓名或单位名称办件号${CASE.caseNo}`)
})

test('copies the case number', async () => {
  const page = await openProgress()
  await page.untilText('办件号')
  await fold(page, '.receipt')
  expect(page.text).toContain(CASE.caseNo)
  await page.tap('.copy')
  expect(phone.clipboard).toBe(CASE.caseNo)
  expect(phone.toasts).toEqual(['已复制办件号'])
})

test('another citizen’s case looks like one that does not exist', async () => {
  gateway.handlers = { 'case.open': () => refuse({ code: 'NOT_FOUND', retryable: false }) }
  const page = await openProgress()
  await page.untilText('没有找到这项内容')
  expect(page.text).not.toContain(CASE.caseNo)
})

test('a case of my other identity, opened from a message: says whose it may be, switches, and shows it', async () => {
  gateway.handlers = {
    'case.open': () => refuse({ code: 'NOT_FOUND', retryable: false }),
    'account.get': () => AS_BOTH,
    'account.switch': () => AS_ENTERPRISE,
  }
  const page = await openProgress()
  await page.untilText('这件可能属于企业“天津虚构医疗服务有限公司”，切换后再看')
  gateway.handlers['case.open'] = () => ({ ...OPENED, account: AS_ENTERPRISE })
  await page.find('.state').find('.page-failure').tap('.failure-switch')
  await page.untilText('轮到窗口：受理')
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
