import type * as Account from '../../../../miniprogram/services/account'
import { refuse } from '../../../support/gateway'
import { keeps, phone } from '../../../support/phone'
import { NOBODY } from '../../fixtures'
import { FORM, gateway, ITEM, open, prepareSupplement, ROUND, serve, server } from './supplement-page'

prepareSupplement()

/** Opens what a round is and does. */
const explain = (page: Awaited<ReturnType<typeof open>>): Promise<void> => page.find('.about').tap('.fold')

test.each([
  ['received', '办理时限从受理那天算起'],
  ['accepted', '等您补正期间，办理时限暂停计时；提交后接着算'],
  [undefined, '还没有受理的，时限还没有开始'],
] as const)('before acceptance no clock stands still: %s', async (stage, text) => {
  serve({ ...server, ...(stage === undefined ? {} : { stage }) })
  const page = await open()
  await explain(page)
  expect(page.text).toContain(text)
})

test('each item has its reason, old files and what is lacking; one call opens the page', async () => {
  const page = await open()
  expect(gateway.calls.map(({ action }) => action)).toEqual(['supplement.open'])
  for (const text of [
    '护士执业注册',
    '11月11日',
    '请尽快补好',
    '2 项，补好 0 项',
    '影像不清，看不到有效期',
    '原来交的',
    '11月2日',
    '还没改',
    '还没补',
    '还差 2 项，去补',
  ]) {
    expect(page.text).toContain(text)
  }
  const old = page.find('.supplement-item').find('.item__tile')
  expect(old.node.data).toMatchObject({
    name: '旧证件.pdf',
    stateText: expect.stringContaining('2 KB，申报时提交') as string,
  })
  expect(page.text).not.toContain('核对并提交')
})

test('a form in which nothing is wrong counts when the citizen says why, and only as long as she does', async () => {
  const page = await open()
  expect(page.text).toContain('核对后没有错、不用改的')
  await page.call('onRemarkInput', { detail: { value: '电话没有写错' } })
  await page.untilText('不修改，已说明原因')
  expect(page.text).toContain('2 项，补好 1 项')
  expect(page.text).not.toContain('核对后没有错、不用改的')
  await page.call('onRemarkInput', { detail: { value: ' ' } })
  await page.untilText('还没改')
  expect(page.text).toContain('2 项，补好 0 项')
})

test('what was not there at first comes with 刷新; a failure in a dialog bears the number for the staff', async () => {
  const unread = ROUND.items.map(({ form: _form, ...item }) => item)
  serve({ ...server, rounds: [{ ...ROUND, items: unread }] })
  const page = await open()
  expect(page.text).toContain('请点上面的“刷新”再试')
  serve({ ...server, rounds: [ROUND] })
  await page.tap('.refresh')
  await page.untilText('还没改')
  expect(page.has('.refresh')).toBe(false)
  gateway.handlers['supplement.previewFile'] = () => refuse({ code: 'UPSTREAM_REJECTED', retryable: false })
  await page.call('onCaseFilePreview', { detail: { fileId: 'FJ1', name: '旧证件.pdf' } })
  expect(phone.modals.at(-1)?.content).toMatch(/把编号告诉窗口。\n编号 \S+/)
})

test('what the office says of all of it is not said once more when each item says just that', async () => {
  const note = '公章不清晰'
  serve({ ...server, rounds: [{ ...ROUND, note, items: ROUND.items.map((item) => ({ ...item, reason: note })) }] })
  expect((await open()).text.split(note)).toHaveLength(1 + ROUND.items.length)
  serve({ ...server, rounds: [{ ...ROUND, note }] })
  expect((await open()).text.split(note)).toHaveLength(2)
})

test('pulled down, it is read anew; not while it is reviewed', async () => {
  const page = await open()
  await page.call('onPullDownRefresh')
  expect(gateway.calls.map(({ action }) => action)).toEqual(['supplement.open', 'supplement.open'])
  await page.call('turnTo', 'review')
  await page.call('onPullDownRefresh')
  expect(gateway.calls).toHaveLength(2)
  expect(phone.pullDowns).toBe(2)
})

describe('想对窗口说的话', () => {
  const say = (page: Awaited<ReturnType<typeof open>>, value: string) =>
    page.call('onRemarkInput', { detail: { value } })
  const second = { ...ROUND, supplementId: 'sup-2', round: 2, items: [ITEM] }
  const box = (page: Awaited<ReturnType<typeof open>>) => page.node.data['remark']

  test('is there again after the mini-program was closed, each round with its own', async () => {
    serve({ ...server, rounds: [ROUND, second] })
    const page = await open()
    await say(page, '照片换过了')
    await page.call('onRoundTap', { currentTarget: { dataset: { round: 2 } } })
    expect(box(page)).toBe('')
    await say(page, '第二轮的话')
    // Nothing is written back into the box while somebody types.
    expect(box(page)).toBe('')
    const again = await open()
    await again.until(() => box(again) === '照片换过了', 'what was said')
    expect(again.text).toContain('不修改，已说明原因')
    await again.call('onRoundTap', { currentTarget: { dataset: { round: 2 } } })
    expect(box(again)).toBe('第二轮的话')
  })

  test('that is typed while the page is read again stays', async () => {
    const page = await open()
    let answer = (): void => undefined
    gateway.handlers['supplement.open'] = () => new Promise((done) => (answer = () => done(server)))
    const reading = page.call('load')
    await page.until(() => gateway.calls.length === 2, 'the second reading')
    await say(page, '等着的时候写的')
    answer()
    await reading
    await page.until(() => box(page) === '等着的时候写的', 'the words')
  })

  test('is forgotten once it was sent, and with the binding', async () => {
    serve({ ...server, rounds: [{ ...ROUND, items: [FORM] }] })
    const page = await open()
    await say(page, '电话没有写错')
    expect(keeps('words.person')).toBe(true)
    await page.call('onReviewTap')
    await page.call('onSubmitTap')
    await page.until(() => !keeps('words.person'), 'the words to be forgotten')
    serve({ ...server, rounds: [second] })
    await say(await open(), '另一句')
    gateway.handlers['account.unbind'] = () => NOBODY
    const { unbindIdentity } = jest.requireActual<typeof Account>('../../../../miniprogram/services/account')
    await unbindIdentity('person')
    expect(keeps('words.person')).toBe(false)
  })

  test('is never cut, and said to be unsafe when the phone does not keep it', async () => {
    serve({ ...server, rounds: [{ ...ROUND, items: [FORM] }] })
    const page = await open()
    phone.storageFull = true
    await say(page, '说'.repeat(501))
    await page.untilText('最多 500 个字，多了 1 个字，请缩短')
    await page.untilText('没有存在手机上，请提交以后再离开这一页')
    await page.call('onReviewTap')
    expect(phone.modals.at(-1)?.title).toBe('想对窗口说的话太长')
    expect(page.text).not.toContain('请核对要提交的内容')
  })
})

test('without a deadline none is invented; after it nothing can be added', async () => {
  const { deadline: _deadline, ...unlimited } = ROUND
  serve({ ...server, rounds: [unlimited] })
  const page = await open()
  expect(page.text).toContain('窗口没有定截止时间')
  serve({ ...server, rounds: [{ ...ROUND, overdue: true }] })
  await page.call('load')
  await page.untilText('已经过了')
  expect(page.text).toContain('022-00000018')
  expect(page.find('.supplement-item').has('.item__files-new')).toBe(false)
  expect(page.text).not.toContain('还差 2 项')
})

test('承诺补证 has its own explanation, and several rounds are chosen one by one', async () => {
  const promise = { ...ROUND, supplementId: 'sup-2', round: 2, kind: 'promise' as const, items: [ITEM] }
  serve({ ...server, rounds: [ROUND, promise] })
  const page = await open()
  expect(page.text).toContain('有 2 轮等您处理')
  await page.call('onRoundTap', { currentTarget: { dataset: { round: 2 } } })
  await page.untilText('不会让办理停下来')
  expect(page.text).toContain('逾期没有补交的后果，请看承诺书或者问窗口')
  expect(page.text).toContain('1 项，补好 0 项')
})

test('what was promised is called so, and nobody is told to ask for a reason that a promise needs none of', async () => {
  const item = { ...ITEM, before: [], reason: '' }
  serve({ ...server, rounds: [{ ...ROUND, kind: 'promise', items: [item] }] })
  const page = await open()
  expect(phone.titles.at(-1)).toBe('补交承诺的材料')
  expect(page.find('.supplement-item').text).not.toContain('窗口')
  expect(page.find('.supplement-item').text).not.toContain('新的')
  expect(page.text).toContain('交不出来，先问窗口')
  expect(page.text).toContain('想改到窗口交或者邮寄的，请先打电话问窗口')
  serve({ ...server, rounds: [{ ...ROUND, items: [item] }] })
  await page.call('load')
  await page.untilText('窗口没有写明原因，请打电话问清后再补。')
  expect(phone.titles.at(-1)).toBe('补正材料')
})

test.each([
  ['tolerance', '期限从受理起算，补齐后窗口才作出决定。逾期没有补交的，窗口可能退回申请，或者不予许可。', '撤销'],
  [
    'promiseApproval',
    '期限从承诺之日起算，窗口可以先作出决定。逾期没有补齐的，撤销已作出的决定并记入信用记录。',
    '受理起算',
  ],
] as const)('a round of %s says from when its days count, and what follows', async (by, said, neverSaid) => {
  serve({ ...server, rounds: [{ ...ROUND, kind: 'promise', promisedBy: [by], items: [ITEM] }] })
  const page = await open()
  expect(page.text).toContain(said)
  expect(page.text).not.toContain(neverSaid)
})

test('earlier rounds can be read, and what could not be read is said', async () => {
  const past = {
    round: 1,
    kind: 'supplement' as const,
    submittedAt: '2026-11-05T09:41:26+08:00',
    materials: [{ materialId: 'CL-proof', name: '身份证明', kind: 'attachment' as const, files: ITEM.before }],
  }
  serve({ ...server, rounds: [], earlier: { ok: true, value: [past] } })
  const page = await open()
  expect(page.text).toContain('现在没有要补的材料')
  await page.find('.earlier').tap('.fold')
  await page.untilText('2026年11月5日 09:41 提交')
  expect(page.text).toContain('旧证件.pdf')
  serve({
    ...server,
    rounds: [ROUND],
    beforeKnown: false,
    earlier: { ok: false, error: { code: 'UPSTREAM_UNAVAILABLE', retryable: true } },
  })
  serve({ ...server, rounds: [{ ...ROUND, items: [{ ...ITEM, before: [] }] }] })
  await page.call('load')
  await page.untilText('原来提交的文件暂时没有取到')
  expect(page.text).toContain('以前的补正暂时没有取到')
})
