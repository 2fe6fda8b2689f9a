import type { Output } from '../../../miniprogram/shared/contract/actions'
import type { EvaluationState } from '../../../miniprogram/shared/domain/evaluation'
import { refuse, startGateway, type Gateway } from '../../support/gateway'
import { keeps, phone } from '../../support/phone'
import { openPage, plugIn, unplug } from '../../support/simulate'
import { AS_BOTH, AS_ENTERPRISE, CASE } from '../fixtures'

const LEVELS = [
  { score: 5, name: '非常满意', reasonRequired: false, options: [{ code: '510', name: '一窗受理一次办结' }] },
  {
    score: 2,
    name: '不满意',
    reasonRequired: true,
    options: [
      { code: '207', name: '没有提供材料样本' },
      { code: '209', name: '未在承诺时间内办结' },
    ],
  },
]
const GIVEN: EvaluationState = {
  state: 'given',
  given: {
    score: 2,
    scoreName: '不满意',
    options: [{ code: '209', name: '未在承诺时间内办结' }],
    comment: '等了一个月。',
    evaluatedAt: '2026-11-20T10:00:00+08:00',
    reply: { content: '抱歉，已经整改。', repliedAt: '2026-11-21T09:00:00+08:00' },
  },
}

let gateway: Gateway
let opened: Output<'evaluation.open'>

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  opened = {
    account: AS_BOTH,
    case: {
      caseNo: CASE.caseNo,
      matterName: CASE.matterName,
      statusName: '已办结',
      isFinished: true,
      rateBy: '2026-12-13',
    },
    evaluation: { state: 'open' },
    choices: { ok: true, value: { levels: LEVELS, maxOptions: 10 } },
  }
  gateway.calls.length = 0
  gateway.handlers = { 'evaluation.open': () => opened, 'evaluation.submit': () => ({ evaluation: GIVEN }) }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

const open = () => openPage('packages/case/pages/rating/rating', { caseNo: CASE.caseNo })
const submits = () => gateway.calls.filter(({ action }) => action === 'evaluation.submit').map(({ input }) => input)

test('nothing is chosen at first, and nothing is sent without a choice', async () => {
  const page = await open()
  await page.untilText('这次办事，您满意吗？')
  expect(page.text).toContain('2026年12月13日前可以评价')
  expect(page.has('.option-on')).toBe(false)
  expect(page.text).not.toContain('想说的话')
  await page.call('onSubmitTap')
  await page.untilText('请先选择满意程度')
  expect(submits()).toEqual([])
})

test('a bad rating needs a reason; it is confirmed, sent once, and shown as the provider has it', async () => {
  const page = await open()
  await page.untilText('不满意')
  await page.tapText('.level', '不满意')
  await page.untilText('请告诉我们哪里没有做好')
  await page.call('onSubmitTap')
  await page.untilText('选择“不满意”时，请至少选一条原因，或写几句话')
  await page.tapText('.reason-option', '未在承诺时间内办结')
  await page.type('.words', '等了三个月。')
  await Promise.all([page.call('onSubmitTap'), page.call('onSubmitTap')])
  await page.untilText('已评价')
  expect(phone.modals.at(-1)?.content).toContain('提交后不能修改')
  expect(submits()).toEqual([{ caseNo: CASE.caseNo, score: 2, optionCodes: ['209'], comment: '等了三个月。' }])
  // Read back: not what was typed.
  expect(page.text).toContain('等了一个月。')
  expect(page.text).toContain('办事部门的回复抱歉，已经整改。')
  expect(page.has('.submit')).toBe(false)
})

test('another level forgets the reasons of the one before', async () => {
  const page = await open()
  await page.untilText('不满意')
  await page.tapText('.level', '不满意')
  await page.tapText('.reason-option', '没有提供材料样本')
  expect(page.all('.option-on')).toHaveLength(2)
  await page.type('.words', '前半段很快')
  await page.tapText('.level', '非常满意')
  expect(page.all('.option-on').map(({ text }) => text)).toEqual(['非常满意'])
  expect(page.text).toContain('已写 5 字')
  expect(page.text).toContain('可以选，也可以不选')
})

test('cancelling the question sends nothing', async () => {
  phone.agrees = false
  const page = await open()
  await page.untilText('非常满意')
  await page.tapText('.level', '非常满意')
  await page.call('onSubmitTap')
  expect(submits()).toEqual([])
  expect(page.has('.submit')).toBe(true)
})

test.each<[EvaluationState, boolean, string]>([
  [{ state: 'confirming', since: '2026-11-20T10:00:00+08:00' }, true, '请不要重复提交'],
  [{ state: 'closed' }, false, '办结后才能评价'],
  [{ state: 'closed' }, true, '评价期限已过'],
])('%j, finished %s: says so and offers no choice', async (evaluation, isFinished, text) => {
  opened = { ...opened, evaluation, case: { ...opened.case, isFinished, statusName: '审查中' } }
  const page = await open()
  await page.untilText(text)
  expect(page.has('.level')).toBe(false)
  expect(page.has('.submit')).toBe(false)
})

test('options that did not come are a failure with a retry, never an empty list', async () => {
  opened = { ...opened, choices: { ok: false, error: { code: 'UPSTREAM_UNAVAILABLE', retryable: true } } }
  const page = await open()
  await page.untilText('评价选项没有取到')
  expect(page.has('.submit')).toBe(false)
})

test('a refusal stays on the page with what was chosen', async () => {
  gateway.handlers['evaluation.submit'] = () =>
    refuse({ code: 'INVALID_INPUT', retryable: false, message: '请至少选一条原因，或写几句话' })
  const page = await open()
  await page.untilText('非常满意')
  await page.tapText('.level', '非常满意')
  await page.call('onSubmitTap')
  await page.untilText('请至少选一条原因，或写几句话')
  expect(page.find('.option-on').text).toContain('非常满意')
})

describe.each(['NETWORK', 'INTERNAL', 'UPSTREAM_UNAVAILABLE', 'OUTCOME_UNKNOWN'] as const)('%s', (code) => {
  /** Rates, gets no clear answer, and finds `state` (or nobody who answers) when it asks. */
  const rated = async (state: EvaluationState | 'nobody answers') => {
    const page = await open()
    await page.untilText('非常满意')
    await page.tapText('.level', '非常满意')
    gateway.handlers['evaluation.submit'] = () => refuse({ code, retryable: true })
    gateway.handlers['evaluation.open'] = () =>
      state === 'nobody answers'
        ? refuse({ code: 'UPSTREAM_UNAVAILABLE', retryable: true })
        : { ...opened, evaluation: state }
    await page.call('onSubmitTap')
    return page
  }

  test('may have arrived: 结果确认中, and nothing is sent again', async () => {
    const page = await rated({ state: 'confirming', since: '2026-11-20T10:00:00+08:00' })
    await page.untilText('您的评价在 2026年11月20日 10:00 提交')
    expect(page.text).toContain('请不要重复提交')
    expect(page.has('.part-failure')).toBe(false)
    expect(page.has('.submit')).toBe(false)
  })

  test('nobody can say it now either: still 结果确认中, and it can be asked again', async () => {
    const page = await rated('nobody answers')
    await page.untilText('结果确认中')
    expect(page.has('.submit')).toBe(false)
    gateway.handlers['evaluation.open'] = () => ({ ...opened, evaluation: GIVEN })
    await page.tap('.recheck')
    await page.untilText('已评价')
    expect(submits()).toHaveLength(1)
  })

  test('it did not arrive: says what failed, and keeps what was chosen', async () => {
    const page = await rated({ state: 'open' })
    await page.until(() => page.has('.part-failure'), 'the failure')
    expect(page.find('.option-on').text).toContain('非常满意')
    expect(page.has('.submit')).toBe(true)
  })
})

test('another citizen’s case looks like one that does not exist', async () => {
  gateway.handlers['evaluation.open'] = () => refuse({ code: 'NOT_FOUND', retryable: false })
  const page = await open()
  await page.untilText('没有找到这项内容')
})

test('after a switch of identity nothing of the other one stays on the page', async () => {
  const page = await open()
  await page.untilText('这次办事，您满意吗？')
  gateway.handlers['evaluation.open'] = () => refuse({ code: 'NOT_FOUND', retryable: false })
  gateway.handlers['account.switch'] = () => AS_ENTERPRISE
  await page.call('load')
  await page.find('.state').find('.page-failure').tap('.failure-switch')
  await page.until(() => gateway.calls.filter(({ action }) => action === 'evaluation.open').length === 3, 'the page')
  await page.untilText('没有找到这项内容')
  expect(page.text).not.toContain(CASE.matterName)
})

describe('what was typed and not sent', () => {
  const typed = async () => {
    const page = await open()
    await page.untilText('不满意')
    await page.tapText('.level', '不满意')
    await page.tapText('.reason-option', '未在承诺时间内办结')
    await page.type('.words', '等了三个月。')
    return page
  }

  test('is there again after the mini-program was closed, in no plain text, and gone once it was sent', async () => {
    await typed()
    expect(keeps('words.person')).toBe(true)
    expect(phone.storage.has('words.person')).toBe(false)
    const page = await open()
    await page.untilText('已写 6 字')
    expect(page.all('.option-on').map(({ text }) => text)).toEqual(['不满意', '✓ 未在承诺时间内办结'])
    expect(page.node.data['comment']).toBe('等了三个月。')
    await page.call('onSubmitTap')
    await page.untilText('已评价')
    expect(submits()).toEqual([{ caseNo: CASE.caseNo, score: 2, optionCodes: ['209'], comment: '等了三个月。' }])
    await page.until(() => !keeps('words.person'), 'the words to be forgotten')
  })

  test('of a reason that is no longer offered nothing is sent unseen', async () => {
    await typed()
    const [good, bad] = LEVELS
    if (!good || !bad) throw new Error('no levels')
    opened = { ...opened, choices: { ok: true, value: { levels: [good, { ...bad, options: [] }], maxOptions: 10 } } }
    const page = await open()
    await page.untilText('已写 6 字')
    await page.call('onSubmitTap')
    await page.untilText('已评价')
    expect(submits()).toMatchObject([{ optionCodes: [], comment: '等了三个月。' }])
  })

  test('is said to be unsafe when the phone does not keep it', async () => {
    phone.storageFull = true
    const page = await typed()
    await page.untilText('没有存在手机上，请提交以后再离开这一页')
  })

  test('is never cut: too many words say how many', async () => {
    const page = await typed()
    await page.type('.words', `${'慢'.repeat(502)}𠮷`)
    await page.untilText('已写 503 字，最多 500 字，多出 3 字，请缩短')
    await page.call('onSubmitTap')
    await page.untilText('想说的话最多 500 个字，多了 3 个字，请缩短')
    expect(submits()).toEqual([])
  })

  test('stands in its box again when the answer got lost and nothing had arrived', async () => {
    const page = await typed()
    gateway.handlers['evaluation.submit'] = () => refuse({ code: 'OUTCOME_UNKNOWN', retryable: false })
    await page.call('onSubmitTap')
    await page.untilText('一网通没有收到，请再提交一次')
    expect(page.node.data['comment']).toBe('等了三个月。')
    expect(page.text).not.toMatch(/结果确认中|不要重复提交/)
  })
})
